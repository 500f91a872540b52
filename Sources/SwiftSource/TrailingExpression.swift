import SwiftSyntax

extension SwiftPiece {
    /// The bytes of the expression that ends a block of top-level code and whose value is worth showing, as a notebook
    /// shows it; nil if there is none.
    ///
    /// Not shown are assignments, statements that may also be expressions (`if`, `switch`), and calls of functions that are
    /// known to give nothing, such as `print`. Code that does not parse has no such expression.
    public var trailingExpression: Range<Int>? {
        guard !tree.hasError, let last = tree.statements.last, case .expr(let expression) = last.item,
            last.semicolon == nil, isShown(expression)
        else { return nil }
        let start = expression.positionAfterSkippingLeadingTrivia
        return start.utf8Offset..<expression.endPositionBeforeTrailingTrivia.utf8Offset
    }
}

private let functionsWithoutValue: Set<String> = [
    "print", "debugPrint", "dump", "show", "assert", "precondition", "fatalError", "preconditionFailure",
    "assertionFailure", "exit",
]

private func isShown(_ expression: ExprSyntax) -> Bool {
    switch expression.as(ExprSyntaxEnum.self) {
    case .ifExpr, .switchExpr, .macroExpansionExpr: false
    case .tryExpr(let attempt): isShown(attempt.expression)
    case .awaitExpr(let wait): isShown(wait.expression)
    case .sequenceExpr(let sequence): !sequence.elements.contains(where: isAssignment)
    case .functionCallExpr(let call):
        !(call.calledExpression.as(DeclReferenceExprSyntax.self).map {
            functionsWithoutValue.contains($0.baseName.text)
        } ?? false)
    default: true
    }
}

private func isAssignment(_ element: ExprSyntax) -> Bool {
    if element.is(AssignmentExprSyntax.self) { return true }
    guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    let comparisons = ["==", "!=", "<=", ">=", "===", "!==", "~="]
    return name.hasSuffix("=") && !comparisons.contains(where: name.hasSuffix)
}
