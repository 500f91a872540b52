import SwiftSyntax

extension SwiftPiece {
    /// The attributes in the piece, without `@`, with the byte of the first place of each.
    public var attributes: [String: Int] {
        let finder = AttributeFinder(viewMode: .sourceAccurate)
        finder.walk(tree)
        return finder.found
    }
}

private final class AttributeFinder: SyntaxVisitor {
    private(set) var found: [String: Int] = [:]

    override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
        let name = node.attributeName.trimmedDescription
        if found[name] == nil {
            found[name] = node.attributeName.positionAfterSkippingLeadingTrivia.utf8Offset
        }
        return .visitChildren
    }
}
