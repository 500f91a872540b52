import Foundation
import SwiftSyntax

extension Definitions {
    /// An amount as a sum. Names that stand for a number stand for it here.
    func form(of expression: ExprSyntax, depth: Int = 0) -> LinearForm {
        let plain = LinearForm(thing(expression))
        guard depth < 40 else { return plain }
        func form(_ inner: ExprSyntax) -> LinearForm { self.form(of: inner, depth: depth + 1) }
        switch expression.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr, .floatLiteralExpr:
            return expression.number.map { LinearForm($0) } ?? plain
        case .tupleExpr:
            let inner = expression.withoutParentheses
            return inner.is(TupleExprSyntax.self) ? plain : form(inner)
        case .tryExpr(let node): return form(node.expression)
        case .asExpr(let node): return form(node.expression)
        case .prefixOperatorExpr(let node):
            switch node.operator.text {
            case "-": return -1 * form(node.expression)
            case "+": return form(node.expression)
            default: return plain
            }
        case .infixOperatorExpr(let node):
            let (left, right) = (form(node.leftOperand), form(node.rightOperand))
            switch node.operator.trimmedDescription {
            case "+": return left + right
            case "-": return left - right
            case "*": return left.number.map { $0 * right } ?? right.number.map { $0 * left } ?? plain
            case "/":
                if let number = right.number, number != 0 { return 1 / number * left }
                return LinearForm(thing(expression, .quotient))
            default: return plain
            }
        case .declReferenceExpr(let node):
            guard let value = self[node.baseName.identifierText], !value.isCalled,
                let number = form(value.expression).number
            else { return plain }
            return LinearForm(number)
        case .functionCallExpr(let node):
            return call(node, expression, form) ?? plain
        default: return plain
        }
    }

    /// Calls that change no number, and those that bound one.
    private func call(
        _ node: FunctionCallExprSyntax, _ expression: ExprSyntax, _ form: (ExprSyntax) -> LinearForm
    ) -> LinearForm? {
        guard let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
            node.trailingClosure == nil
        else { return nil }
        let arguments = node.arguments.map { form($0.expression) }
        switch (name, arguments.count) {
        case ("Double", 1), ("Float", 1): return arguments[0]
        case ("Int", 1): return arguments[0].number.map { LinearForm($0.rounded(.towardZero)) }
        case ("abs", 1):
            return arguments[0].number.map { LinearForm(abs($0)) }
                ?? LinearForm(thing(expression, .magnitude(arguments[0])))
        case ("pow", 2):
            guard let base = arguments[0].number, let exponent = arguments[1].number else { return nil }
            return LinearForm(pow(base, exponent))
        case ("min", 2...): return LinearForm(thing(expression, .atMost(arguments.compactMap(\.number))))
        case ("max", 2...): return LinearForm(thing(expression, .atLeast(arguments.compactMap(\.number))))
        default: return nil
        }
    }

    private func thing(_ expression: ExprSyntax, _ kind: Thing.Kind = .plain) -> Thing {
        Thing(expression.plainText, kind, views: views(of: expression), element: element(expression))
    }

    /// How an expression, or what its names stand for, looks at collections as a whole.
    func views(of expression: ExprSyntax, depth: Int = 0) -> Set<Thing.View> {
        let reader = ViewReader(viewMode: .sourceAccurate)
        reader.walk(expression)
        var views = reader.views
        guard depth < 6 else { return views }
        for name in reader.names {
            if let value = self[name] { views.formUnion(self.views(of: value.expression, depth: depth + 1)) }
        }
        return views
    }

    /// `norms[5]`, `norms[$0 - 1]`, `norms.last!`, `$0` and `$1` of neighbours.
    private func element(_ expression: ExprSyntax) -> Thing.Element? {
        if let unwrapped = expression.as(ForceUnwrapExprSyntax.self) { return element(unwrapped.expression) }
        if let member = expression.as(MemberAccessExprSyntax.self), let base = member.base {
            switch member.declName.baseName.text {
            case "first": return Thing.Element(sequence: base.plainText, position: 0)
            case "last": return Thing.Element(sequence: base.plainText, position: 1e18)
            default: return nil
            }
        }
        if let name = expression.as(DeclReferenceExprSyntax.self)?.baseName.text, name == "$0" || name == "$1"
        {
            return neighbours(expression).map { Thing.Element(sequence: $0, position: name == "$0" ? 0 : 1) }
        }
        guard let access = expression.as(SubscriptCallExprSyntax.self), access.arguments.count == 1,
            let index = access.arguments.first
        else { return nil }
        let form = form(of: index.expression)
        let names = form.terms.keys.map(\.text).sorted().joined(separator: "+")
        guard form.terms.values.allSatisfy({ $0 == 1 }) else { return nil }
        return Thing.Element(
            sequence: "\(access.calledExpression.plainText)[\(names)]", position: form.constant)
    }

    /// The sequence whose neighbours a closure compares: `zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 }`.
    private func neighbours(_ expression: ExprSyntax) -> String? {
        var node = Syntax(expression)
        while let parent = node.parent, !node.is(ClosureExprSyntax.self) { node = parent }
        guard
            let call = node.parent?.as(FunctionCallExprSyntax.self)
                ?? node.parent?.parent?.parent?.as(FunctionCallExprSyntax.self),
            let zipped = call.calledExpression.as(MemberAccessExprSyntax.self)?.base?
                .as(FunctionCallExprSyntax.self),
            zipped.calledExpression.trimmedDescription == "zip", zipped.arguments.count == 2,
            let first = zipped.arguments.first?.expression.plainText,
            zipped.arguments.last?.expression.plainText == "\(first).dropFirst()"
        else { return nil }
        return first
    }
}

