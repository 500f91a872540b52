import SwiftSyntax

/// A declaration by which a name or an operator that everybody knows may come to mean something else.
public struct Redefinition: Sendable, Hashable, Codable {
    /// The name or the operator.
    public let name: String
    /// The byte of the piece that the name begins at.
    public let offset: Int
    /// Whether it changes what other code means that does not name it.
    public let isImplicit: Bool
    /// The types that must be foreign for this to be a redefinition: those that an operator works on, or that a member is
    /// added to. A name of the file's own has none.
    public let types: Set<String>
}

extension SwiftPiece {
    /// What the piece declares that may stand in the way of a common name: functions, variables and types of the file
    /// itself, operators, and members of extended types.
    public var redefinitions: [Redefinition] {
        let finder = RedefinitionFinder(viewMode: .sourceAccurate)
        finder.walk(tree)
        return finder.found
    }

    /// The names of the types that the piece declares, at any depth.
    public var declaredTypes: Set<String> {
        let finder = TypeNames(viewMode: .sourceAccurate)
        finder.walk(tree)
        return finder.found
    }

    /// Every name and operator in the piece, with the byte of its first place.
    public var words: [String: Int] {
        var found: [String: Int] = [:]
        for token in tree.tokens(viewMode: .sourceAccurate) {
            switch token.tokenKind {
            case .identifier, .binaryOperator, .prefixOperator, .postfixOperator, .keyword(.Any),
                .keyword(.`init`):
                let name = token.identifierText
                if found[name] == nil {
                    found[name] = token.positionAfterSkippingLeadingTrivia.utf8Offset
                }
            case .leftSquare: found["subscript"] = found["subscript"] ?? token.position.utf8Offset
            case .backslash:
                found["appendInterpolation"] = found["appendInterpolation"] ?? token.position.utf8Offset
            default: continue
            }
        }
        return found
    }
}

private final class RedefinitionFinder: SyntaxVisitor {
    private(set) var found: [Redefinition] = []
    /// The types around the node that is visited, outermost first, and whether each is an extension.
    private var surroundings: [(name: String, isExtension: Bool)] = []

    private func add(_ token: TokenSyntax, types: Set<String> = []) {
        found.append(
            Redefinition(
                name: token.identifierText, offset: token.positionAfterSkippingLeadingTrivia.utf8Offset,
                isImplicit: CommonNames.literalTypes.contains(token.identifierText), types: types))
    }

    // MARK: Functions, variables, types

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        switch node.name.tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator:
            var types = Set(surroundings.map(\.name))
            for parameter in node.signature.parameterClause.parameters {
                for token in parameter.type.tokens(viewMode: .sourceAccurate) {
                    if case .identifier = token.tokenKind { types.insert(token.identifierText) }
                }
            }
            types.remove("Self")
            add(node.name, types: types.isEmpty ? ["any type"] : types)
        default: declare(node.name)
        }
        return .skipChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        for binding in node.bindings {
            for token in binding.pattern.tokens(viewMode: .sourceAccurate) {
                if case .identifier = token.tokenKind { declare(token) }
            }
        }
        return .skipChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        declare(node.initKeyword)
        return .skipChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        declare(node.subscriptKeyword)
        return .skipChildren
    }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        declare(node.name)
        return .skipChildren
    }

    override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind {
        if CommonNames.operators.contains(node.name.text) { add(node.name) }
        return .skipChildren
    }

    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
    override func visitPost(_ node: StructDeclSyntax) { surroundings.removeLast() }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
    override func visitPost(_ node: ClassDeclSyntax) { surroundings.removeLast() }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
    override func visitPost(_ node: EnumDeclSyntax) { surroundings.removeLast() }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
    override func visitPost(_ node: ActorDeclSyntax) { surroundings.removeLast() }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name) }
    override func visitPost(_ node: ProtocolDeclSyntax) { surroundings.removeLast() }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        let path = node.extendedType.path ?? [node.extendedType.trimmedDescription]
        surroundings.append((path.last ?? "", true))
        return .visitChildren
    }
    override func visitPost(_ node: ExtensionDeclSyntax) { surroundings.removeLast() }

    // What a function, a closure or a statement declares is its own.
    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    private func enter(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        declare(name)
        surroundings.append((name.identifierText, false))
        return .visitChildren
    }

    private func declare(_ name: TokenSyntax) {
        guard let type = surroundings.last else {
            let text = name.identifierText
            if CommonNames.global.contains(text) || CommonNames.literalTypes.contains(text) { add(name) }
            return
        }
        if type.isExtension, CommonNames.members.contains(name.identifierText) {
            add(name, types: [type.name])
        }
    }
}

private final class TypeNames: SyntaxVisitor {
    private(set) var found: Set<String> = []

    private func add(_ name: TokenSyntax) -> SyntaxVisitorContinueKind {
        found.insert(name.identifierText)
        return .visitChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { add(node.name) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { add(node.name) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { add(node.name) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { add(node.name) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { add(node.name) }
}
