extension Trainer {
    /// One update, the parts of the batch shared among `threads` tasks.
    ///
    /// - Throws: ``TrainingError``.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false, threads: Int
    ) async throws(TrainingError) -> Progress {
        try checkSettings()
        let job = Job(
            network: network, example: example, loss: loss, truncation: truncation, continuing: continuing)
        await run(job, threads: max(1, min(threads, parts.count)))
        return try step(add())
    }

    private func run(_ job: Job<C>, threads count: Int) async {
        await withTaskGroup(of: Void.self) { [parts] group in
            let run = { @Sendable (first: Int) in
                for k in stride(from: first, to: parts.count, by: count) { parts[k].run(job) }
            }
            for thread in 1..<count { group.addTask { run(thread) } }
            run(0)
        }
    }
}
