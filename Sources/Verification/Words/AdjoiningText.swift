import Diagnostics
import Manuscript

/// The text directly beside a value, which may make another number of it: `1[4](…)` reads 14, `-[4](…)` reads −4,
/// `[4](…)%` is a hundredth of 4.
struct AdjoiningText {
    private let before: [Character]
    private let after: [Character]

    /// The text beside a value, without marks of emphasis, which nobody sees.
    init(_ value: InlineValue, in file: SourceFile) {
        let range = value.range
        let start = max(0, range.lowerBound - 40)
        let end = min(file.bytes.count, range.upperBound + 40)
        before = file.text(in: start..<range.lowerBound).filter { !"*_\\".contains($0) }
        after = file.text(in: range.upperBound..<end).filter { !"*_\\".contains($0) }
    }

    /// What makes another number of the value; nil if nothing does.
    var change: String? { changeBefore ?? changeBehind }

    private var changeBefore: String? {
        guard let last = before.last else { return nil }
        let rest = before.dropLast()
        let previous = rest.last
        switch last {
        case "-", "‐", "‑":
            // `GPT-[4](…)` is a name, `1-[4](…)` a range.
            return previous.map { $0.isLetter || $0.isNumber || $0 == ")" || $0 == "-" } == true ? nil : "-"
        case "−", "±", "∓", "^", "/", "⁄": return String(last)
        case "$", "`":
            let inside = rest.reversed().prefix { $0 != last }.reversed().filter { $0 != " " }
            return inside.last.map { $0.isNumber || "-−^/.".contains($0) } == true ? String(inside) : nil
        case ".", ",", "'", "’", "٫", "٬": return previous?.isNumber == true ? String(last) : nil
        case ")": return endsInValue ? ")" : nil
        case ">": return endsInTag ? "…>" : nil
        case " ", "\n":
            let word = String(rest.reversed().prefix { $0.isLetter || $0 == "−" }.reversed())
            return ["minus", "−"].contains(word.lowercased()) ? word : nil
        default: return last.isNumber ? String(last) : nil
        }
    }

    private var changeBehind: String? {
        guard let first = after.first else { return nil }
        let rest = after.dropFirst()
        switch first {
        case "%", "‰", "^", "⁄": return String(first)
        case "×", "·": return isPowerOfTen(rest) ? "\(first) 10" : nil
        case "$", "`":
            let inside = String(rest.prefix { $0 != first }.filter { $0 != " " })
            let marks = ["^", ".", "%", "/", "times10", "cdot10"]
            return inside.first?.isNumber == true || marks.contains(where: inside.hasPrefix) ? inside : nil
        case ".", ",", "'", "’", "٫", "٬", "/": return rest.first?.isNumber == true ? String(first) : nil
        case "e", "E":
            return rest.drop { "+-−".contains($0) }.first?.isNumber == true ? String(first) : nil
        case "<":
            return rest.starts(with: "sup") || rest.starts(with: "sub") ? "<\(String(rest.prefix(3)))>" : nil
        case "k", "K", "M", "G", "T":
            return rest.first.map { $0.isLetter || $0.isNumber } == true ? nil : String(first)
        case " ", "\u{A0}", "\u{202F}":
            guard let mark = rest.first else { return nil }
            let isPower = "×·".contains(mark) && isPowerOfTen(rest.dropFirst())
            return "%‰".contains(mark) || isPower ? String(mark) : nil
        default: return first.isNumber ? String(first) : nil
        }
    }

    private func isPowerOfTen(_ text: ArraySlice<Character>) -> Bool {
        text.drop { $0 == " " || $0 == "\u{A0}" }.starts(with: "10")
    }

    /// Whether another value ends directly before this one.
    private var endsInValue: Bool {
        guard let open = before.lastIndex(of: "]") else { return false }
        return before[open...].starts(with: "](<swift:") && before.last == ")"
    }

    /// Whether a tag of HTML ends directly before the value; a line of a quote may begin with `>`.
    private var endsInTag: Bool {
        guard let open = before.lastIndex(of: "<") else { return false }
        let tag = before[before.index(after: open)...].dropLast()
        return tag.first.map { $0.isLetter || $0 == "/" } == true && !tag.contains(">") && !tag.contains("\n")
    }
}
