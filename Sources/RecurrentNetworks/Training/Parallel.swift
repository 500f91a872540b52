/// Calls `body` for each of `inputs`, such as the seeds of an experiment, as many at once as there are
/// processors, and returns the results in the order of the inputs.
///
/// Each call works on its own, so that the results do not depend on how many run at once.
///
/// ```swift
/// let losses = try await parallel(0..<8) { seed in try train(seed: seed) }
/// ```
public func parallel<Inputs: Sequence, Output: Sendable>(
    _ inputs: Inputs, _ body: @escaping @Sendable (Inputs.Element) throws -> Output
) async throws -> [Output] where Inputs.Element: Sendable {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var count = 0
        for input in inputs {
            let index = count
            group.addTask { (index, try body(input)) }
            count += 1
        }
        var outputs = [Output?](repeating: nil, count: count)
        for try await (index, output) in group { outputs[index] = output }
        return outputs.compactMap(\.self)
    }
}
