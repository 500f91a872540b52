extension Trainer {
    /// One update, the parts of the batch shared among `threads` tasks.
    ///
    /// - Throws: ``TrainingError``.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false, threads: Int
    ) async throws(TrainingError) -> Progress {
        let count = max(1, min(threads, parts.count))
        await withTaskGroup(of: Void.self) { [network, loss, parts] group in
            let run = { @Sendable (first: Int) in
                for k in stride(from: first, to: parts.count, by: count) {
                    parts[k].run(network, example, loss, truncation, continuing, of: parts.count)
                }
            }
            for thread in 1..<count { group.addTask { run(thread) } }
            run(0)
        }
        return try finish()
    }
}
