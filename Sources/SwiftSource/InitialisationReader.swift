import SwiftLexicalLookup
import SwiftSyntax

/// Reads in a piece of top-level code which variables it gives a value, and which names it uses: at once, or when
/// something it declares is called.
final class InitialisationReader: SyntaxVisitor {
    /// The variables of the file itself that are stored, with the bytes their names begin at.
    private(set) var variables: [(name: String, offset: Int)] = []
    /// The names used when the code runs, with the bytes they begin at.
    private(set) var uses: [(name: String, offset: Int)] = []
    /// The names used by what is declared, by the name it is called by.
    private(set) var usesWhenCalled: [String: Set<String>] = [:]

    /// What is declared around the node that is visited; empty where code runs at once.
    private var owners: [String] = []
    /// The types around the node that is visited.
    private var types: [String] = []

    init(_ piece: SwiftPiece) {
        super.init(viewMode: .sourceAccurate)
        walk(piece.tree)
    }

    // MARK: Uses

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        guard let identifier = node.baseName.identifier else { return .visitChildren }
        let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
        if isMember || !isLocal(identifier, at: node) {
            use(identifier.name, at: node.baseName.positionAfterSkippingLeadingTrivia.utf8Offset, isMember)
        }
        return .visitChildren
    }

    private func use(_ name: String, at offset: Int, _ isMember: Bool) {
        if let owner = owners.last {
            usesWhenCalled[owner, default: []].insert(isMember ? "." + name : name)
        } else {
            uses.append((isMember ? "." + name : name, offset))
        }
    }

    /// Whether a name is declared nearer than in the file: in a function, a loop, a type.
    private func isLocal(_ name: Identifier, at node: DeclReferenceExprSyntax) -> Bool {
        for result in node.lookup(name) {
            switch result {
            case .fromScope(let scope, let names):
                if !scope.is(SourceFileSyntax.self), !names.contains(where: { isFileVariable($0.syntax) }) {
                    return true
                }
            case .lookForMembers(let type):
                if declaresMember(name.name, type) { return true }
            case .lookForGenericParameters, .lookForImplicitClosureParameters:
                continue
            }
        }
        return false
    }

    private func declaresMember(_ name: String, _ type: some SyntaxProtocol) -> Bool {
        guard let members = type.asProtocol((any DeclGroupSyntax).self)?.memberBlock.members else {
            return false
        }
        return members.contains { member in
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                return variable.bindings.contains {
                    $0.pattern.names.contains { $0.identifier?.name == name }
                }
            }
            return member.decl.asProtocol((any NamedDeclSyntax).self)?.name.identifier?.name == name
        }
    }

    // MARK: What gives variables their values

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        guard isOfFile(node) else { return .visitChildren }
        for binding in node.bindings where binding.isStored { declare(binding.pattern) }
        return .visitChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if node.parent?.parent?.parent?.is(GuardStmtSyntax.self) == true, isOfFile(node) {
            declare(node.pattern)
        }
        return .visitChildren
    }

    private func declare(_ pattern: PatternSyntax) {
        for token in pattern.names {
            guard let name = token.identifier?.name else { continue }
            variables.append((name, token.positionAfterSkippingLeadingTrivia.utf8Offset))
        }
    }

    /// Whether a declaration belongs to the file, not to a function, closure, type or block of statements in it.
    private func isOfFile(_ node: some SyntaxProtocol) -> Bool {
        var ancestor = node.parent
        while let current = ancestor {
            if current.is(CodeBlockSyntax.self) || current.is(MemberBlockSyntax.self)
                || current.is(ClosureExprSyntax.self) || current.is(AccessorBlockSyntax.self)
                || current.is(SwitchCaseSyntax.self)
            {
                return false
            }
            ancestor = current.parent
        }
        return true
    }

    private func isFileVariable(_ name: some SyntaxProtocol) -> Bool {
        guard isOfFile(name) else { return false }
        var ancestor = name.parent
        while let current = ancestor {
            if current.is(VariableDeclSyntax.self) || current.is(GuardStmtSyntax.self) { return true }
            ancestor = current.parent
        }
        return false
    }

    // MARK: What runs only when called

    /// Enters something that runs when `name` is called. What is inside something else is called by that.
    private func enter(_ name: String) -> SyntaxVisitorContinueKind {
        owners.append(owners.last ?? name)
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        enter((types.isEmpty ? "" : ".") + (node.name.identifier?.name ?? node.name.text))
    }

    override func visitPost(_ node: FunctionDeclSyntax) { owners.removeLast() }

    // Whoever makes a value of a type, or indexes one, names it.
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(types.last ?? "")
    }
    override func visitPost(_ node: InitializerDeclSyntax) { owners.removeLast() }
    override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(types.last ?? "")
    }
    override func visitPost(_ node: DeinitializerDeclSyntax) { owners.removeLast() }
    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { enter(types.last ?? "") }
    override func visitPost(_ node: SubscriptDeclSyntax) { owners.removeLast() }

    override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
        if let name = callName(of: node) { owners.append(owners.last ?? name) }
        return .visitChildren
    }

    override func visitPost(_ node: PatternBindingSyntax) {
        if callName(of: node) != nil { owners.removeLast() }
    }

    /// The name by which what a binding computes is called later; nil if it is computed at once.
    private func callName(of binding: PatternBindingSyntax) -> String? {
        guard let variable = binding.parent?.parent?.as(VariableDeclSyntax.self),
            let name = binding.pattern.names.first?.identifier?.name
        else { return nil }
        let isClosure = binding.initializer?.value.is(ClosureExprSyntax.self) == true
        guard variable.parent?.is(MemberBlockItemSyntax.self) == true else {
            return binding.isStored && !isClosure ? nil : name
        }
        let isLate = variable.modifiers.contains { ["static", "class", "lazy"].contains($0.name.text) }
        // The default of a stored property is computed when a value of the type is made.
        return binding.isStored && !isLate ? types.last : "." + name
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enterType(node.name.text) }
    override func visitPost(_ node: StructDeclSyntax) { types.removeLast() }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enterType(node.name.text) }
    override func visitPost(_ node: ClassDeclSyntax) { types.removeLast() }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enterType(node.name.text) }
    override func visitPost(_ node: ActorDeclSyntax) { types.removeLast() }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enterType(node.name.text) }
    override func visitPost(_ node: EnumDeclSyntax) { types.removeLast() }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { enterType(node.name.text) }
    override func visitPost(_ node: ProtocolDeclSyntax) { types.removeLast() }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        enterType(node.extendedType.trimmedDescription)
    }
    override func visitPost(_ node: ExtensionDeclSyntax) { types.removeLast() }

    private func enterType(_ name: String) -> SyntaxVisitorContinueKind {
        types.append(name)
        return .visitChildren
    }
}

extension PatternBindingSyntax {
    /// Whether it is no computed property: it may have observers.
    fileprivate var isStored: Bool {
        switch accessorBlock?.accessors {
        case nil: true
        case .getter: false
        case .accessors(let accessors):
            accessors.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
        }
    }
}

extension PatternSyntax {
    /// The names it binds.
    fileprivate var names: [TokenSyntax] {
        if let simple = self.as(IdentifierPatternSyntax.self) { return [simple.identifier] }
        if let tuple = self.as(TuplePatternSyntax.self) { return tuple.elements.flatMap(\.pattern.names) }
        if let value = self.as(ValueBindingPatternSyntax.self) { return value.pattern.names }
        return []
    }
}
