import CommonMark
import Diagnostics

/// Finds in a document everything that is computed: Swift blocks with their recorded outputs, and inline values.
struct StepReader {
    private let file: SourceFile
    private(set) var steps: [Step] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var identifiers: [String: SourceLocation] = [:]

    init(_ document: Document) {
        file = document.file
        read(document.blocks)
        for footnote in document.footnotes { read(footnote.content) }
        steps.sort { $0.range.lowerBound < $1.range.lowerBound }
        number()
    }

    /// Reads sibling blocks: an output belongs to the Swift block directly before it.
    private mutating func read(_ blocks: [BlockNode]) {
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            index += 1
            block.inlines.walk { read($0) }
            refuseHalfFence(block)
            guard case .code(let code) = block.kind, let fence = code.fence else {
                read(block.children)
                continue
            }
            switch language(of: fence) {
            case "swift":
                var recorded: RecordedOutput?
                if index < blocks.count, case .code(let next) = blocks[index].kind, let output = next.fence {
                    if language(of: output) == "output" {
                        recorded = readOutput(output, range: blocks[index].range)
                        index += 1
                    } else if nearest(to: language(of: output), among: ["output"]) != nil {
                        refuseLanguage(of: output, help: "did you mean 'output'?")
                    }
                }
                readBlock(fence, range: block.range, recorded: recorded)
            case "output":
                diagnostics.append(
                    .error(
                        "this output follows no Swift block", at: file.location(block.range),
                        help:
                            "move it directly below its block, or give the fence another language, such as 'text'"
                    ))
            default:
                refuseMisspeltLanguage(of: fence)
            }
        }
    }

    /// `Swift`, `swift,` and `{swift` name no language: their block would be shown and never run.
    private mutating func refuseMisspeltLanguage(of fence: Fence) {
        let word = language(of: fence)
        let letters = word.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber || "-_+".contains($0) }
        if nearest(to: String(letters), among: ["swift"]) != nil {
            refuseLanguage(
                of: fence,
                help: "write \(fence.marker)swift with the options as words behind it, such as "
                    + "\(fence.marker)swift id=name hidden; code that is only shown is \(fence.marker)swift static"
            )
        } else if letters.lowercased() == "math", word != "math" {
            refuseLanguage(of: fence, help: "write \(fence.marker)math id=eq-name")
        }
    }

    private mutating func refuseLanguage(of fence: Fence, help: String) {
        let word = language(of: fence)
        let start = fence.infoRange.lowerBound
        let range = start..<min(start + word.utf8.count, fence.infoRange.upperBound)
        diagnostics.append(
            .error("'\(word)' is no language of a fence", at: file.location(range), help: help))
    }

    /// A line of backticks with another backtick in it is a code span to CommonMark, not a fence: a block of Swift
    /// would go unseen.
    private mutating func refuseHalfFence(_ block: BlockNode) {
        guard case .paragraph = block.kind, file.bytes[block.range].starts(with: "```".utf8) else { return }
        let line = file.rangeOfLine(file.position(at: block.range.lowerBound).line)
        diagnostics.append(
            .error(
                "this line opens no fence: backticks after it make it a code span",
                at: file.location(block.range.lowerBound..<max(line.upperBound, block.range.lowerBound)),
                help: "take the backticks out of the caption, or fence the block with ~~~"))
    }

    private func language(of fence: Fence) -> String {
        String(fence.info.prefix { $0 != " " && $0 != "\t" })
    }

    private mutating func readOutput(_ fence: Fence, range: Range<Int>) -> RecordedOutput? {
        requireClosed(fence, range)
        if fence.info != "output" {
            diagnostics.append(
                .error("an output fence has no options", at: file.location(fence.infoRange)))
        }
        return RecordedOutput(text: fence.text(in: file), fence: fence, range: range)
    }

    private mutating func readBlock(_ fence: Fence, range: Range<Int>, recorded: RecordedOutput?) {
        requireClosed(fence, range)
        do throws(DiagnosticError) {
            let block = try SwiftBlock(
                ordinal: 0, fence: fence, range: range, recorded: recorded,
                info: InfoString(fence, in: file), in: file)
            if let id = block.id {
                let location = file.location(fence.infoRange)
                if let first = identifiers[id] {
                    diagnostics.append(
                        .error(
                            "two blocks have the id '\(id)'", at: location,
                            help: "the first is at line \(first.start.line); give one of them another id"))
                } else {
                    identifiers[id] = location
                }
            }
            steps.append(.block(block))
        } catch {
            diagnostics += error.diagnostics
        }
    }

    private mutating func requireClosed(_ fence: Fence, _ range: Range<Int>) {
        guard !fence.isClosed else { return }
        diagnostics.append(
            .error(
                "this fence is never closed",
                at: file.location(range.lowerBound..<fence.infoRange.upperBound),
                help: "end the block with a line \(fence.marker)"))
    }

    private mutating func read(_ node: InlineNode) {
        guard case .link(let link) = node.kind, let scheme = link.destination.scheme,
            nearest(to: scheme, among: ["swift"]) != nil
        else { return }
        guard scheme == "swift" else {
            diagnostics.append(
                .error(
                    "'\(scheme):' begins no value", at: file.location(link.destinationRange ?? node.range),
                    help: "write [text](<swift: expression>)"))
            return
        }
        guard let destinationRange = link.destinationRange, let contentRange = link.contentRange else {
            diagnostics.append(
                .error(
                    "an inline value is written in place, not by reference", at: file.location(node.range),
                    help: "write [text](<swift: expression>)"))
            return
        }
        let skipped = file.bytes[destinationRange].dropFirst("swift:".utf8.count).prefix {
            $0 == UInt8(ascii: " ")
        }.count
        let range =
            (destinationRange.lowerBound + "swift:".utf8.count + skipped)..<destinationRange.upperBound
        let expression = file.text(in: range)
        guard !expression.allSatisfy(\.isWhitespace) else {
            diagnostics.append(
                .error(
                    "this inline value has no expression", at: file.location(node.range),
                    help: "write [text](<swift: expression>)"))
            return
        }
        let isPlainText = link.content.allSatisfy { node in
            switch node.kind {
            case .text, .softBreak: true
            default: false
            }
        }
        steps.append(
            .value(
                InlineValue(
                    ordinal: 0, expression: unescapedExpression(expression), expressionRange: range,
                    recorded: link.content.plainText, contentRange: contentRange, range: node.range,
                    isPlainText: isPlainText)))
    }

    /// Ordinals follow the page, wherever in the tree the steps were found.
    private mutating func number() {
        var blocks = 0
        var values = 0
        steps = steps.map { step in
            switch step {
            case .block(var block):
                blocks += 1
                block.ordinal = blocks
                return .block(block)
            case .value(var value):
                values += 1
                value.ordinal = values
                return .value(value)
            }
        }
    }
}

extension String {
    /// What stands before the first colon.
    fileprivate var scheme: String? {
        firstIndex(of: ":").map { String(self[..<$0]) }
    }
}

/// The expression as Swift reads it. Markdown's other backslashes are Swift's own, as in `"\(x)"`; these three stand
/// before characters that end a destination or a table's cell elsewhere, such as on GitHub.
private func unescapedExpression(_ text: String) -> String {
    text.replacing("\\<", with: "<").replacing("\\>", with: ">").replacing("\\|", with: "|")
}
