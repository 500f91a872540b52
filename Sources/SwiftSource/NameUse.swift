import SwiftSyntax

/// A name in Swift source that may refer to a declaration somewhere else.
public struct NameUse: Sendable, Hashable, Codable {
    /// In what place the name stands.
    public enum Role: String, Sendable, Hashable, Codable {
        /// Where a type is meant.
        case type
        /// In an expression.
        case value
        /// Between or before operands.
        case `operator`
    }

    /// In what place the name stands.
    public var role: Role
    /// The names it is a member of: `LSTMCell`, `Form` before `.peepholes`.
    public var path: [String] = []
    /// The name.
    public var name: String
    /// If it is called, the labels of the arguments in parentheses, `_` where there is none.
    public var labels: [String]?
    /// How many closures follow the parentheses.
    public var trailingClosures = 0
    /// Whether it stands inside the declaration of a type, where a bare name may be that of a member.
    public var isInsideType = false
}

/// Finds the names that may refer to declarations elsewhere, by the bytes they begin at.
final class NameUses: SyntaxVisitor {
    private(set) var found: [Int: NameUse] = [:]
    private var depth = 0

    private func record(_ token: TokenSyntax, _ use: NameUse) {
        guard token.presence == .present, !token.text.isEmpty else { return }
        var use = use
        use.isInsideType = depth > 0
        found[token.positionAfterSkippingLeadingTrivia.utf8Offset] = use
    }

    // MARK: Types

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        if node.parent?.is(AttributeSyntax.self) != true {
            record(node.name, NameUse(role: .type, name: node.name.identifierText))
        }
        return .visitChildren
    }

    override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
        if let path = node.baseType.path {
            record(node.name, NameUse(role: .type, path: path, name: node.name.identifierText))
        }
        return .visitChildren
    }

    // MARK: Expressions

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        guard let parent = node.parent, !parent.is(KeyPathPropertyComponentSyntax.self) else {
            return .visitChildren
        }
        if case .binaryOperator = node.baseName.tokenKind {
            record(node.baseName, NameUse(role: .operator, name: node.baseName.text))
            return .visitChildren
        }
        guard case .identifier = node.baseName.tokenKind else { return .visitChildren }
        var use = NameUse(role: .value, name: node.baseName.identifierText)
        var whole = Syntax(node)
        if let access = parent.as(MemberAccessExprSyntax.self), access.declName.id == node.id {
            // The type of any other base, and of none, is for the compiler to know.
            guard let path = access.base?.path else { return .visitChildren }
            use.path = path
            whole = Syntax(access)
        }
        if let special = whole.parent?.as(GenericSpecializationExprSyntax.self) { whole = Syntax(special) }
        if let arguments = node.argumentNames {
            use.labels = arguments.arguments.map(\.name.text)
        } else if let call = whole.parent?.as(FunctionCallExprSyntax.self),
            call.calledExpression.id == whole.id
        {
            use.labels = call.arguments.map { $0.label?.identifierText ?? "_" }
            use.trailingClosures =
                (call.trailingClosure == nil ? 0 : 1) + call.additionalTrailingClosures.count
        }
        record(node.baseName, use)
        return .visitChildren
    }

    override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        record(node.operator, NameUse(role: .operator, name: node.operator.text))
        return .skipChildren
    }

    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        record(node.operator, NameUse(role: .operator, name: node.operator.text))
        return .visitChildren
    }

    override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        record(node.operator, NameUse(role: .operator, name: node.operator.text))
        return .visitChildren
    }

    // MARK: Where members have bare names

    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
        depth += 1
        return .visitChildren
    }

    override func visitPost(_ node: MemberBlockSyntax) { depth -= 1 }
}

extension TokenSyntax {
    /// The name without the backticks that make it one.
    var identifierText: String { identifier?.name ?? text }
}

extension TypeSyntax {
    /// The names of a type that is nothing but names: `LSTMCell.Form`, whatever its generic arguments.
    var path: [String]? {
        if let simple = self.as(IdentifierTypeSyntax.self) { return [simple.name.identifierText] }
        if let member = self.as(MemberTypeSyntax.self) {
            return member.baseType.path.map { $0 + [member.name.identifierText] }
        }
        return nil
    }
}

extension ExprSyntax {
    /// The names of an expression that is nothing but names: `LSTMCell.Form`, `cell`.
    var path: [String]? {
        if let simple = self.as(DeclReferenceExprSyntax.self) {
            guard case .identifier = simple.baseName.tokenKind, simple.argumentNames == nil else {
                return nil
            }
            return [simple.baseName.identifierText]
        }
        if let special = self.as(GenericSpecializationExprSyntax.self) { return special.expression.path }
        if let access = self.as(MemberAccessExprSyntax.self), let base = access.base?.path,
            case .identifier = access.declName.baseName.tokenKind
        {
            return base + [access.declName.baseName.identifierText]
        }
        return nil
    }
}
