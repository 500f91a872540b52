import Diagnostics
import Manuscript
import SwiftSource

/// The Swift program made of a chapter: its blocks in order, each at its own lines of the chapter.
struct Program {
    /// The source.
    private(set) var source = ""
    private let path: String

    /// The program that runs the steps of a chapter that share one scope.
    init(running steps: Range<Int>, of chapter: Chapter) {
        self.init(chapter)
        source += "_Chapter.begin()\n"
        for index in steps {
            switch chapter.steps[index] {
            case .block(let block):
                switch block.expectation {
                case .static, .fails: continue
                case .runs:
                    source += "_Chapter.step(\(index))\n" + (block.scope == .own ? "do {\n" : "")
                    append(block, in: chapter.file, display: true)
                    if block.scope == .own { source += "}\n" }
                case .traps:
                    source += "_Chapter.step(\(index))\n_Chapter.trap { () throws -> Void in\n"
                    append(block, in: chapter.file, display: true)
                    source += "}\n"
                }
            case .value(let value):
                source += "_Chapter.step(\(index))\n"
                append(value, in: chapter.file)
            }
        }
        source += "_Chapter.end()\n"
    }

    /// The program that must not compile: all that the block may use of what runs before it, and the block.
    init(failingAt index: Int, of chapter: Chapter) {
        self.init(chapter)
        for case .block(let block) in chapter.steps[chapter.scope(ofStep: index).lowerBound..<index]
        where block.expectation == .runs && block.scope != .own {
            append(block, in: chapter.file, display: false)
        }
        guard case .block(let block) = chapter.steps[index] else { return }
        source += block.scope == .own ? "do {\n" : ""
        append(block, in: chapter.file, display: false)
        source += block.scope == .own ? "}\n" : ""
    }

    private init(_ chapter: Chapter) {
        path = chapter.file.path
        source = "import ChapterRuntime\nimport Figures\n"
        for block in chapter.blocks where block.scope == .own && block.expectation != .static {
            source += block.code.importLines.map { $0 + "\n" }.joined()
        }
    }

    private mutating func append(_ block: SwiftBlock, in file: SourceFile, display: Bool) {
        guard let first = block.fence.lines.first else { return }
        let line = file.position(at: first.lowerBound).line
        locate(line)
        guard display, let shown = trailingExpression(in: block.code) else {
            source += block.tangled
            return
        }
        let code = Array(block.tangled.utf8)
        let before = code[..<shown.lowerBound]
        let linesBefore = before.count { $0 == 0x0A }
        let indentation = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        source += String(decoding: before, as: UTF8.self) + "\n"
        append(
            call: "display", of: String(decoding: code[shown], as: UTF8.self), line: line + linesBefore,
            indentation: indentation)
        source += String(decoding: code[shown.upperBound...], as: UTF8.self)
    }

    private mutating func append(_ value: InlineValue, in file: SourceFile) {
        let position = file.position(at: value.expressionRange.lowerBound)
        append(call: "value", of: value.expression, line: position.line, indentation: position.column - 1)
    }

    /// An expression as the argument of a call, at its own line and column.
    private mutating func append(call: String, of expression: String, line: Int, indentation: Int) {
        locate(max(line - 1, 1))
        source += "_Chapter.\(call)(" + (line > 1 ? "\n" : "")
        source += String(repeating: " ", count: indentation) + expression + "\n)\n"
    }

    private mutating func locate(_ line: Int) {
        let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        source += "#sourceLocation(file: \"\(escaped)\", line: \(line))\n"
    }
}
