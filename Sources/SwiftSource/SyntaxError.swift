import SwiftParser
import SwiftSyntax

/// The byte of the first place where Swift is not as the grammar wants it: something is missing there, or too much.
/// Nil if the code parses.
public func syntaxError(in code: String) -> Int? {
    let file = Parser.parse(source: code)
    guard file.hasError else { return nil }
    let finder = ErrorFinder(viewMode: .all)
    finder.walk(file)
    return finder.found
}

private final class ErrorFinder: SyntaxAnyVisitor {
    private(set) var found: Int?

    override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
        node.hasError && found == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
        found = found ?? node.positionAfterSkippingLeadingTrivia.utf8Offset
        return .skipChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if token.presence == .missing { found = found ?? token.position.utf8Offset }
        return .skipChildren
    }
}
