import Markdown
import Diagnostics
import Manuscript

/// A chapter's source with observed outputs and values in place of recorded ones.
///
/// Only bytes inside output fences and inline values change; a new output fence is inserted where there was none, and
/// the fence of a block that has stopped printing is removed.
/// Byte order mark, line endings and everything else stay as they were.
public struct Acceptance: Sendable {
    /// The corrected source.
    public let bytes: [UInt8]
    /// What was corrected, in the order of the chapter.
    public let changes: [Change]

    /// One corrected output or value.
    public struct Change: Sendable, Hashable {
        /// Where it stands.
        public let location: SourceLocation
        /// What became of it: `0.91 → 0.92`, `output of block gates`.
        public let summary: String
    }

    /// What could not be accepted, each with its place: nothing was changed there.
    public let refused: [Diagnostic]

    /// Corrects what a chapter was found to record wrongly, each step by itself.
    ///
    /// The result is checked: parsed again, the chapter must have the same steps, and the corrected ones must agree
    /// with what came out. A step of which that is not so stays as it was and is refused, and no other step for it.
    public init(of checked: CheckedChapter) {
        let chapter = checked.chapter
        var edits: [Edit] = checked.steps.enumerated().compactMap { Edit($1, index: $0, in: chapter) }
        var refused: [Diagnostic] = []
        while true {
            let bytes = Edit.apply(edits, to: chapter.file.bytes)
            let wrong = Self.wrong(edits, bytes, checked)
            if wrong.isEmpty {
                self.bytes = bytes
                break
            }
            for edit in edits where wrong.contains(edit.step) {
                refused.append(
                    .error(
                        "what was observed here cannot be written down exactly, and is not accepted",
                        at: chapter.file.location(chapter.steps[edit.step].range),
                        help: "print it in another form: it must not read as Markdown of its own"))
            }
            edits.removeAll { wrong.contains($0.step) }
        }
        self.refused = refused
        changes = edits.map { edit in
            Change(
                location: chapter.file.location(chapter.steps[edit.step].range),
                summary: checked.steps[edit.step].changeSummary)
        }
    }

    /// The corrected steps that do not come out right. If the chapter as a whole does not, each correction is tried
    /// alone: one of those that fail so is to blame, or else all are.
    private static func wrong(_ edits: [Edit], _ bytes: [UInt8], _ checked: CheckedChapter) -> Set<Int> {
        guard !edits.isEmpty else { return [] }
        if let steps = corrected(bytes, checked) {
            return Set(edits.map(\.step).filter { !steps[$0].isRight })
        }
        let bytes = checked.chapter.file.bytes
        let alone = edits.filter { edit in
            corrected(Edit.apply([edit], to: bytes), checked).map { !$0[edit.step].isRight } ?? true
        }
        return Set((alone.isEmpty ? edits : alone).map(\.step))
    }

    /// The steps of the chapter with other bytes, compared with what came out; nil if they are not the same steps.
    private static func corrected(_ bytes: [UInt8], _ checked: CheckedChapter) -> [CheckedStep]? {
        let chapter = checked.chapter
        guard let again = try? chapter.reread(SourceFile(path: chapter.file.path, bytes: bytes)),
            again.steps.map(\.identity) == chapter.steps.map(\.identity)
        else { return nil }
        // Before a value there are the words that were there, but not at the same byte.
        let context = checked.context.reading(again.file)
        return zip(again.steps, checked.steps).map { CheckedStep($0, $1.outcome, in: context) }
    }
}

/// A replacement of bytes that records what one step came to.
private struct Edit {
    /// The index of the step.
    let step: Int
    let range: Range<Int>
    let replacement: [UInt8]

    /// Bytes with replacements, which stand in order and apart.
    static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var end = 0
        for edit in edits {
            output += bytes[end..<edit.range.lowerBound]
            output += edit.replacement
            end = edit.range.upperBound
        }
        return output + bytes[end...]
    }

    /// The edit that makes a step right; nil if there is nothing to correct or nothing that can be.
    init?(_ checked: CheckedStep, index: Int, in chapter: Chapter) {
        switch checked {
        case .block(let block, let outcome, .unrecorded), .block(let block, let outcome, .differs):
            guard let observed = outcome.outputText else { return nil }
            (range, replacement) = Self.output(of: block, observed, in: chapter)
        case .value(let value, _, .differs(let expected)):
            (range, replacement) = (value.contentRange, Array(escapedMarkdown(expected).utf8))
        case .block, .value:
            return nil
        }
        step = index
    }

    /// The recorded output of a block with other text.
    private static func output(
        of block: SwiftBlock, _ observed: String, in chapter: Chapter
    ) -> (range: Range<Int>, replacement: [UInt8]) {
        let newline = lineEnding(after: block.fence.infoRange.upperBound, in: chapter.file.bytes)
        var lines = observed.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty, let recorded = block.recorded {
            // The block has stopped printing: its output goes, fence and all.
            return (block.range.upperBound..<recorded.range.upperBound, [])
        }
        if let fence = block.recorded?.fence, fence.marker.utf8.count >= neededFence(for: lines, fence.marker)
        {
            let content = lines.map { fence.linePrefix.withoutTrailingSpace(if: $0.isEmpty) + $0 + newline }
                .joined()
            return (fence.contentRange, Array(content.utf8))
        }
        let prefix = block.fence.linePrefix
        let marker = String(repeating: "`", count: neededFence(for: lines, "```"))
        let body = ["\(marker)output"] + lines.map(String.init) + [marker]
        let fence = body.map { prefix.withoutTrailingSpace(if: $0.isEmpty) + $0 }.joined(separator: newline)
        if let recorded = block.recorded {
            // The recorded fence is too short for what is now inside it: all of it is written anew.
            return (recorded.range, Array(fence.dropFirst(prefix.count).utf8))
        }
        let gap = prefix.isEmpty ? newline + newline : newline
        return (block.range.upperBound..<block.range.upperBound, Array((gap + fence).utf8))
    }
}

extension String {
    /// An empty line in a quote or list has no trailing space.
    fileprivate func withoutTrailingSpace(if condition: Bool) -> Substring {
        guard condition else { return self[...] }
        return self[..<(lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex)]
    }
}

extension CheckedStep {
    /// What became of this step.
    fileprivate var changeSummary: String {
        switch self {
        case .value(let value, _, .differs(let expected)): "\(value.recorded) → \(expected)"
        case .value(let value, _, _): value.recorded
        case .block(let block, _, _): "output of block \(block.name)"
        }
    }
}

extension Step {
    /// What acceptance must not change: code, options and expressions, not where they stand or what is recorded.
    fileprivate var identity: [String] {
        switch self {
        case .block(let block): [block.fence.info, block.code]
        case .value(let value): [value.expression]
        }
    }
}

/// How the line with a byte ends.
private func lineEnding(after offset: Int, in bytes: [UInt8]) -> String {
    guard let end = bytes[offset...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[end] == 0x0A { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
}

/// How long a fence must be so that no line inside it ends it.
private func neededFence(for lines: [Substring], _ marker: String) -> Int {
    guard let character = marker.first else { return 3 }
    let longest = lines.map { line in line.drop { $0 == " " }.prefix { $0 == character }.count }.max() ?? 0
    return max(3, longest + 1)
}

/// Text with every character that Markdown might read as markup escaped.
private func escapedMarkdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
        if "\\`*_[]<>&$!#|~@^{}".contains(character) { escaped.append("\\") }
        escaped.append(character)
    }
    return escaped
}
