import HTML
import SwiftSource

/// Swift as markup, by the kinds of the official parser; what was highlighted before is not parsed again.
struct Highlighter {
    /// What the chapter's program declares and imports.
    private var scope = NameScope()
    private let links: SourceLinks?
    private let known: [String: Highlight]
    /// Everything highlighted so far.
    private(set) var used: [String: Highlight] = [:]

    /// A highlighter for a chapter whose program consists of some blocks.
    init(known: [String: Highlight], program: [String], links: SourceLinks?) {
        self.known = known
        self.links = links
        for code in program {
            let highlight = highlight(of: code)
            scope.add(highlight.bindings, imports: highlight.imports)
        }
    }

    /// The markup of a piece of Swift, without links.
    mutating func markup(of code: String) -> Node {
        .trusted(highlight(of: code).pieces.map(\.markup).joined())
    }

    /// The markup of a piece of Swift, with links from the names whose declarations are known.
    ///
    /// - Parameter isQuoted: Whether the piece is part of running text; what such a piece names need not be imported
    ///   by a chapter that has no program.
    mutating func linkedMarkup(of code: String, isQuoted: Bool) -> Node {
        guard let links else { return markup(of: code) }
        var scope = scope
        if isQuoted, scope.imports.isDisjoint(with: links.modules) {
            scope.add([], imports: Array(links.modules))
        }
        var nodes: [Node] = []
        for piece in highlight(of: code).pieces {
            guard let use = piece.use, let target = links.target(of: use, in: scope) else {
                nodes.append(.trusted(piece.markup))
                continue
            }
            nodes.append(
                .tag("a", ["href": target.address, "title": target.title], [.trusted(piece.markup)]))
        }
        return .fragment(nodes)
    }

    private mutating func highlight(of code: String) -> Highlight {
        let highlight = used[code] ?? known[code] ?? Highlight(code)
        used[code] = highlight
        return highlight
    }

    /// The markup of a stretch of Swift of one kind.
    static func markup(_ code: String, _ kind: HighlightedSpan.Kind) -> String {
        guard !code.isEmpty else { return "" }
        let text = escapedText(visibleText(code))
        return style(of: kind).map { "<span class=\"\($0)\">\(text)</span>" } ?? text
    }

    /// The class of a kind; what most code consists of has none.
    private static func style(of kind: HighlightedSpan.Kind) -> String? {
        switch kind {
        case .keyword: "k"
        case .type: "t"
        case .number: "n"
        case .string: "s"
        case .regex: "r"
        case .attribute: "a"
        case .comment: "c"
        case .documentation: "d"
        case .identifier, .label, .operator, .plain: nil
        }
    }
}

/// A piece of Swift as markup, with all that is needed to link its names without reading it again.
public struct Highlight: Sendable, Hashable, Codable {
    /// A stretch of markup, and how the name that it shows is used, if it shows one.
    struct Piece: Sendable, Hashable, Codable {
        var markup: String
        var use: NameUse?
    }

    let pieces: [Piece]
    let imports: [String]
    let bindings: [Binding]

    init(_ code: String) {
        let reading = SwiftReading(code)
        var pieces: [Piece] = []
        for span in reading.spans {
            let markup = Highlighter.markup(span.text, span.kind)
            if span.use == nil, let last = pieces.indices.last, pieces[last].use == nil {
                pieces[last].markup += markup
            } else {
                pieces.append(Piece(markup: markup, use: span.use))
            }
        }
        self.pieces = pieces
        imports = reading.imports
        bindings = reading.bindings
    }
}
