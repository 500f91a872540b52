import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Reads an expression; nil if the text is not one, or more than that.
func readExpression(_ code: String) -> ExprSyntax? {
    let file = folded(SwiftPiece(code).tree)
    guard !file.hasError else { return nil }
    return onlyExpression(of: file.statements)
}

/// Code with its operators in the order in which they bind. Operators of the program's own bind as products do.
func folded(_ file: SourceFileSyntax) -> SourceFileSyntax {
    var operators = OperatorTable.standardOperators
    var unknown: Set<String> = []
    for token in file.tokens(viewMode: .sourceAccurate) {
        if case .binaryOperator(let name) = token.tokenKind, operators.infixOperator(named: name) == nil {
            unknown.insert(name)
        }
    }
    for name in unknown.sorted() {
        try? operators.addSourceFile(Parser.parse(source: "infix operator \(name): MultiplicationPrecedence"))
    }
    return operators.foldAll(file) { _ in }.as(SourceFileSyntax.self) ?? file
}
