import Diagnostics
import Manuscript
import SwiftSource

extension Chapter {
    /// What the compiler lets pass: variables used above the block that gives them their values.
    var earlyReadErrors: [Diagnostic] {
        scopes.flatMap(earlyReadErrors(in:))
    }

    private func earlyReadErrors(in range: Range<Int>) -> [Diagnostic] {
        let map = SourceMap(chapter: self)
        var pieces: [(step: Int, piece: ProgramPiece)] = []
        for index in range {
            switch steps[index] {
            case .block(let block) where block.expectation == .runs:
                pieces.append(
                    (index, ProgramPiece(SwiftPiece(block.code), isShared: block.scope != .own)))
            case .block(let block) where block.expectation == .traps:
                pieces.append((index, ProgramPiece(SwiftPiece(block.code), isShared: false)))
            case .block: continue
            case .value(let value): pieces.append((index, ProgramPiece(SwiftPiece(value.expression))))
            }
        }
        func place(_ position: EarlyRead.Position) -> SourceMap.Place {
            let (step, piece) = pieces[position.piece]
            return map.place(inStep: step, offset: position.offset, of: piece.swift.code)
        }
        return earlyReads(in: pieces.map(\.piece)).map { read in
            let line = map.line(place(read.declaration))
            let name = read.reader ?? read.variable
            let user = read.reader.map { "'\($0)' uses '\(read.variable)'" } ?? "'\(read.variable)' is used"
            return .error(
                "\(user) before it has a value, which it gets at line \(line)",
                at: map.location(place(read.place), length: name.utf8.count),
                help: "move this below line \(line), or what declares '\(read.variable)' above this")
        }
    }
}
