import SwiftSyntax

/// A name that a piece of Swift declares: a variable, a parameter, a type, a function, a member.
public struct Binding: Sendable, Hashable, Codable {
    /// What is known of the type of a declared name by looking at it.
    public enum TypeKnowledge: Sendable, Hashable, Codable {
        /// Nothing, or the name is not that of a value.
        case unknown
        /// It is written, or the value is made by calling it: `Vector`, `LSTMCell.Form`.
        case named([String])
        /// It is that of another value of the same name: `var cell = cell`, `if let cell`.
        case inherited
    }

    /// The name.
    public var name: String
    /// What is known of its type.
    public var type: TypeKnowledge
}

/// Finds the names that code declares, at any depth.
final class Bindings: SyntaxVisitor {
    private(set) var found: [Binding] = []

    private func add(_ token: TokenSyntax?, _ type: Binding.TypeKnowledge = .unknown) {
        guard let name = token?.identifierText, !name.isEmpty, name != "_" else { return }
        found.append(Binding(name: name, type: type))
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        add(node.identifier, type(of: node))
        return .visitChildren
    }

    private func type(of pattern: IdentifierPatternSyntax) -> Binding.TypeKnowledge {
        if let binding = pattern.parent?.as(PatternBindingSyntax.self) {
            return type(pattern, annotation: binding.typeAnnotation, initializer: binding.initializer)
        }
        if let binding = pattern.parent?.as(OptionalBindingConditionSyntax.self) {
            if binding.typeAnnotation == nil, binding.initializer == nil { return .inherited }
            return type(pattern, annotation: binding.typeAnnotation, initializer: binding.initializer)
        }
        return .unknown
    }

    private func type(
        _ pattern: IdentifierPatternSyntax, annotation: TypeAnnotationSyntax?,
        initializer: InitializerClauseSyntax?
    ) -> Binding.TypeKnowledge {
        if let annotation { return annotation.type.path.map { .named($0) } ?? .unknown }
        guard let value = initializer?.value else { return .unknown }
        if let path = value.path {
            return path == [pattern.identifier.identifierText] ? .inherited : .unknown
        }
        guard let call = value.as(FunctionCallExprSyntax.self), let path = call.calledExpression.path else {
            return .unknown
        }
        return .named(path)
    }

    override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
        add(node.secondName ?? node.firstName, node.type.path.map { .named($0) } ?? .unknown)
        return .visitChildren
    }

    override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
        add(node.secondName ?? node.firstName, node.type?.path.map { .named($0) } ?? .unknown)
        return .visitChildren
    }

    override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
        add(node.name)
        return .visitChildren
    }

    override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
        add(node.name, node.initializer == nil ? .inherited : .unknown)
        return .visitChildren
    }

    override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind {
        add(node.name)
        return .visitChildren
    }

    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
        found.append(Binding(name: "error", type: .unknown))
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: AssociatedTypeDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }
    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { named(node) }

    override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
        add(node.name)
        return .visitChildren
    }

    private func named(_ node: some NamedDeclSyntax) -> SyntaxVisitorContinueKind {
        add(node.name)
        return .visitChildren
    }
}
