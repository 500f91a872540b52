extension UInt8 {
    /// A space or a tab.
    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

    /// White space as libcmark sees it inside links.
    var isMarkupSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// An ASCII letter.
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// An ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// An ASCII punctuation character: what a backslash escapes.
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// White space and what quotes and list items start with.
    var isContainerMark: Bool {
        switch self {
        case 0x20, 0x09, 0x30...0x39, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// Whether something else than text may begin with this byte.
    var mayBeginToken: Bool {
        switch self {
        case 0x0A, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
            UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "$"),
            UInt8(ascii: "@"), UInt8(ascii: "{"):
            true
        default: false
        }
    }
}

extension [UInt8] {
    /// Whether a mark of two bytes stands anywhere.
    func contains(_ mark: StaticString) -> Bool {
        let (first, second) = (mark.utf8Start[0], mark.utf8Start[1])
        return withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == second, previous == first { return true }
                previous = byte
            }
            return false
        }
    }
}
