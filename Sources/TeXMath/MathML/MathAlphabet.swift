/// The mathematical alphanumeric characters of Unicode, which MathML Core has instead of `mathvariant`.
enum MathAlphabet {
    /// A text set in an alphabet; characters it has no form of stay as they are.
    static func set(_ text: String, in font: MathFont) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result.unicodeScalars.append(set(scalar, in: font)) }
        return result
    }

    static func set(_ scalar: Unicode.Scalar, in font: MathFont) -> Unicode.Scalar {
        let value: UInt32?
        switch scalar {
        case "A"..."Z": value = exception(scalar, font) ?? latin(font).map { $0 + scalar.value - 0x41 }
        case "a"..."z": value = exception(scalar, font) ?? latin(font).map { $0 + 26 + scalar.value - 0x61 }
        case "0"..."9": value = digits(font).map { $0 + scalar.value - 0x30 }
        case "ı" where font == .italic: value = 0x1D6A4
        case "ȷ" where font == .italic: value = 0x1D6A5
        case "ϝ" where font == .bold || font == .boldItalic: value = 0x1D7CB
        default: value = greek(font).flatMap { start in greekOffset(scalar).map { start + $0 } }
        }
        return value.flatMap(Unicode.Scalar.init) ?? scalar
    }

    /// Whether browsers set an `<mi>` of this one character in italics by themselves.
    static func isItalicByItself(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return false }
        return set(scalar, in: .italic) != scalar
    }

    private static func latin(_ font: MathFont) -> UInt32? {
        switch font {
        case .upright: nil
        case .bold: 0x1D400
        case .italic: 0x1D434
        case .boldItalic: 0x1D468
        case .script: 0x1D49C
        case .boldScript: 0x1D4D0
        case .fraktur: 0x1D504
        case .doubleStruck: 0x1D538
        case .boldFraktur: 0x1D56C
        case .sansSerif: 0x1D5A0
        case .sansSerifBold: 0x1D5D4
        case .sansSerifItalic: 0x1D608
        case .sansSerifBoldItalic: 0x1D63C
        case .monospace: 0x1D670
        }
    }

    private static func digits(_ font: MathFont) -> UInt32? {
        switch font {
        case .bold, .boldItalic: 0x1D7CE
        case .doubleStruck: 0x1D7D8
        case .sansSerif, .sansSerifItalic: 0x1D7E2
        case .sansSerifBold, .sansSerifBoldItalic: 0x1D7EC
        case .monospace: 0x1D7F6
        default: nil
        }
    }

    private static func greek(_ font: MathFont) -> UInt32? {
        switch font {
        case .bold: 0x1D6A8
        case .italic: 0x1D6E2
        case .boldItalic: 0x1D71C
        case .sansSerifBold: 0x1D756
        case .sansSerifBoldItalic: 0x1D790
        default: nil
        }
    }

    /// The place of a letter in each of the Greek alphabets.
    private static func greekOffset(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "Α"..."Ω" where scalar.value != 0x3A2: scalar.value - 0x391
        case "α"..."ω": scalar.value - 0x3B1 + 26
        case "ϴ": 17
        case "∇": 25
        case "∂": 51
        case "ϵ": 52
        case "ϑ": 53
        case "ϰ": 54
        case "ϕ": 55
        case "ϱ": 56
        case "ϖ": 57
        default: nil
        }
    }

    /// Letters Unicode had before it had the alphabets.
    private static func exception(_ scalar: Unicode.Scalar, _ font: MathFont) -> UInt32? {
        switch (font, scalar) {
        case (.italic, "h"): 0x210E
        case (.script, "B"): 0x212C
        case (.script, "E"): 0x2130
        case (.script, "F"): 0x2131
        case (.script, "H"): 0x210B
        case (.script, "I"): 0x2110
        case (.script, "L"): 0x2112
        case (.script, "M"): 0x2133
        case (.script, "R"): 0x211B
        case (.script, "e"): 0x212F
        case (.script, "g"): 0x210A
        case (.script, "o"): 0x2134
        case (.fraktur, "C"): 0x212D
        case (.fraktur, "H"): 0x210C
        case (.fraktur, "I"): 0x2111
        case (.fraktur, "R"): 0x211C
        case (.fraktur, "Z"): 0x2128
        case (.doubleStruck, "C"): 0x2102
        case (.doubleStruck, "H"): 0x210D
        case (.doubleStruck, "N"): 0x2115
        case (.doubleStruck, "P"): 0x2119
        case (.doubleStruck, "Q"): 0x211A
        case (.doubleStruck, "R"): 0x211D
        case (.doubleStruck, "Z"): 0x2124
        default: nil
        }
    }
}
