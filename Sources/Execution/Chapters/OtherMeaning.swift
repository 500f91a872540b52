import Diagnostics
import Manuscript
import SwiftSource

/// A declaration in a block by which a common name, or an operator, means something else in other steps.
///
/// That is the author's right where the reader sees it, and is refused where the block is hidden.
struct OtherMeaning: Hashable, Codable {
    /// Where the name is declared.
    var place: SourceMap.Place
    var name: String
    /// The steps that use it.
    var users: [Int]

    /// All of a chapter, whichever of its blocks are hidden.
    static func all(in chapter: Chapter) -> [OtherMeaning] {
        let map = SourceMap(chapter: chapter)
        var declarations: [(step: Int, piece: SwiftPiece)] = []
        var words: [[String: Int]] = []
        for (index, step) in chapter.steps.enumerated() {
            let piece = map.piece(ofStep: index)
            words.append(piece?.words ?? [:])
            if case .block(let block) = step, block.expectation == .runs, block.scope != .own, let piece {
                declarations.append((index, piece))
            }
        }
        let own = declarations.reduce(into: Set<String>()) { $0.formUnion($1.piece.declaredTypes) }
        return declarations.flatMap { step, piece in
            piece.redefinitions.compactMap { redefinition in
                guard redefinition.types.isDisjoint(with: own) else { return nil }
                let users = words.indices.filter { index in
                    index != step && (redefinition.isImplicit || words[index][redefinition.name] != nil)
                }
                guard !users.isEmpty else { return nil }
                let place = map.place(inStep: step, offset: redefinition.offset, of: piece.code)
                return OtherMeaning(place: place, name: redefinition.name, users: users)
            }
        }
    }

    /// What is wrong with it, if anything, as the chapter is now.
    func error(in chapter: Chapter) -> Diagnostic? {
        let map = SourceMap(chapter: chapter)
        guard chapter.isHidden(place.step), let user = users.first(where: { !chapter.isHidden($0) }) else {
            return nil
        }
        return .error(
            "a hidden block gives '\(name)' another meaning, and \(map.name(ofStep: user)) uses it",
            at: map.location(place, length: name.utf8.count),
            help: "let the reader see the block, or give what it declares another name")
    }
}

extension Chapter {
    fileprivate func isHidden(_ step: Int) -> Bool {
        if case .block(let block) = steps[step] { block.visibility == .hidden } else { false }
    }
}
