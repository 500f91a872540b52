/// A start of one's own for ``Initialisation/own(_:)``.
public struct OwnInitialisation: Hashable, Sendable {
    /// Draws a matrix of so many rows and columns.
    public typealias Draw =
        @Sendable (_ rows: Int, _ columns: Int, _ generator: inout PCG64) -> Matrix

    /// By which they are told apart.
    public let name: String
    let input: Draw
    let recurrent: Draw

    /// Biases start at 0.
    ///
    /// - Parameters:
    ///   - input: Draws the input weights of one gate, H×D, and the head, O×H.
    ///   - recurrent: Draws the recurrent weights of one gate, H×H.
    public init(_ name: String, input: @escaping Draw, recurrent: @escaping Draw) {
        self.name = name
        self.input = input
        self.recurrent = recurrent
    }

    /// Whether both have the same name.
    public static func == (a: OwnInitialisation, b: OwnInitialisation) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
