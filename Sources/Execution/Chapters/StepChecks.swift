import Diagnostics
import Manuscript
import SwiftSource

/// What a step may not say, whatever the compiler thinks of it.
struct StepChecks {
    private let map: SourceMap

    init(_ chapter: Chapter) {
        map = SourceMap(chapter: chapter)
    }

    /// Names of the tool's own, by which a block could make its records.
    private static let reserved = ["_Chapter", "ChapterRuntime"]
    /// Attributes that reach around the language to what the linker knows.
    private static let linking = [
        "_silgen_name", "_cdecl", "c", "_expose", "_extern", "_section", "section", "_used", "used",
        "_dynamicReplacement",
    ]

    /// What no step may say.
    var errors: [Diagnostic] {
        map.chapter.steps.indices.flatMap { index -> [Diagnostic] in
            guard let piece = map.piece(ofStep: index) else { return [] }
            let words = piece.words
            let names = Self.reserved.compactMap { name in
                words[name].map { offset in
                    Diagnostic.error(
                        "'\(name)' is the tool's own, and no block may use it",
                        at: location(index, offset, piece, length: name.utf8.count),
                        help: "choose another name; what a block shows it prints, or gives to 'show'")
                }
            }
            let attributes = piece.attributes.filter { Self.linking.contains($0.key) }
                .sorted { $0.value < $1.value }.map { name, offset in
                    Diagnostic.error(
                        "'@\(name)' is not for blocks",
                        at: location(index, offset, piece, length: name.utf8.count),
                        help: "declare in a module of the book what needs it")
                }
            return names + attributes
        }
    }

    /// Steps that are not whole by themselves: what one opens and another closes may change what all between them mean,
    /// or that they run at all.
    var incompleteSteps: [Diagnostic] {
        map.chapter.steps.indices.compactMap { index in
            if case .block(let block) = map.chapter.steps[index], block.expectation == .fails { return nil }
            guard let place = map.syntaxError(inStep: index) else { return nil }
            return .error(
                "\(map.name(ofStep: index)) is not complete Swift by itself", at: map.location(place),
                help: "close in a block what is opened in it: brackets, comments, strings, '#if'")
        }
    }

    private func location(_ step: Int, _ offset: Int, _ piece: SwiftPiece, length: Int) -> SourceLocation {
        map.location(map.place(inStep: step, offset: offset, of: piece.code), length: length)
    }
}
