import SwiftSyntax

/// Reads what an expression of type `Bool` says.
struct PredicateReader {
    let definitions: Definitions

    /// Reads an expression, or its contrary.
    func read(_ expression: ExprSyntax, negated: Bool = false, depth: Int = 0) -> Predicate {
        guard depth < 40 else { return .opaque }
        guard definitions.reaches(expression) else {
            return .constant("'\(expression.shortText)' is the same whatever the program computes")
        }
        switch expression.as(ExprSyntaxEnum.self) {
        case .tupleExpr(let node):
            guard node.elements.count == 1, let inner = node.elements.first?.expression else {
                return .opaque
            }
            return read(inner, negated: negated, depth: depth + 1)
        case .tryExpr(let node): return read(node.expression, negated: negated, depth: depth + 1)
        case .awaitExpr(let node): return read(node.expression, negated: negated, depth: depth + 1)
        case .asExpr(let node): return read(node.expression, negated: negated, depth: depth + 1)
        case .forceUnwrapExpr(let node): return read(node.expression, negated: negated, depth: depth + 1)
        case .prefixOperatorExpr(let node) where node.operator.text == "!":
            return read(node.expression, negated: !negated, depth: depth + 1)
        case .infixOperatorExpr(let node): return infix(node, negated, depth)
        case .ternaryExpr(let node): return ternary(node, negated, depth)
        case .functionCallExpr(let node): return call(node, negated, depth)
        case .memberAccessExpr(let node): return member(node, negated)
        case .declReferenceExpr(let node):
            guard let value = definitions[node.baseName.identifierText], !value.isCalled else {
                return .opaque
            }
            return read(value.expression, negated: negated, depth: depth + 1)
        default: return .opaque
        }
    }

    private func infix(_ node: InfixOperatorExprSyntax, _ negated: Bool, _ depth: Int) -> Predicate {
        let text = node.operator.trimmedDescription
        switch text {
        case "&&", "||":
            let parts = operands(of: node, text).map { read($0, negated: negated, depth: depth + 1) }
            return (text == "&&") != negated ? .every(of: parts) : .any(of: parts)
        default:
            guard let relation = Relation(operator: text) else { return .opaque }
            return compare(node.leftOperand, negated ? relation.negated : relation, node.rightOperand, depth)
        }
    }

    /// The operands of a chain of one operator.
    private func operands(of node: InfixOperatorExprSyntax, _ text: String) -> [ExprSyntax] {
        [node.leftOperand, node.rightOperand].flatMap { operand in
            guard let inner = operand.as(InfixOperatorExprSyntax.self),
                inner.operator.trimmedDescription == text
            else { return [operand] }
            return operands(of: inner, text)
        }
    }

    private func ternary(_ node: TernaryExprSyntax, _ negated: Bool, _ depth: Int) -> Predicate {
        let (then, other) = (node.thenExpression.trimmedDescription, node.elseExpression.trimmedDescription)
        switch (then, other) {
        case ("true", "false"): return read(node.condition, negated: negated, depth: depth + 1)
        case ("false", "true"): return read(node.condition, negated: !negated, depth: depth + 1)
        default:
            let parts = [node.thenExpression, node.elseExpression].map {
                read($0, negated: negated, depth: depth + 1)
            }
            return .any(of: parts)
        }
    }

    // MARK: Comparisons

    func compare(_ left: ExprSyntax, _ relation: Relation, _ right: ExprSyntax, _ depth: Int) -> Predicate {
        for (truth, other) in [(left, right), (right, left)] {
            // `isSmall == true`
            if let literal = truth.as(BooleanLiteralExprSyntax.self), !relation.isOrdering {
                let isSame = (literal.literal.text == "true") == (relation == .equal)
                return read(other, negated: !isSame, depth: depth + 1)
            }
        }
        if left.plainText == right.plainText {
            return .constant("both sides of '\(relation.text)' are '\(left.shortText)'")
        }
        // Two conditions that hold together: neither is said.
        if definitions.isTruth(left) || definitions.isTruth(right) { return .opaque }
        if let counted = count(left, relation, right, depth) ?? count(right, relation.flipped, left, depth) {
            return counted
        }
        let (leftForm, rightForm) = (definitions.form(of: left), definitions.form(of: right))
        let comparison = Comparison(leftForm, relation, rightForm)
        if comparison.terms.isEmpty, !(leftForm.terms.isEmpty && rightForm.terms.isEmpty) {
            return .constant("what is compared cancels out")
        }
        if let reason = comparison.triviality { return .constant(reason) }
        return .comparison(comparison)
    }

