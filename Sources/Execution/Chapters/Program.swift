import Diagnostics
import Manuscript
import SwiftSource

/// The Swift program made of a chapter: its blocks in order.
///
/// Every step stands in a file of its own, as far as the compiler and the block can tell, and its lines count from its
/// first: what `#line` and `#file` say does not move with the text around the step.
struct Program {
    /// The source.
    private(set) var source = "import ChapterRuntime\nimport Figures\n"
    /// The steps that run, in order, and the word by which each is entered.
    private(set) var entries: [(step: Int, word: UInt64)] = []
    /// The word by which the program says that it has come to its end.
    let endWord = UInt64.random(in: 0 ... .max)

    private let map: SourceMap

    /// What stands before an expression whose value is shown, and of an inline value.
    static let display = "_Chapter.display("
    static let value = "_Chapter.value("

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
                    enter(index)
                    source += block.scope == .own ? "do {\n" : ""
                    append(block, at: index)
                    source += block.scope == .own ? "}\n" : ""
                case .traps:
                    enter(index)
                    source += "_Chapter.trap { () throws -> Void in\n"
                    append(block, at: index)
                    source += "}\n"
                }
            case .value(let value):
                enter(index)
                locate(index, line: 1)
                source += Self.value + value.expression + "\n)\n"
            }
        }
        source += "_Chapter.end(\(endWord))\n"
    }

    /// The program that must not compile: all that the block may use of what runs before it, and the block.
    init(failingAt index: Int, of chapter: Chapter) {
        self.init(chapter)
        for before in chapter.scope(ofStep: index).lowerBound..<index {
            guard case .block(let block) = chapter.steps[before], block.expectation == .runs,
                block.scope != .own
            else { continue }
            locate(before, line: 1)
            source += block.tangled
        }
        guard case .block(let block) = chapter.steps[index] else { return }
        source += block.scope == .own ? "do {\n" : ""
        locate(index, line: 1)
        source += block.tangled
        source += block.scope == .own ? "}\n" : ""
    }

    private init(_ chapter: Chapter) {
        map = SourceMap(chapter: chapter)
        for block in chapter.blocks where block.scope == .own && block.expectation != .static {
            source += block.code.importLines.map { $0 + "\n" }.joined()
        }
    }

    private mutating func enter(_ index: Int) {
        let word = UInt64.random(in: 0 ... .max)
        entries.append((index, word))
        // What a block begins with does not go on with the call.
        source += "_Chapter.step(\(index), \(word));\n"
    }

    private mutating func append(_ block: SwiftBlock, at index: Int) {
        locate(index, line: 1)
        guard let shown = SourceMap.Shown(in: block.code) else {
            source += block.tangled
            return
        }
        let code = Array(block.tangled.utf8)
        source += String(decoding: code[..<shown.range.lowerBound], as: UTF8.self) + "\n"
        locate(index, line: shown.line)
        source += Self.display + String(repeating: " ", count: shown.padding)
        source += String(decoding: code[shown.range], as: UTF8.self) + "\n)\n"
        source += String(decoding: code[shown.range.upperBound...], as: UTF8.self)
    }

    private mutating func locate(_ index: Int, line: Int) {
        source += "#sourceLocation(file: \"\(map.path(ofStep: index))\", line: \(line))\n"
    }
}
