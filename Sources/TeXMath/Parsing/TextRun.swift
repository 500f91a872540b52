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

    enum Family: Sendable, Hashable {
        case roman, sansSerif, monospace
    }
}
