/// A word of TeX with the bytes of the source it came from.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Any character without a meaning of its own to the tokenizer.
        case character(Unicode.Scalar)
        /// `\name`, without the backslash.
        case command(String)
        /// One or more blanks or line ends.
        case space
        /// `{`
        case open
        /// `}`
        case close
        /// `&`
        case alignment
        /// `^`
        case superscript
        /// `_`
        case `subscript`
        /// `$`
        case dollar
        /// `#1` in the body of a macro.
        case parameter(Int)
        /// Past the last token.
        case end
    }

    var kind: Kind
    var range: Range<Int>

    func isCharacter(_ scalar: Unicode.Scalar) -> Bool { kind == .character(scalar) }
    var isDigit: Bool { if case .character("0"..."9") = kind { true } else { false } }
    func isCommand(_ name: String) -> Bool { kind == .command(name) }

    /// How the token is written, for messages.
    var spelling: String {
        switch kind {
        case .character(let scalar): String(Character(scalar))
        case .command(let name): "\\" + name
        case .space: " "
        case .open: "{"
        case .close: "}"
        case .alignment: "&"
        case .superscript: "^"
        case .subscript: "_"
        case .dollar: "$"
        case .parameter(let number): "#\(number)"
        case .end: "the end of the formula"
        }
    }
}
