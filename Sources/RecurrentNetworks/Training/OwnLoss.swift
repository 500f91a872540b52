/// A loss of one's own for ``Loss/own(_:)``: of an output and its target, with its gradient.
///
/// ```swift
/// let absolute = OwnLoss("absolute error") { y, target in
///     let error = y - target
///     return (error.map { $0.magnitude }.sum, error.map { $0 < 0 ? -1 : 1 })
/// }
/// ```
public struct OwnLoss: Hashable, Sendable {
    /// The loss of an output, and its gradient with respect to that output.
    public typealias Evaluation =
        @Sendable (_ y: Vector, _ target: Vector) -> (loss: Double, gradient: Vector)

    /// By which losses are told apart.
    public let name: String
    let evaluate: Evaluation

    /// A loss of this name.
    public init(_ name: String, evaluate: @escaping Evaluation) {
        self.name = name
        self.evaluate = evaluate
    }

    /// Whether both have the same name.
    public static func == (a: OwnLoss, b: OwnLoss) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
