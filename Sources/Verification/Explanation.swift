import Diagnostics
import Manuscript
import SwiftSource

/// Where a value of a chapter comes from, and what else rests on the same.
public struct Explanation: Sendable, Hashable, Codable {
    /// A block or a value of the chapter.
    public struct Place: Sendable, Hashable, Codable {
        /// `block gates`, or the text of a value.
        public let name: String
        /// The line in the chapter.
        public let line: Int
        /// The names that connect it with what is explained; none if others stand between.
        public let names: [String]
    }

    /// The chapter.
    public let chapter: String
    /// The line in the chapter.
    public let line: Int
    /// What stands on the page.
    public let text: String
    /// The Swift behind it; nil for a block.
    public let expression: String?
    /// What it came to, in full.
    public let value: String?
    /// Where what it uses was declared or changed.
    public let comesFrom: [Place]
    /// What stands behind these.
    public let restsOn: [Place]
    /// What rests on it; for a value, on the same names.
    public let basisOf: [Place]

    /// Explains some steps of a chapter.
    public static func of(
        _ checked: CheckedChapter, where includes: (Step) -> Bool
    ) -> [Explanation] {
        let steps = checked.chapter.steps
        var freshStarts: [Int] = []
        let pieces = steps.enumerated().map { index, step in
            switch step {
            case .block(let block):
                if block.scope == .reset { freshStarts.append(index) }
                return ProgramPiece(
                    SwiftPiece(block.expectation == .static ? "" : block.code),
                    isShared: block.expectation == .runs && block.scope != .own)
            case .value(let value): return ProgramPiece(SwiftPiece(value.expression), isShared: false)
            }
        }
        let graph = StepGraph(pieces, freshStarts: freshStarts)
        return steps.indices.filter { includes(steps[$0]) }.map { index in
            Explanation(index, graph, checked)
        }
    }

    private init(_ index: Int, _ graph: StepGraph, _ checked: CheckedChapter) {
        let file = checked.chapter.file
        func place(_ step: Int, _ names: [String] = []) -> Place {
            Place(
                name: checked.steps[step].shortName,
                line: file.position(at: checked.steps[step].step.range.lowerBound).line, names: names)
        }
        let step = checked.steps[index]
        chapter = checked.chapter.slug
        line = file.position(at: step.step.range.lowerBound).line
        text = step.shortName
        let direct = graph.sources(of: index)
        comesFrom = direct.map { place($0.piece, $0.names) }
        let near = Set(direct.map(\.piece))
        restsOn = graph.everySource(of: index).filter { !near.contains($0) }.map { place($0) }
        switch step {
        case .value(let value, let outcome, _):
            expression = value.expression
            if case .value(let observed) = outcome {
                self.value = observed.description
            } else {
                self.value = nil
            }
            let others = direct.flatMap { graph.dependents(of: $0.piece, names: Set($0.names)) }
            basisOf = Set(others).subtracting([index]).sorted().map { place($0) }
        case .block:
            expression = nil
            value = nil
            basisOf = graph.dependents(of: index).map { place($0) }
        }
    }

    /// The same for people.
    public var lines: [String] {
        func list(_ places: [Place]) -> [String] {
            places.map { place in
                let names = place.names.isEmpty ? "" : " (\(place.names.joined(separator: ", ")))"
                return "    L\(place.line): \(place.name)\(names)"
            }
        }
        var lines = ["\(chapter):L\(line): \(text)"]
        if let expression {
            lines.append("  is \(expression)" + (value.map { ", which came to \($0)" } ?? ""))
        }
        if !comesFrom.isEmpty { lines += ["  comes from"] + list(comesFrom) }
        if !restsOn.isEmpty { lines += ["  these rest on"] + list(restsOn) }
        if !basisOf.isEmpty {
            lines += [expression == nil ? "  on it rest" : "  on the same rest"] + list(basisOf)
        }
        return lines
    }
}

extension CheckedStep {
    /// `block gates`, or the text of a value.
    fileprivate var shortName: String {
        switch self {
        case .block(let block, _, _): "block \(block.name)"
        case .value(let value, _, _):
            value.recorded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
