/// A rule of one's own for ``Optimiser/Rule/own(_:)``, written as the equations of a paper are: with all
/// parameters in one vector.
///
/// ```swift
/// // The sign of the gradient alone.
/// let signs = OwnRule("sign descent") { parameters, gradient, memory, update in
///     parameters -= 0.001 * gradient.map { $0 < 0 ? -1 : 1 }
/// }
/// ```
public struct OwnRule: Hashable, Sendable {
    /// One update: the parameters, which it changes, and their gradient; what was remembered, nothing at first;
    /// and which update this is, from 1.
    public typealias Update =
        @Sendable (
            _ parameters: inout Vector, _ gradient: Vector, _ memory: inout [Vector], _ update: Int
        ) -> Void

    /// By which rules are told apart.
    public let name: String
    let update: Update

    /// A rule of this name.
    public init(_ name: String, update: @escaping Update) {
        self.name = name
        self.update = update
    }

    /// Whether both have the same name.
    public static func == (a: OwnRule, b: OwnRule) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
