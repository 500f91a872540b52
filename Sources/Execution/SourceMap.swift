import Diagnostics
import Manuscript
import SwiftSource

/// Where in a chapter a line and column of its program stand.
///
/// The program keeps the chapter's lines, but not what stands before a block's lines inside lists and quotes.
struct SourceMap {
    let chapter: Chapter

    /// A place in a step: its line, counted from the step's first.
    struct Place: Hashable, Codable {
        var step: Int
        var line: Int
        var column: Int
    }

    /// The place in a step of a line and column of the program; nil outside all steps.
    func place(line: Int, column: Int) -> Place? {
        let file = chapter.file
        var onLine: Place?
        var below: Place?
        for (index, step) in chapter.steps.enumerated() {
            switch step {
            case .block(let block):
                guard let first = block.fence.lines.first else { continue }
                let start = file.position(at: first.lowerBound).line
                if start <= line, line < start + block.fence.lines.count {
                    return Place(step: index, line: line - start + 1, column: column)
                }
            case .value(let value):
                let start = file.position(at: value.expressionRange.lowerBound)
                if start.line == line, onLine == nil || start.column <= column {
                    onLine = Place(step: index, line: 1, column: max(1, column - start.column + 1))
                } else if start.line == line + 1, below == nil {
                    // The call that the expression is an argument of stands on the line above.
                    below = Place(step: index, line: 1, column: 1)
                }
            }
        }
        return onLine ?? below
    }

    /// Where a step's Swift is not as the grammar wants it, if it is read alone; nil if it parses.
    func syntaxError(inStep index: Int) -> Place? {
        let code: String
        switch chapter.steps[index] {
        case .block(let block) where block.expectation == .static: return nil
        case .block(let block): code = block.code
        case .value(let value): code = value.expression
        }
        guard let offset = SwiftSource.syntaxError(in: code) else { return nil }
        // What is missed at the very end is missed at the end of the last line.
        let content = code.utf8.count - code.utf8.reversed().prefix { $0 == 0x0A }.count
        return place(inStep: index, offset: min(offset, content), of: code)
    }

    /// The place of a byte of a step's Swift.
    func place(inStep index: Int, offset: Int, of code: String) -> Place {
        let before = code.utf8.prefix(offset)
        return Place(
            step: index, line: before.count { $0 == 0x0A } + 1,
            column: before.reversed().prefix { $0 != 0x0A }.count + 1)
    }

    /// The line of the file on which a place is.
    func line(_ place: Place) -> Int { location(place).start.line }

    /// Where a place is in the chapter's file, and so many bytes of its line behind it.
    func location(_ place: Place, length: Int = 1) -> SourceLocation {
        let range: Range<Int>
        switch chapter.steps[place.step] {
        case .block(let block): range = block.fence.lines[place.line - 1]
        case .value(let value): range = value.expressionRange
        }
        let offset = min(range.lowerBound + place.column - 1, range.upperBound)
        return chapter.file.location(offset..<min(offset + length, range.upperBound))
    }

    /// Where a step begins, for what concerns all of it.
    func location(ofStep index: Int) -> SourceLocation {
        switch chapter.steps[index] {
        case .block(let block): chapter.file.location(block.fence.infoRange)
        case .value(let value): chapter.file.location(value.expressionRange)
        }
    }
}
