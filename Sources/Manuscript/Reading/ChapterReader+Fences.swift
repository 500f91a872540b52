import Markdown
import Diagnostics

extension ChapterReader {
    /// Reads a fence: Swift with the output below it, a formula, or code that is only shown.
    mutating func fenced(
        _ code: CodeBlock, _ fence: Fence, _ range: Range<Int>, before rest: inout ArraySlice<BlockNode>
    ) -> Passage? {
        // What was meant to end a fence that is none opens another.
        if fence.language != "swift", !hasHalfFence { requireClosed(fence, range) }
        switch fence.language {
        case "swift":
            let recorded = recordedOutput(before: &rest)
            return block(fence, range: range, recorded: recorded)
        case "output":
            report(
                "this output follows no Swift block", at: range,
                help: "move it directly below its block, or give the fence another language, such as 'text'")
            return nil
        case "math" where fence.info == "math" || fence.info.hasPrefix("math "):
            return equation(fence, content: code.content, range: range)
        default:
            guard !refuseMisspeltLanguage(of: fence) else {
                // What follows a language that is none is not worth a word.
                return .code(Passage.Listing(code: code.content, language: "", name: nil, caption: []))
            }
            return .code(listing(code.content, fence))
        }
    }

    /// Takes the output that follows a block of Swift, if one does.
    private mutating func recordedOutput(before rest: inout ArraySlice<BlockNode>) -> RecordedOutput? {
        guard let next = rest.first, case .code(let code) = next.kind, let fence = code.fence else {
            return nil
        }
        guard fence.language == "output" else {
            if nearest(to: fence.language, among: ["output"]) != nil {
                refuseLanguage(of: fence, help: "did you mean 'output'?")
                // It is shown as it stands once its language is right; nothing more is wrong with it.
                rest.removeFirst()
            }
            return nil
        }
        rest.removeFirst()
        requireClosed(fence, next.range)
        if fence.info != "output" { report("an output fence has no options", at: fence.infoRange) }
        return RecordedOutput(text: fence.text(in: file), fence: fence, range: next.range)
    }

    private mutating func block(_ fence: Fence, range: Range<Int>, recorded: RecordedOutput?) -> Passage? {
        requireClosed(fence, range)
        let block: SwiftBlock
        do throws(DiagnosticError) {
            block = try SwiftBlock(
                ordinal: 0, fence: fence, range: range, recorded: recorded,
                info: InfoString(fence, in: file), in: file)
        } catch {
            error.diagnostics.forEach { report($0) }
            return nil
        }
        let step = add(.block(block))
        if let id = block.id {
            if Label.Kind(prefixOf: id) != nil {
                label(
                    id, of: "a listing", as: [.listing, .figure, .table], title: block.caption ?? "",
                    at: fence.infoRange)
            }
            if let first = names.claimBlock(id, at: fence.infoRange) {
                report(
                    "two blocks have the id '\(id)'", at: fence.infoRange,
                    help: "the first is at line \(file.position(at: first.lowerBound).line); "
                        + "give one of them another id")
            } else if block.visibility == .hidden {
                names.reserve(id)
            } else {
                claim(id, at: fence.infoRange)
            }
        }
        return .block(step, caption: block.visibility == .hidden ? [] : caption(of: block))
    }

    /// The words of a block's caption.
    private mutating func caption(of block: SwiftBlock) -> [Phrase] {
        block.caption.map { caption($0, of: block.fence) } ?? []
    }

    mutating func caption(_ caption: String, of fence: Fence) -> [Phrase] {
        self.caption(caption, at: placeOfCaption(caption, in: fence.infoRange))
    }

    /// Where a caption stands in an info string; all of it, if marks in the caption are written otherwise there.
    private func placeOfCaption(_ caption: String, in infoRange: Range<Int>) -> Range<Int> {
        let info = file.bytes[infoRange]
        let found = info.ranges(of: Array("caption=".utf8)).lazy.compactMap { option -> Range<Int>? in
            // The option may have its value in quotes.
            let start = info[option.upperBound...].first == UInt8(ascii: "\"") ? 1 : 0
            let range = option.upperBound + start..<option.upperBound + start + caption.utf8.count
            return range.upperBound <= info.endIndex && info[range].elementsEqual(caption.utf8) ? range : nil
        }
        return found.first ?? infoRange
    }

    /// Adds a step in the order in which it is read.
    mutating func add(_ step: Step) -> StepReference {
        steps.append(step)
        return StepReference(order: steps.count - 1)
    }

    // MARK: Mistakes

    private mutating func requireClosed(_ fence: Fence, _ range: Range<Int>) {
        guard !fence.isClosed else { return }
        report(
            "this fence is never closed", at: range.lowerBound..<fence.infoRange.upperBound,
            help: "end the block with a line \(fence.marker)")
    }

    /// `Swift`, `swift,` and `{swift` name no language: their block would be shown and never run.
    private mutating func refuseMisspeltLanguage(of fence: Fence) -> Bool {
        let word = fence.language
        let letters = word.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber || "-_+".contains($0) }
        if nearest(to: String(letters), among: ["swift"]) != nil {
            refuseLanguage(
                of: fence,
                help: "write \(fence.marker)swift with the options as words behind it, such as "
                    + "\(fence.marker)swift id=name hidden; code that is only shown is \(fence.marker)swift static"
            )
        } else if letters.lowercased() == "math", word != "math" {
            refuseLanguage(of: fence, help: "write \(fence.marker)math id=eq-name")
        } else if word.hasPrefix("{") || word.contains(",") {
            let isBox = AlertKind.allCases.contains { $0.rawValue == letters.uppercased() }
            refuseLanguage(
                of: fence,
                help: isBox
                    ? ForeignText.alertHelp(String(letters))
                    : letters.isEmpty
                        ? "write the name of a language, or nothing"
                        : "write \(fence.marker)\(letters.lowercased())")
        } else {
            return false
        }
        return true
    }

    mutating func refuseLanguage(of fence: Fence, help: String) {
        let start = fence.infoRange.lowerBound
        report(
            "'\(fence.language)' is no language of a fence",
            at: start..<min(start + fence.language.utf8.count, fence.infoRange.upperBound), help: help)
    }

    /// A line of backticks with another backtick in it is a code span to CommonMark, not a fence: a block of Swift
    /// would go unseen.
    mutating func refuseHalfFence(_ paragraph: Range<Int>) {
        guard file.bytes[paragraph].starts(with: "```".utf8) else { return }
        hasHalfFence = true
        let line = file.rangeOfLine(file.position(at: paragraph.lowerBound).line)
        report(
            "this line opens no fence: backticks after it make it a code span",
            at: paragraph.lowerBound..<max(line.upperBound, paragraph.lowerBound),
            help: "take the backticks out of the caption, or fence the block with ~~~")
    }
}

extension Fence {
    /// The first word of the info string.
    var language: String { String(info.prefix { $0 != " " && $0 != "\t" }) }
}
