import SwiftSyntax

extension Definitions {
    /// Whether an expression depends on something that the program computes: a variable, or a call of something that
    /// is not of the standard library. Numbers to which a visible block gives names count: a reader sees them, and
    /// words that repeat them are checked against the code.
    func reaches(_ expression: some SyntaxProtocol, depth: Int = 0) -> Bool {
        let names = FreeNames(viewMode: .sourceAccurate)
        names.walk(expression)
        let bound = Bindings(viewMode: .sourceAccurate)
        bound.walk(expression)
        let own = Set(bound.found.map(\.name))
        return names.found.contains { name in
            guard !own.contains(name), !standardNames.contains(name) else { return false }
            guard let value = self[name], depth < 12 else { return true }
            let isFixed = !reaches(value.expression, depth: depth + 1)
            return !isFixed || !(value.isHidden || isTruth(value.expression))
        }
    }

    /// Whether an expression is plainly of type `Bool`.
    func isTruth(_ expression: ExprSyntax, depth: Int = 0) -> Bool {
        guard depth < 12 else { return false }
        switch expression.as(ExprSyntaxEnum.self) {
        case .booleanLiteralExpr: return true
        case .prefixOperatorExpr(let node): return node.operator.text == "!"
        case .tupleExpr(let node):
            return node.elements.count == 1
                && isTruth(node.elements.first?.expression ?? expression, depth: depth + 1)
        case .infixOperatorExpr(let node):
            let text = node.operator.trimmedDescription
            return text == "&&" || text == "||" || Relation(operator: text) != nil
        case .declReferenceExpr(let node):
            return self[node.baseName.identifierText].map { isTruth($0.expression, depth: depth + 1) }
                ?? false
        case .ternaryExpr(let node): return isTruth(node.thenExpression, depth: depth + 1)
        case .asExpr(let node): return isTruth(node.expression, depth: depth + 1)
        case .functionCallExpr(let node):
            guard let name = node.calledExpression.as(DeclReferenceExprSyntax.self) else { return false }
            return name.baseName.text == "Bool" || isTruth(ExprSyntax(name), depth: depth + 1)
        default: return false
        }
    }
}

/// The names that code uses, those of members left out.
final class FreeNames: SyntaxVisitor {
    private(set) var found: Set<String> = []
    /// The names of types among them that are written as types.
    private(set) var types: Set<String> = []
    private var closures = 0

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        types.insert(node.name.identifierText)
        return .visitChildren
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
        let name = node.baseName.identifierText
        // What a closure is given is its own within it; read alone, its body depends on what it is given.
        if name.hasPrefix("$"), closures > 0 { return .visitChildren }
        if !isMember, name != "self", name != "Self" { found.insert(name) }
        return .visitChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        closures += 1
        return .visitChildren
    }

    override func visitPost(_ node: ClosureExprSyntax) { closures -= 1 }

    override func visit(_ node: KeyPathExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

/// What every program knows, and what says nothing of any program.
private let standardNames: Set<String> = [
    "Array", "Bool", "Character", "ClosedRange", "Dictionary", "Double", "Float", "Float16", "Float80", "Int",
    "Int8",
    "Int16", "Int32", "Int64", "MemoryLayout", "Never", "Optional", "Range", "Set", "StaticString", "String",
    "Substring", "Swift", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Void", "Foundation",
    "abs", "max", "min", "print", "repeatElement", "stride", "type", "zip", "Mirror", "ObjectIdentifier",
    "sequence",
]
