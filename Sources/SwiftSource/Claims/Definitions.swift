import SwiftSyntax

/// What the code above an expression gives names to, as far as that decides what the expression can say.
public struct Definitions: Sendable {
    /// What a name stands for, wherever it is used.
    struct Value: Sendable {
        let expression: ExprSyntax
        /// Whether no reader sees the definition.
        let isHidden: Bool
        /// Whether it is called: a function, or a closure.
        let isCalled: Bool
        /// The place of the block that has it.
        var block = 0
    }

    private var values: [String: Value] = [:]

    /// No definitions.
    public init() {}

    /// Reads blocks of code in their order.
    public init(_ blocks: [(code: String, isHidden: Bool)]) {
        var variables: Set<String> = []
        var seen: Set<String> = []
        var mentions: [String: Int] = [:]
        for (place, block) in blocks.enumerated() {
            let file = folded(SwiftPiece(block.code).tree)
            for token in file.tokens(viewMode: .sourceAccurate) {
                if case .identifier(let name) = token.tokenKind { mentions[name, default: 0] += 1 }
            }
            for statement in file.statements {
                for (name, var value, isVariable) in Self.definitions(in: statement, isHidden: block.isHidden)
                {
                    value.block = place
                    // A name that is given twice stands for neither.
                    values[name] = seen.insert(name).inserted ? value : nil
                    if isVariable { variables.insert(name) }
                }
            }
        }
        // A variable that no other code mentions is never changed.
        for name in variables where mentions[name, default: 0] > 1 { values[name] = nil }
    }

    /// What a name stands for, if it always stands for the same.
    subscript(name: String) -> Value? { values[name] }

    /// The names that visible blocks give to numbers, with the places of these blocks.
    public var constants: [(name: String, value: Double, block: Int)] {
        values.sorted { $0.key < $1.key }.compactMap { name, value in
            guard !value.isHidden, !value.isCalled else { return nil }
            return form(of: value.expression).number.map { (name, $0, value.block) }
        }
    }

    private static func definitions(
        in statement: CodeBlockItemSyntax, isHidden: Bool
    ) -> [(name: String, value: Value, isVariable: Bool)] {
        if let variable = statement.item.as(VariableDeclSyntax.self) {
            let isVariable = variable.bindingSpecifier.text == "var"
            return variable.bindings.compactMap { binding in
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.identifierText
                else { return nil }
                if let value = binding.initializer?.value, binding.accessorBlock == nil {
                    let closure = value.as(ClosureExprSyntax.self).flatMap {
                        onlyExpression(of: $0.statements)
                    }
                    return (
                        name,
                        Value(
                            expression: closure ?? value, isHidden: isHidden,
                            isCalled: value.is(ClosureExprSyntax.self)), isVariable
                    )
                }
                guard case .getter(let body)? = binding.accessorBlock?.accessors,
                    let value = onlyExpression(of: body)
                else { return nil }
                return (name, Value(expression: value, isHidden: isHidden, isCalled: false), false)
            }
        }
        guard let function = statement.item.as(FunctionDeclSyntax.self),
            let body = function.body.flatMap({ onlyExpression(of: $0.statements) })
        else { return [] }
        return [
            (function.name.identifierText, Value(expression: body, isHidden: isHidden, isCalled: true), false)
        ]
    }
}

/// The expression of a body that has nothing else, with or without `return`.
func onlyExpression(of statements: CodeBlockItemListSyntax) -> ExprSyntax? {
    guard statements.count == 1, let item = statements.first?.item else { return nil }
    if let statement = item.as(ReturnStmtSyntax.self) { return statement.expression }
    return item.as(ExprSyntax.self)
}
