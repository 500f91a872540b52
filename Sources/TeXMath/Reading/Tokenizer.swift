/// Cuts TeX into tokens. Comments vanish, blanks are joined, and blanks after a command's name are dropped.
struct Tokenizer {
    private let bytes: [UInt8]
    private var position = 0

    static func tokens(of tex: String) throws(MathError) -> [Token] {
        var tokenizer = Tokenizer(bytes: Array(tex.utf8))
        var tokens: [Token] = []
        tokens.reserveCapacity(tokenizer.bytes.count)
        while let token = try tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func next() throws(MathError) -> Token? {
        while position < bytes.count {
            let start = position
            let kind: Token.Kind
            switch bytes[position] {
            case UInt8(ascii: "%"):
                try skipComment()
                continue
            case UInt8(ascii: "\\"): kind = try command()
            case UInt8(ascii: "{"): kind = single(.open)
            case UInt8(ascii: "}"): kind = single(.close)
            case UInt8(ascii: "&"): kind = single(.alignment)
            case UInt8(ascii: "^"): kind = single(.superscript)
            case UInt8(ascii: "_"): kind = single(.subscript)
            case UInt8(ascii: "$"): kind = single(.dollar)
            case let byte where isBlank(byte):
                skipBlanks()
                kind = .space
            default: kind = .character(try scalar())
            }
            return Token(kind: kind, range: start..<position)
        }
        return nil
    }

    private mutating func single(_ kind: Token.Kind) -> Token.Kind {
        position += 1
        return kind
    }

    private mutating func command() throws(MathError) -> Token.Kind {
        let backslash = position
        position += 1
        let start = position
        while position < bytes.count, isLetter(bytes[position]) { position += 1 }
        if position > start {
            return .command(String(decoding: bytes[start..<position], as: UTF8.self))
        }
        guard position < bytes.count else {
            throw MathError(
                "a backslash with nothing after it", at: backslash..<position,
                help: "finish the command's name, or write \\backslash for the character")
        }
        guard !isBlank(bytes[position]) else {
            skipBlanks()
            return .command(" ")
        }
        return .command(String(Character(try scalar())))
    }

    /// Decodes one scalar; the bytes come from a `String` and so are valid UTF-8.
    private mutating func scalar() throws(MathError) -> Unicode.Scalar {
        let start = position
        let lead = bytes[position]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
        for byte in bytes[start + 1..<start + length] { value = value << 6 | UInt32(byte & 0x3F) }
        position += length
        guard let scalar = Unicode.Scalar(value), isAllowedInMarkup(scalar) else {
            let code = String(value, radix: 16, uppercase: true)
            throw MathError(
                "the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) cannot stand in a formula",
                at: start..<position, help: "remove it")
        }
        return scalar
    }

    /// A comment runs to the end of its line and takes the line end and the next line's indentation with it.
    /// Its characters are looked at, because the source becomes the annotation.
    private mutating func skipComment() throws(MathError) {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
            if bytes[position] == 0x09 { position += 1 } else { _ = try scalar() }
        }
        skipBlanks()
    }

    private mutating func skipBlanks() {
        while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

/// Control characters and the last two code points of each plane are no characters of XML or HTML.
private func isAllowedInMarkup(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value >= 0x20 && !(0x7F...0x9F).contains(value) && value & 0xFFFE != 0xFFFE
        && !(0xFDD0...0xFDEF).contains(value)
}
