import SwiftSyntax

extension SwiftPiece {
    /// The byte of the first place where the piece, read alone, is not as the grammar wants it: something is missing
    /// there, or too much, or is never closed. Nil if it parses.
    public var syntaxError: Int? {
        guard tree.hasError else { return nil }
        let finder = ErrorFinder(viewMode: .all)
        finder.walk(tree)
        return finder.found ?? 0
    }
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
        if token.presence == .missing {
            found = found ?? token.position.utf8Offset
        } else if let mistake = token.tokenDiagnostic, mistake.severity == .error {
            // A comment that is never closed is part of a token that is there.
            found = found ?? token.position.utf8Offset + Int(mistake.byteOffset)
        }
        return .skipChildren
    }
}
