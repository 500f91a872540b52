import Manuscript

/// How observed text differs from recorded text.
public struct Difference: Sendable, Hashable {
    /// Lines of a diff: `  same`, `- recorded`, `+ observed`.
    public let lines: [String]
    /// How many numbers differ where the text around them is the same.
    public let movedNumbers: Int
    /// The largest change of such a number.
    public let worst: Change?
    /// Whether anything but numbers differs.
    public let textDiffers: Bool
    /// The first recorded line (from 0) that differs.
    public let firstLine: Int

    /// A number that moved.
    public struct Change: Sendable, Hashable {
        /// The recorded number, as it is written.
        public let recorded: String
        /// The observed number, as it is written.
        public let observed: String
        /// The distance between them relative to the recorded number; nil where that is 0.
        public let relative: Double?
        /// The distance between them.
        public let absolute: Double

        /// What changes are measured by to find the worst.
        fileprivate var size: Double { relative ?? absolute }
    }
}

extension Difference {
    /// Compares recorded with observed text: exactly, or with numbers within a tolerance; nil if they agree.
    public init?(recorded: String, observed: String, tolerance: Tolerance? = nil) {
        if recorded.hasSameBytes(as: observed) { return nil }
        let old = outputLines(of: recorded)
        let new = outputLines(of: observed)
        var summary = ChangeSummary()
        if old.count == new.count {
            // The usual case, a run whose numbers moved: line stands against line.
            var agrees = true
            for (before, after) in zip(old, new) where !before.hasSameBytes(as: after) {
                if !summary.compare(before, after, tolerance) { agrees = false }
            }
            if agrees { return nil }
        }
        let (shown, firstLine, pairs) = diff(old, new, tolerance)
        summary = ChangeSummary()
        for (before, after) in pairs { _ = summary.compare(before, after, tolerance) }
        let unpaired = shown.count { $0.hasPrefix("-") } != shown.count { $0.hasPrefix("+") }
        self.init(
            lines: shown, movedNumbers: summary.moved, worst: summary.worst,
            textDiffers: summary.textDiffers || unpaired, firstLine: firstLine)
    }
}

extension Tolerance {
    /// Whether an observed number is near enough to the recorded one. What is not finite is near nothing, and no
    /// tolerance makes a loss of a gain.
    func accepts(_ observed: Double, recorded: Double) -> Bool {
        guard observed.isFinite, recorded.isFinite else { return false }
        if observed.sign != recorded.sign, observed != 0, recorded != 0 { return false }
        return abs(observed - recorded) <= bound * max(1, abs(recorded))
    }
}

extension StringProtocol {
    /// Whether two texts are the same byte for byte: `==` takes é for e with an accent, which a reader may not.
    func hasSameBytes(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}

/// Gathers what moved between pairs of lines.
private struct ChangeSummary {
    var moved = 0
    var worst: Difference.Change?
    var textDiffers = false

    /// Compares two lines token by token; true if they agree.
    mutating func compare(_ before: Substring, _ after: Substring, _ tolerance: Tolerance?) -> Bool {
        let old = OutputToken.tokens(of: String(before))
        let new = OutputToken.tokens(of: String(after))
        guard old.count == new.count else {
            textDiffers = true
            return false
        }
        var agrees = true
        for (left, right) in zip(old, new) where !left.text.hasSameBytes(as: right.text) {
            guard case .number(let recorded) = left.kind, case .number(let observed) = right.kind else {
                textDiffers = true
                agrees = false
                continue
            }
            if let tolerance, tolerance.accepts(observed, recorded: recorded) { continue }
            agrees = false
            moved += 1
            let distance = abs(observed - recorded)
            let change = Difference.Change(
                recorded: String(left.text), observed: String(right.text),
                relative: recorded == 0 ? nil : distance / abs(recorded), absolute: distance)
            if worst.map({ change.size > $0.size }) ?? true { worst = change }
        }
        return agrees
    }
}

/// The lines of a text; a final newline ends the last line rather than starting another.
private func outputLines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// A line diff with three lines of context, and the pairs of lines that replaced one another.
private func diff(
    _ old: [Substring], _ new: [Substring], _ tolerance: Tolerance?
) -> (shown: [String], firstLine: Int, pairs: [(Substring, Substring)]) {
    func agree(_ before: Substring, _ after: Substring) -> Bool {
        if before.hasSameBytes(as: after) { return true }
        guard tolerance != nil else { return false }
        var summary = ChangeSummary()
        return summary.compare(before, after, tolerance)
    }
    let (removed, inserted) = changedLines(old, new, agree)
    var entries: [String] = []
    var pairs: [(Substring, Substring)] = []
    var firstLine: Int?
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
        let oldStart = i
        let newStart = j
        while removed.contains(i) { i += 1 }
        while inserted.contains(j) { j += 1 }
        if i > oldStart || j > newStart {
            firstLine = firstLine ?? oldStart
            entries +=
                old[oldStart..<i].map { "- \(visible($0))" } + new[newStart..<j].map { "+ \(visible($0))" }
            pairs += zip(old[oldStart..<i], new[newStart..<j])
        } else {
            entries.append("  \(old[i])")
            i += 1
            j += 1
        }
    }
    return (withContext(entries), firstLine ?? 0, pairs)
}

/// Which lines went and which came.
///
/// Lines at both ends that agree are set aside first. Of what is left, a search for the shortest difference takes time
/// with the product of the numbers of lines: where that is large, all of it went and all of it came.
private func changedLines(
    _ old: [Substring], _ new: [Substring], _ agree: (Substring, Substring) -> Bool
) -> (removed: Set<Int>, inserted: Set<Int>) {
    var start = 0
    while start < min(old.count, new.count), agree(old[start], new[start]) { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, agree(old[old.count - 1 - end], new[new.count - 1 - end]) {
        end += 1
    }
    let before = old[start..<(old.count - end)]
    let after = new[start..<(new.count - end)]
    guard before.count * after.count <= 1_000_000 else { return (Set(before.indices), Set(after.indices)) }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.difference(from: before, by: { agree($1, $0) }) {
        switch change {
        case .remove(let offset, _, _): removed.insert(start + offset)
        case .insert(let offset, _, _): inserted.insert(start + offset)
        }
    }
    return (removed, inserted)
}

/// A line whose spaces at the end are dots, so that they can be seen.
private func visible(_ line: Substring) -> String {
    let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
    return line[..<end] + String(repeating: "·", count: line[end...].count)
}

/// Keeps three lines around each change; the rest becomes a line that says how many were left out.
private func withContext(_ entries: [String]) -> [String] {
    let changed = entries.indices.filter { !entries[$0].hasPrefix("  ") }
    var keep: Set<Int> = []
    for index in changed { keep.formUnion((index - 3)...(index + 3)) }
    var shown: [String] = []
    var skipped = 0
    for (index, entry) in entries.enumerated() {
        if keep.contains(index) {
            if skipped > 0 { shown.append("  … \(skipped) lines the same") }
            skipped = 0
            shown.append(entry)
        } else {
            skipped += 1
        }
    }
    if skipped > 0 { shown.append("  … \(skipped) lines the same") }
    return shown
}