    /// `xs.count { $0 < 5 } == 3`
    private func count(_ left: ExprSyntax, _ relation: Relation, _ right: ExprSyntax, _ depth: Int)
        -> Predicate?
    {
        guard let (base, condition) = counting(left) else { return nil }
        func holds(negated: Bool) -> Predicate { read(condition, negated: negated, depth: depth + 1) }
        if right.plainText == "\(base.plainText).count" {
            if relation == .equal || relation == .atLeast {
                return quantified(.all(holds(negated: false)), base)
            }
            if relation == .less || relation == .unequal { return .some(holds(negated: true)) }
        }
        if let number = definitions.form(of: right).number {
            switch (relation, number) {
            case (.equal, 0), (.atMost, 0), (.less, 1): return quantified(.all(holds(negated: true)), base)
            case (.greater, 0), (.unequal, 0), (.atLeast, 1): return .some(holds(negated: false))
            default: break
            }
        }
        let inner = holds(negated: false)
        if inner.constancy != nil { return inner }
        return .counted(inner, Comparison(definitions.form(of: left), relation, definitions.form(of: right)))
    }

    /// The collection and the condition of `xs.count { … }`, `xs.count(where:)` and `xs.filter { … }.count`.
    private func counting(_ expression: ExprSyntax) -> (base: ExprSyntax, condition: ExprSyntax)? {
        if let call = expression.as(FunctionCallExprSyntax.self), let access = call.access("count"),
            let condition = call.condition
        {
            return (access, condition)
        }
        guard let member = expression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "count",
            let call = member.base?.as(FunctionCallExprSyntax.self), let base = call.access("filter"),
            let condition = call.condition
        else { return nil }
        return (base, condition)
    }

    // MARK: Calls

    private func call(_ node: FunctionCallExprSyntax, _ negated: Bool, _ depth: Int) -> Predicate {
        if let name = node.calledExpression.as(DeclReferenceExprSyntax.self) {
            // `holds()`, if it has one expression and it is always the same; others are not looked into.
            guard let value = definitions[name.baseName.identifierText], value.isCalled else {
                return .opaque
            }
            let hasArguments = !node.arguments.isEmpty || node.trailingClosure != nil
            guard !hasArguments || !definitions.reaches(value.expression) else { return .opaque }
            return read(value.expression, negated: negated, depth: depth + 1)
        }
        if let closure = node.calledExpression.as(ClosureExprSyntax.self),
            let body = onlyExpression(of: closure.statements)
        {
            return read(body, negated: negated, depth: depth + 1)
        }
        if let base = node.access("allSatisfy"), let condition = node.condition {
            let inner = read(condition, negated: negated, depth: depth + 1)
            return negated ? .some(inner) : quantified(.all(inner), base)
        }
        if let base = node.access("contains") {
            if let condition = node.condition {
                let inner = read(condition, negated: negated, depth: depth + 1)
                return negated ? quantified(.all(inner), base) : .some(inner)
            }
            if let element = node.arguments.first?.expression, node.arguments.count == 1 {
                return contains(base, element, negated, depth)
            }
        }
        if let base = node.access("elementsEqual"), let other = node.arguments.first?.expression,
            node.arguments.count == 1
        {
            return compare(base, negated ? .unequal : .equal, other, depth)
        }
        return .opaque
    }

    /// A quantifier over a collection: what is always so of each element, and what is asked of no element, is no claim.
    private func quantified(_ predicate: Predicate, _ base: ExprSyntax) -> Predicate {
        if case .all(let inner) = predicate, let reason = inner.constancy { return .constant(reason) }
        return base.isPlainlyEmpty ? .constant("'\(base.shortText)' has no elements") : predicate
    }

