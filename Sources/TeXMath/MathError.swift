/// A mistake in a formula: what is wrong, which bytes of the TeX source, and a way out.
public struct MathError: Error, Sendable, Hashable {
    /// One line: what is wrong.
    public var message: String
    /// The bytes meant, as UTF-8 offsets into the TeX source. What a macro expands to is reported at its use.
    public var range: Range<Int>
    /// What to write instead.
    public var help: String?

    /// An error at some bytes.
    public init(_ message: String, at range: Range<Int>, help: String? = nil) {
        self.message = message
        self.range = range
        self.help = help
    }
}
