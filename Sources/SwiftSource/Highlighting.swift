import SwiftIDEUtils
import SwiftSyntax

/// A stretch of Swift source and what it is.
public struct HighlightedSpan: Sendable, Hashable {
    /// What a stretch of Swift source is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `let`, `func`, `#if` and their like.
        case keyword
        /// A name where a type is meant.
        case type
        /// A name in an expression or a declaration.
        case identifier
        /// The label of an argument.
        case label
        /// A number.
        case number
        /// A string, its quotes included.
        case string
        /// A regular expression.
        case regex
        /// An operator.
        case `operator`
        /// An attribute.
        case attribute
        /// A comment.
        case comment
        /// A comment that documents a declaration.
        case documentation
        /// Anything else: brackets, commas, blanks.
        case plain
    }

    /// What it is.
    public let kind: Kind
    /// The source.
    public let text: String
    /// If it is a name that may refer to a declaration elsewhere: how it is used.
    public var use: NameUse?
}

/// Swift source, cut into spans that together are the source again.
///
/// The official parser says what each word is; source with errors is cut as well as it can be.
public func highlight(_ code: String) -> [HighlightedSpan] {
    highlight(SwiftPiece(code).tree, of: code)
}

/// - Parameter uses: Names by the bytes they begin at; each becomes a span of its own.
func highlight(
    _ file: SourceFileSyntax, of code: String, uses: [Int: NameUse] = [:]
) -> [HighlightedSpan] {
    let bytes = Array(code.utf8)
    var spans: [HighlightedSpan] = []
    var position = 0
    func append(_ kind: HighlightedSpan.Kind, upTo end: Int, use: NameUse? = nil) {
        guard end > position else { return }
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        if use == nil, let last = spans.last, last.kind == kind, last.use == nil {
            spans[spans.count - 1] = HighlightedSpan(kind: kind, text: last.text + text)
        } else {
            spans.append(HighlightedSpan(kind: kind, text: text, use: use))
        }
        position = end
    }
    for classified in file.classifications {
        let range = classified.range
        append(.plain, upTo: min(range.lowerBound.utf8Offset, bytes.count))
        append(
            HighlightedSpan.Kind(classified.kind), upTo: min(range.upperBound.utf8Offset, bytes.count),
            use: uses[range.lowerBound.utf8Offset])
    }
    append(.plain, upTo: bytes.count)
    return spans
}

extension HighlightedSpan.Kind {
    init(_ classification: SyntaxClassification) {
        self =
            switch classification {
            case .keyword, .ifConfigDirective: .keyword
            case .type: .type
            case .identifier, .dollarIdentifier, .editorPlaceholder: .identifier
            case .argumentLabel: .label
            case .integerLiteral, .floatLiteral: .number
            case .stringLiteral: .string
            case .regexLiteral: .regex
            case .operator: .operator
            case .attribute: .attribute
            case .lineComment, .blockComment: .comment
            case .docLineComment, .docBlockComment: .documentation
            case .none: .plain
            }
    }
}
