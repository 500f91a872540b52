/// The anchor of a heading or term, by GitHub's rule: lower case, spaces become hyphens, punctuation goes.
public func anchor(for text: String) -> String {
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
