import SwiftSyntax

/// An expression of type `Bool`, read for what its words may say of it.
public struct Claim: Sendable {
    /// What it says.
    public let predicate: Predicate
    /// The numbers written in it, with their signs, also where a name stands for one.
    public let numbers: [Double]

    /// Reads an expression below code with these definitions. What does not parse is opaque.
    public init(_ code: String, _ definitions: Definitions) {
        guard let expression = readExpression(code) else {
            predicate = .opaque
            numbers = []
            return
        }
        predicate = PredicateReader(definitions: definitions).read(expression)
        let literals = Literals(definitions)
        literals.walk(expression)
        numbers = literals.numbers
    }
}

/// An expression that gives a value, read for what words around it may say.
public struct ValueExpression: Sendable {
    /// Whether it is the same whatever the program computes.
    public let isConstant: Bool
    /// Whether it is a number, and nothing else.
    public let isLiteral: Bool
    /// Whether it is the largest of some values, and whether the smallest.
    public let isLargest: Bool, isSmallest: Bool

    /// Reads an expression below code with these definitions.
    public init(_ code: String, _ definitions: Definitions) {
        guard let expression = readExpression(code) else {
            (isConstant, isLiteral, isLargest, isSmallest) = (false, false, false, false)
            return
        }
        isConstant = !definitions.reaches(expression)
        var inner = expression.withoutParentheses
        while let sign = inner.as(PrefixOperatorExprSyntax.self) {
            inner = sign.expression.withoutParentheses
        }
        isLiteral = inner.number != nil
        let views = definitions.views(of: expression)
        isLargest = views.contains(.largest)
        isSmallest = views.contains(.smallest)
    }
}
