/// The alphabets a letter can be set in.
enum MathFont: Sendable, Hashable {
    case upright, italic, bold, boldItalic, script, boldScript, fraktur, boldFraktur, doubleStruck
    case sansSerif, sansSerifBold, sansSerifItalic, sansSerifBoldItalic, monospace

    /// The alphabet with bold added, for `\boldsymbol`.
    var emboldened: MathFont {
        switch self {
        case .upright, .bold: .bold
        case .italic, .boldItalic: .boldItalic
        case .script, .boldScript: .boldScript
        case .fraktur, .boldFraktur: .boldFraktur
        case .sansSerif, .sansSerifBold: .sansSerifBold
        case .sansSerifItalic, .sansSerifBoldItalic: .sansSerifBoldItalic
        case .doubleStruck, .monospace: self
        }
    }

    /// Whether letters in a row read as one word, as in `\mathrm{softmax}`.
    var setsWords: Bool {
        switch self {
        case .upright, .italic, .sansSerif, .sansSerifItalic, .monospace: true
        default: false
        }
    }
}
