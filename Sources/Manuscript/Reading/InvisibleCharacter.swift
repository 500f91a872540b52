import Diagnostics

/// A character that no reader can see and that makes a text say something else than it shows: it reorders what stands
/// beside it, or hides between letters. As an escape, such as Swift's `\u{202E}`, it can be written openly.
public struct InvisibleCharacter: Sendable, Hashable {
    private let scalar: Unicode.Scalar

    /// The character as people name it: `U+202E`.
    public var name: String {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return "U+\(String(repeating: "0", count: max(4 - code.count, 0)))\(code)"
    }

    /// The first such character of a text.
    public init?(in text: some StringProtocol) {
        guard let found = Self.all(in: Array(text.utf8)).first else { return nil }
        scalar = found.scalar
    }

    /// What is wrong with the bytes of a chapter.
    static func mistakes(in file: SourceFile) -> [Diagnostic] {
        all(in: file.bytes).map { scalar, range in
            .error(
                "this character cannot be seen: \(InvisibleCharacter(scalar: scalar).name)",
                at: file.location(range),
                help: "take it out; in a string of Swift write it as \\u{…}")
        }
    }

    private init(scalar: Unicode.Scalar) {
        self.scalar = scalar
    }

    private static func all(in bytes: [UInt8]) -> [(scalar: Unicode.Scalar, range: Range<Int>)] {
        // Most text is plain: only behind these bytes can such a character stand.
        guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xD8 || $0 >= 0xE1 }) else { return [] }
        var found: [(Unicode.Scalar, Range<Int>)] = []
        var offset = 0
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let end = offset + scalar.utf8.count
            let isMarkOfFile = offset == 0 && scalar == "\u{FEFF}"
            if isInvisible(scalar, behind: previous), !isMarkOfFile { found.append((scalar, offset..<end)) }
            previous = scalar
            offset = end
        }
        return found
    }

    private static func isInvisible(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Control characters beyond ASCII, the soft hyphen.
        case 0x80...0x9F, 0xAD: true
        // Marks and embeddings of direction.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        // Without width: spaces, joiners of words, operators, the mark of byte order.
        case 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x180E: true
        // Joiners that scripts and pictures of several parts need, but no letter of ASCII does.
        case 0x200C, 0x200D: previous.isASCII
        // Letters without a shape, and tags.
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0xE0000...0xE007F: true
        default: false
        }
    }
}
