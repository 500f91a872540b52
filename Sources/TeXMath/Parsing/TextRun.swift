/// Part of `\text{…}`: words in one face, or math between dollars.
enum TextRun: Sendable, Hashable {
    case words(String, TextFace)
    case math([Term])
    case space(Length)
}

/// The face of words.
struct TextFace: Sendable, Hashable {
    var isBold = false
    var isItalic = false
    var family = Family.roman
    /// The size in percent of the formula's.
    var percent = 100

    enum Family: Sendable, Hashable {
        case roman, sansSerif, monospace
    }
}
