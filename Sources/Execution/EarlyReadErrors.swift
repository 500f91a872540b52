import Diagnostics
import Manuscript
import SwiftSource

extension Chapter {
    /// What the compiler lets pass: variables used above the block that gives them their values.
    var earlyReadErrors: [Diagnostic] {
        var steps: [Step] = []
        let pieces = self.steps.compactMap { step -> ProgramPiece? in
            let piece: ProgramPiece? =
                switch step {
                case .block(let block):
                    switch block.expectation {
                    case .runs: ProgramPiece(block.code)
                    case .traps: ProgramPiece(block.code, isShared: false)
                    case .static, .fails: nil
                    }
                case .value(let value): ProgramPiece(value.expression)
                }
            if piece != nil { steps.append(step) }
            return piece
        }
        return earlyReads(in: pieces).map { read in
            let line = file.position(at: steps[read.declaration.piece].place(of: read.declaration.offset))
                .line
            let place = steps[read.place.piece].place(of: read.place.offset)
            let name = read.reader ?? read.variable
            let user = read.reader.map { "'\($0)' uses '\(read.variable)'" } ?? "'\(read.variable)' is used"
            return .error(
                "\(user) before it has a value, which it gets at line \(line)",
                at: file.location(place..<min(place + name.utf8.count, file.bytes.count)),
                help: "move this below line \(line), or what declares '\(read.variable)' above this")
        }
    }
}

extension Step {
    /// Where a byte of the step's Swift stands in the file.
    fileprivate func place(of offset: Int) -> Int {
        switch self {
        case .value(let value): return value.expressionRange.lowerBound + offset
        case .block(let block):
            let before = block.code.utf8.prefix(offset)
            let line = before.count { $0 == 0x0A }
            let column = before.reversed().prefix { $0 != 0x0A }.count
            return block.fence.lines[line].lowerBound + column
        }
    }
}
