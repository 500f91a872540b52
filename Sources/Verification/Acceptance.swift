import CommonMark
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

    /// Corrects what a chapter's verdict found to differ.
    ///
    /// The result is checked before it is returned: parsed again, the chapter must have the same steps, and the
    /// corrected ones must agree with the transcript. Where that fails nothing is accepted and an error says why.
    public init(
        of verdict: ChapterVerdict, _ transcript: Transcript
    ) throws(DiagnosticError) {
        let chapter = verdict.chapter
        var edits: [Edit] = []
        var corrected: [Int] = []
        for (index, step) in chapter.steps.enumerated() {
            let edit =
                switch step {
                case .block(let block):
                    Edit.output(of: block, verdict.verdicts[index], transcript.outcomes[index], in: chapter)
                case .value(let value): Edit.value(value, verdict.verdicts[index])
                }
            guard let edit else { continue }
            edits.append(edit)
            corrected.append(index)
        }
        var bytes: [UInt8] = []
        var end = 0
        for edit in edits {
            bytes += chapter.file.bytes[end..<edit.range.lowerBound]
            bytes += edit.replacement
            end = edit.range.upperBound
        }
        bytes += chapter.file.bytes[end...]
        self.bytes = bytes
        changes = corrected.map { index in
            let step = chapter.steps[index]
            return Change(
                location: chapter.file.location(step.range),
                summary: step.summary(of: verdict.verdicts[index]))
        }
        guard !corrected.isEmpty else { return }
        try requireCorrected(corrected, chapter, transcript)
    }

    private func requireCorrected(
        _ corrected: [Int], _ chapter: Chapter, _ transcript: Transcript
    ) throws(DiagnosticError) {
        let file = SourceFile(path: chapter.file.path, bytes: bytes)
        guard let again = try? Chapter(parsing: file, role: chapter.role),
            again.steps.map(\.identity) == chapter.steps.map(\.identity)
        else {
            throw DiagnosticError(
                .error(
                    "accepting would change more of the chapter than its outputs; nothing was written",
                    at: chapter.file.location(0..<0),
                    help: "what a block prints must not read as Markdown of its own where it stands"))
        }
        let verdicts = ChapterVerdict(again, transcript).verdicts
        for index in corrected where verdicts[index] != .agrees {
            throw DiagnosticError(
                .error(
                    "what was observed here cannot be written down exactly; nothing was written",
                    at: chapter.file.location(chapter.steps[index].range),
                    help: "print it in another form"))
        }
    }
}

/// A replacement of bytes.
private struct Edit {
    let range: Range<Int>
    let replacement: [UInt8]

    /// The edit that records a block's output; nil if there is nothing to correct or nothing that can be.
    static func output(
        of block: SwiftBlock, _ verdict: Verdict, _ outcome: Outcome, in chapter: Chapter
    ) -> Edit? {
        switch verdict {
        case .unrecorded, .outputDiffers: break
        case .agrees, .notChecked, .valueDiffers, .valueIsNumber, .claimFails, .claimNamesAnotherNumber,
            .cannotBeRecorded:
            return nil
        }
        guard let observed = outcome.outputText else { return nil }
        let newline = lineEnding(after: block.fence.infoRange.upperBound, in: chapter.file.bytes)
        var lines = observed.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty, let recorded = block.recorded {
            // The block has stopped printing: its output goes, fence and all.
            return Edit(range: block.range.upperBound..<recorded.range.upperBound, replacement: [])
        }
        if let fence = block.recorded?.fence, fence.marker.utf8.count >= neededFence(for: lines, fence.marker)
        {
            let content = lines.map { fence.linePrefix.withoutTrailingSpace(if: $0.isEmpty) + $0 + newline }
                .joined()
            return Edit(range: fence.contentRange, replacement: Array(content.utf8))
        }
        let prefix = block.fence.linePrefix
        let marker = String(repeating: "`", count: neededFence(for: lines, "```"))
        let body = ["\(marker)output"] + lines.map(String.init) + [marker]
        let fence = body.map { prefix.withoutTrailingSpace(if: $0.isEmpty) + $0 }.joined(separator: newline)
        if let recorded = block.recorded {
            // The recorded fence is too short for what is now inside it: all of it is written anew.
            return Edit(range: recorded.range, replacement: Array(fence.dropFirst(prefix.count).utf8))
        }
        let gap = prefix.isEmpty ? newline + newline : newline
        return Edit(
            range: block.range.upperBound..<block.range.upperBound, replacement: Array((gap + fence).utf8))
    }

    /// The edit that records an inline value.
    static func value(_ value: InlineValue, _ verdict: Verdict) -> Edit? {
        guard case .valueDiffers(let expected) = verdict else { return nil }
        return Edit(range: value.contentRange, replacement: Array(escapedMarkdown(expected).utf8))
    }
}

extension String {
    /// An empty line in a quote or list has no trailing space.
    fileprivate func withoutTrailingSpace(if condition: Bool) -> Substring {
        guard condition else { return self[...] }
        return self[..<(lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex)]
    }
}

extension Step {
    /// What acceptance does with this step.
    fileprivate func summary(of verdict: Verdict) -> String {
        switch (self, verdict) {
        case (.value(let value), .valueDiffers(let expected)): "\(value.recorded) → \(expected)"
        case (.value(let value), _): value.recorded
        case (.block(let block), _): "output of block \(block.name)"
        }
    }

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
