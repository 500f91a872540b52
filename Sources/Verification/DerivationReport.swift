import Diagnostics
import Manuscript

/// What a block says of a displayed derivation that it tried.
struct DerivationReport: Hashable {
    /// The label of the display.
    let label: String
    /// How many steps were tried, or which does not hold, with the numbers of both sides.
    let result: Result

    enum Result: Hashable {
        case holds(steps: Int)
        case fails(step: Int, String)
    }

    /// The reports in what a block printed.
    static func all(in text: String) -> [DerivationReport] {
        text.split(separator: "\n").compactMap { line in
            if let match = line.wholeMatch(of: #/(eq-[^:\s]+): ([0-9]+) steps hold at 100 points, to .*/#) {
                return Int(match.2).map {
                    DerivationReport(label: String(match.1), result: .holds(steps: $0))
                }
            }
            guard let match = line.wholeMatch(of: #/(eq-[^:\s]+): step ([0-9]+) does not hold: (.*)/#),
                let step = Int(match.2)
            else { return nil }
            return DerivationReport(label: String(match.1), result: .fails(step: step, String(match.3)))
        }
    }

    /// What is wrong with the display; nil if its every step was tried and holds.
    func diagnostic(in chapter: Chapter, block: SwiftBlock) -> Diagnostic? {
        guard let display = chapter.labels.first(where: { $0.id == label && $0.kind == .equation }) else {
            return .error(
                "this block tries the steps of \(label), which is no display of this chapter",
                at: chapter.file.location(block.fence.infoRange),
                help: "write {#\(label)} behind the display")
        }
        let rows = Self.rows(of: display.location.range, in: chapter.file)
        switch result {
        case .holds(let steps):
            guard steps != rows.count else { return nil }
            return .error(
                "\(label) has \(counted(rows.count, "step")), and \(steps) are tried", at: display.location,
                help: "give one expression for what is left of the first sign, and one for each step")
        case .fails(let step, let numbers):
            let row = rows.indices.contains(step - 1) ? rows[step - 1] : display.location.range
            return .error(
                "step \(step) of \(label) does not hold", at: chapter.file.location(row),
                explanation: numbers,
                help: "mend the display, or the expression that block \(block.name) tries for it")
        }
    }

    /// The bytes of the rows of a display that have a sign of relation.
    private static func rows(of range: Range<Int>, in file: SourceFile) -> [Range<Int>] {
        let display = file.display(around: range)
        var rows: [Range<Int>] = []
        var start = display.lowerBound
        let bytes = file.bytes
        var index = start
        while index < display.upperBound {
            let isBreak =
                bytes[index] == UInt8(ascii: "\\") && index + 1 < display.upperBound
                && bytes[index + 1] == UInt8(ascii: "\\")
            if isBreak {
                rows.append(start..<index)
                index += 2
                start = index
            } else {
                index += 1
            }
        }
        rows.append(start..<display.upperBound)
        // Where signs stand aligned, others are part of what is added up: \sum_{k=1}.
        let isAligned = file.text(in: display).contains(#/&\s*(=|<|>|\\le|\\ge|\\approx|\\sim|\\equiv)/#)
        return rows.compactMap { relationLine(in: $0, isAligned: isAligned, of: file) }
    }

    /// The line of a row that has its sign of relation, if it has one.
    private static func relationLine(in row: Range<Int>, isAligned: Bool, of file: SourceFile) -> Range<Int>?
    {
        let (first, last) = (file.position(at: row.lowerBound).line, file.position(at: row.upperBound).line)
        for number in first...last {
            let line = file.rangeOfLine(number).clamped(to: row)
            let text = file.text(in: line)
            let found =
                isAligned
                ? text.contains(#/&\s*(=|<|>|\\le|\\ge|\\approx|\\sim|\\equiv)/#)
                : text.contains(#/=|<|>|\\le(q|\b)|\\ge(q|\b)|\\approx|\\sim|\\equiv/#)
            guard found else { continue }
            let blanks = file.bytes[line].prefix { $0 == 0x20 }.count
            return (line.lowerBound + blanks)..<line.upperBound
        }
        return nil
    }

    /// What is wrong with the displays whose steps a block tried.
    static func problem(of block: SwiftBlock, _ outcome: Outcome, in chapter: Chapter) -> Diagnostic? {
        guard let text = outcome.outputText, text.contains("eq-") else { return nil }
        return all(in: text).lazy.compactMap { $0.diagnostic(in: chapter, block: block) }.first
    }
}

extension SourceFile {
    /// The lines of a display whose label stands at a place: from the opening mark above, or to the closing one below.
    fileprivate func display(around range: Range<Int>) -> Range<Int> {
        let line = position(at: range.lowerBound).line
        func isMark(_ number: Int) -> Bool {
            let text = text(in: rangeOfLine(number)).drop { $0 == " " || $0 == ">" }
            return text.hasPrefix("$$") || text.hasPrefix("```") || text.hasPrefix("~~~")
        }
        // A range of several lines is the display itself; that of an info string is its first line.
        let last = position(at: range.upperBound).line
        if last > line { return range }
        var end = line + 1
        while end < lineCount, !isMark(end) { end += 1 }
        return rangeOfLine(line).upperBound..<rangeOfLine(min(end, lineCount)).lowerBound
    }
}
