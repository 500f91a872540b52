/// Names by which an address can lead to a part of a page.
public enum Anchor {
    /// The anchor of a heading or term, by GitHub's rule: lower case, spaces become hyphens, punctuation goes.
    public static func named(_ text: String) -> String {
        var anchor = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                anchor.append(character)
            } else if character.isWhitespace {
                anchor.append("-")
            }
        }
        return anchor
    }
}