extension ExprSyntax {
    /// The number of a literal.
    var number: Double? {
        if let literal = self.as(IntegerLiteralExprSyntax.self) {
            let digits = literal.literal.text.replacing("_", with: "")
            for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
                return Int(digits.dropFirst(2), radix: radix).map(Double.init)
            }
            return Double(digits)
        }
        return self.as(FloatLiteralExprSyntax.self).flatMap {
            Double($0.literal.text.replacing("_", with: ""))
        }
    }
}

/// Finds how an expression looks at collections, and the names that it uses.
private final class ViewReader: SyntaxVisitor {
    private(set) var views: Set<Thing.View> = []
    private(set) var names: Set<String> = []

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        let name = node.baseName.identifierText
        let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
        let words = name.lowercased()
        if words.contains("max") || words.contains("largest") || words.contains("worst")
            || words.contains("biggest")
        {
            views.insert(.largest)
        } else if words.contains("min") || words.contains("smallest") {
            views.insert(.smallest)
        } else if words.contains("norm") {
            views.insert(.whole)
        }
        if !isMember { names.insert(name) }
        return .visitChildren
    }
}

/// Finds the numbers written in an expression, and those that its names stand for.
final class Literals: SyntaxVisitor {
    private(set) var numbers: [Double] = []
    private let definitions: Definitions

    init(_ definitions: Definitions) {
        self.definitions = definitions
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        guard node.operator.text == "-", let number = node.expression.number else { return .visitChildren }
        numbers.append(-number)
        return .skipChildren
    }

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        add(ExprSyntax(node))
    }
    override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind { add(ExprSyntax(node)) }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        guard node.parent?.as(MemberAccessExprSyntax.self)?.declName.id != node.id else {
            return .skipChildren
        }
        return add(ExprSyntax(node))
    }

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    private func add(_ expression: ExprSyntax) -> SyntaxVisitorContinueKind {
        if let number = definitions.form(of: expression).number { numbers.append(number) }
        return .skipChildren
    }
}

extension Comparison {
    /// Why it holds whatever is computed: `min(x, 5) <= 5`.
    var triviality: String? {
        guard terms.count == 1 else { return nil }
        switch terms[0].thing.kind {
        case .atMost(let numbers)
        where numbers.contains {
            relation == .atMost && $0 <= threshold || relation == .less && $0 < threshold
        }:
            return "'\(terms[0].thing.text)' cannot be larger"
        case .atLeast(let numbers)
        where numbers.contains {
            relation == .atLeast && $0 >= threshold || relation == .greater && $0 > threshold
        }:
            return "'\(terms[0].thing.text)' cannot be smaller"
        default: return nil
        }
    }
}
