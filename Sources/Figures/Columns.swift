extension String {
    /// On one line and without characters that move or hide the text around them.
    var cleaned: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
            case .format where scalar != "\u{200D}": continue
            case .surrogate, .privateUse, .unassigned: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// How many columns it takes in a monospaced font.
    var columns: Int {
        reduce(0) { $0 + $1.columns }
    }

    /// With blanks after it up to a number of columns.
    func leading(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns))
    }

    /// With blanks before it up to a number of columns.
    func trailing(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns)) + self
    }

    /// Cut to a number of columns, with an ellipsis if anything was cut.
    func truncated(_ width: Int) -> String {
        guard columns > width else { return self }
        var result = ""
        var used = 0
        for character in self {
            used += character.columns
            if used > width - 1 { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Broken between words, and within words that are too long, into lines of at most a number of columns.
    func wrapped(_ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            if !line.isEmpty, line.columns + 1 + String(word).columns > width {
                lines.append(line)
                line = ""
            }
            if !line.isEmpty { line += " " }
            for character in word {
                if line.columns + character.columns > width {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}

extension Character {
    /// Two for characters that East Asian and emoji fonts draw wide, otherwise one.
    var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if unicodeScalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}

/// Pieces in rows of at most a number of columns, where a piece is not longer than that.
func flowed(_ pieces: [String], separator: String, width: Int) -> [String] {
    pieces.reduce(into: []) { lines, piece in
        if let line = lines.last, line.columns + separator.count + piece.columns <= width {
            lines[lines.count - 1] = line + separator + piece
        } else {
            lines.append(piece)
        }
    }
}

/// Lines as text, each ended by a line feed and without trailing blanks, be they spaces or empty Braille cells.
func joined(_ lines: [String]) -> String {
    lines.map { line in
        var line = Substring(line)
        while let last = line.last, last == " " || last == "\u{2800}" { line.removeLast() }
        return line + "\n"
    }.joined()
}
