import Diagnostics
import Manuscript
import SwiftSource

/// Where in a chapter a line and column of its program stand.
struct SourceMap {
    let chapter: Chapter

    /// A place in a step: its line, counted from the step's first.
    struct Place: Hashable, Codable {
        var step: Int
        var line: Int
        var column: Int
    }

    /// An expression at the end of a block, as it stands in the program: in a call, and with its first character in its
    /// own column wherever there is room for the call before it.
    struct Shown {
        /// Its bytes.
        let range: Range<Int>
        /// Its line, counted from the block's first.
        let line: Int
        /// How many blanks stand between the call and it.
        let padding: Int
        /// How far it is to the right of its own column.
        let shift: Int

        init?(in code: String) {
            guard let range = SwiftPiece(code).trailingExpression else { return nil }
            self.range = range
            let before = code.utf8.prefix(range.lowerBound)
            line = before.count { $0 == 0x0A } + 1
            let indentation = before.reversed().prefix { $0 != 0x0A }.count
            let call = Program.display.utf8.count
            padding = max(0, indentation - call)
            shift = max(0, call - indentation)
        }
    }

    /// The path by which the program knows a step: such as `03-lstm.md/block-2`.
    func path(ofStep index: Int) -> String {
        switch chapter.steps[index] {
        case .block(let block): "\(chapter.slug).md/block-\(block.ordinal)"
        case .value(let value): "\(chapter.slug).md/value-\(value.ordinal)"
        }
    }

    /// The step that the program knows by a path, or by the last part of one.
    func step(ofPath path: some StringProtocol) -> Int? {
        let name = path.split(separator: "/").last?.split(separator: "-") ?? []
        guard name.count == 2, let ordinal = Int(name[1]),
            path.hasPrefix("\(chapter.slug).md/") || path.hasPrefix("main/")
        else { return nil }
        return chapter.steps.firstIndex { step in
            switch step {
            case .block(let block): name[0] == "block" && block.ordinal == ordinal
            case .value(let value): name[0] == "value" && value.ordinal == ordinal
            }
        }
    }

    /// The place in a step of a line and column of the program; nil outside all steps.
    func place(path: some StringProtocol, line: Int, column: Int) -> Place? {
        guard let step = step(ofPath: path) else { return nil }
        switch chapter.steps[step] {
        case .block(let block):
            guard (1...max(block.fence.lines.count, 1)).contains(line) else {
                return Place(step: step, line: max(block.fence.lines.count, 1), column: 1)
            }
            let shift =
                Shown(in: block.code).map { shown in
                    shown.line == line && column > Program.display.utf8.count ? shown.shift : 0
                } ?? 0
            return Place(step: step, line: line, column: column - shift)
        case .value:
            return Place(
                step: step, line: 1, column: line > 1 ? 1 : max(1, column - Program.value.utf8.count))
        }
    }

    /// Where a step's Swift is not as the grammar wants it, if it is read alone; nil if it parses.
    func syntaxError(inStep index: Int) -> Place? {
        guard let piece = piece(ofStep: index), let offset = piece.syntaxError else { return nil }
        // What is missed at the very end is missed at the end of the last line.
        let content = piece.code.utf8.count - piece.code.utf8.reversed().prefix { $0 == 0x0A }.count
        return place(inStep: index, offset: min(offset, content), of: piece.code)
    }

    /// A step's Swift; nil if it is only shown.
    func piece(ofStep index: Int) -> SwiftPiece? {
        switch chapter.steps[index] {
        case .block(let block): block.expectation == .static ? nil : SwiftPiece(block.code)
        case .value(let value): SwiftPiece(value.expression)
        }
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
        case .block(let block):
            guard block.fence.lines.indices.contains(place.line - 1) else {
                return location(ofStep: place.step)
            }
            range = block.fence.lines[place.line - 1]
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

    /// A step, for people: `block 'gates'`.
    func name(ofStep index: Int) -> String {
        switch chapter.steps[index] {
        case .block(let block): "block '\(block.name)'"
        case .value(let value): "the inline value '\(value.expression)'"
        }
    }
}
