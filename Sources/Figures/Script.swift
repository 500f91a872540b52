/// A piece of a label that stands on the line, below it or above it.
///
/// A single letter followed by `_` or `^` has a script, as in `h_t`, `W_hh`, `x^2` and `h_{t-1}`; without braces it
/// has at most three letters and digits. Names such as `learning_rate` are no formulas and stay as they are.
struct Script: Equatable {
    /// Where it stands.
    enum Level: Equatable {
        case line, below, above
    }

    var level: Level
    var text: String

    /// The pieces of a label.
    static func pieces(of label: String) -> [Script] {
        let characters = Array(label)
        var pieces: [Script] = []
        var plain = ""
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if let level = Level(character), isBase(characters, before: index),
                let (text, end) = script(characters, from: index + 1)
            {
                if !plain.isEmpty { pieces.append(Script(level: .line, text: plain)) }
                plain = ""
                pieces.append(Script(level: level, text: text.replacing("-", with: "−")))
                index = end
            } else {
                plain.append(character)
                index += 1
            }
        }
        if !plain.isEmpty || pieces.isEmpty { pieces.append(Script(level: .line, text: plain)) }
        return pieces
    }

    /// Whether a letter, a digit of `10^{-3}` or a closing bracket stands before, and is no part of a word.
    private static func isBase(_ characters: [Character], before index: Int) -> Bool {
        guard index > 0 else { return false }
        let base = characters[index - 1]
        if base.isNumber || ")]}|‖".contains(base) { return true }
        return base.isLetter && (index == 1 || !isWord(characters[index - 2]))
    }

    /// The script that begins somewhere, and where what follows it begins.
    private static func script(_ characters: [Character], from start: Int) -> (String, end: Int)? {
        guard start < characters.count else { return nil }
        if characters[start] == "{" {
            guard let end = characters[start...].firstIndex(of: "}"), end > start + 1 else { return nil }
            return (String(characters[(start + 1)..<end]), end + 1)
        }
        let script = characters[start...].prefix(while: isWord)
        guard (1...3).contains(script.count) else { return nil }
        return (String(script), script.endIndex)
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension Script.Level {
    fileprivate init?(_ mark: Character) {
        switch mark {
        case "_": self = .below
        case "^": self = .above
        default: return nil
        }
    }
}