    /// `(a...b).contains(x)` says two things of x.
    private func contains(_ base: ExprSyntax, _ element: ExprSyntax, _ negated: Bool, _ depth: Int)
        -> Predicate
    {
        if let list = base.withoutParentheses.as(ArrayExprSyntax.self),
            let literal = element.as(BooleanLiteralExprSyntax.self)
        {
            let isContrary = literal.literal.text == "false"
            let parts = list.elements.map {
                read($0.expression, negated: isContrary != negated, depth: depth + 1)
            }
            return negated ? .every(of: parts) : .any(of: parts)
        }
        let range = base.withoutParentheses
        var parts: [Predicate] = []
        func bound(_ relation: Relation, _ end: ExprSyntax) {
            parts.append(compare(element, negated ? relation.negated : relation, end, depth))
        }
        if let node = range.as(InfixOperatorExprSyntax.self) {
            switch node.operator.trimmedDescription {
            case "...":
                bound(.atLeast, node.leftOperand)
                bound(.atMost, node.rightOperand)
            case "..<":
                bound(.atLeast, node.leftOperand)
                bound(.less, node.rightOperand)
            default: return .opaque
            }
        } else if let node = range.as(PostfixOperatorExprSyntax.self), node.operator.text == "..." {
            bound(.atLeast, node.expression)
        } else if let node = range.as(PrefixOperatorExprSyntax.self),
            ["...", "..<"].contains(node.operator.text)
        {
            bound(node.operator.text == "..." ? .atMost : .less, node.expression)
        } else {
            return .opaque
        }
        return negated ? .any(of: parts) : .every(of: parts)
    }

    /// `xs.filter { … }.isEmpty`
    private func member(_ node: MemberAccessExprSyntax, _ negated: Bool) -> Predicate {
        guard node.declName.baseName.text == "isEmpty", let call = node.base?.as(FunctionCallExprSyntax.self),
            let base = call.access("filter"), let condition = call.condition
        else { return .opaque }
        let inner = read(condition, negated: !negated)
        return negated ? .some(inner) : quantified(.all(inner), base)
    }
}

extension FunctionCallExprSyntax {
    /// What a method with a name is called on.
    func access(_ name: String) -> ExprSyntax? {
        guard let access = calledExpression.as(MemberAccessExprSyntax.self),
            access.declName.baseName.text == name
        else { return nil }
        return access.base
    }

    /// The one expression of the only closure it is called with.
    var condition: ExprSyntax? {
        let closure: ClosureExprSyntax?
        if let trailing = trailingClosure {
            closure = arguments.isEmpty ? trailing : nil
        } else {
            closure = arguments.count == 1 ? arguments.first?.expression.as(ClosureExprSyntax.self) : nil
        }
        return closure.flatMap { onlyExpression(of: $0.statements) }
    }
}

extension ExprSyntax {
    /// The source without blanks.
    var plainText: String { withoutParentheses.trimmedDescription.filter { !$0.isWhitespace } }

    /// The source, as long as a message bears.
    var shortText: String {
        let text = trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count > 60 ? text.prefix(57) + "…" : text
    }

    var withoutParentheses: ExprSyntax {
        guard let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1,
            let inner = tuple.elements.first, inner.label == nil
        else { return self }
        return inner.expression.withoutParentheses
    }

    /// Whether a collection is written that has no elements.
    fileprivate var isPlainlyEmpty: Bool {
        let base = withoutParentheses
        if let list = base.as(ArrayExprSyntax.self) { return list.elements.isEmpty }
        if let range = base.as(InfixOperatorExprSyntax.self), range.operator.trimmedDescription == "..<" {
            return range.leftOperand.plainText == range.rightOperand.plainText
        }
        guard let call = base.as(FunctionCallExprSyntax.self) else { return false }
        if call.access("prefix") != nil || call.access("suffix") != nil {
            return call.arguments.first?.expression.plainText == "0"
        }
        return call.access("filter") != nil && call.condition?.plainText == "false"
    }
}
