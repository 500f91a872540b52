import SwiftSyntax

/// Which pieces of a program told in pieces rest on which: by the names that they give to things at the top level, change,
/// and use.
///
/// Names are told apart by how they are written, and members by nothing: the graph says what may matter, and leaves out
/// nothing that does.
public struct StepGraph: Sendable {
    /// What a piece has to do with names.
    private struct Piece: Sendable {
        var declared: Set<String> = []
        var changed: Set<String> = []
        var used: Set<String> = []
    }

    private let pieces: [Piece]
    private let freshStarts: [Int]

    /// Reads the pieces in their order.
    ///
    /// - Parameter freshStarts: The places of pieces that know nothing of those above them, in order.
    public init(_ program: [ProgramPiece], freshStarts: [Int] = []) {
        self.freshStarts = freshStarts
        pieces = program.map { part in
            let file = folded(part.swift.tree)
            var piece = Piece()
            if part.isShared {
                for statement in file.statements { piece.declared.formUnion(topLevelNames(of: statement)) }
            }
            let names = FreeNames(viewMode: .sourceAccurate)
            names.walk(file)
            piece.used = names.found.union(names.types)
            let changes = Changes(viewMode: .sourceAccurate)
            changes.walk(file)
            piece.changed = changes.found
            return piece
        }
    }

    /// The pieces that a piece uses things of, each with the names of these: where each was declared, and every piece
    /// between that changed it.
    public func sources(of index: Int) -> [(piece: Int, names: [String])] {
        var found: [Int: Set<String>] = [:]
        let start = freshStarts.last { $0 <= index } ?? 0
        for name in pieces[index].used {
            guard let home = pieces[start..<index].lastIndex(where: { $0.declared.contains(name) }) else {
                continue
            }
            found[home, default: []].insert(name)
            for place in (home + 1)..<index where pieces[place].changed.contains(name) {
                found[place, default: []].insert(name)
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// Every piece that a piece rests on, in order.
    public func everySource(of index: Int) -> [Int] {
        var found: Set<Int> = []
        var open = [index]
        while let next = open.popLast() {
            for source in sources(of: next) where found.insert(source.piece).inserted {
                open.append(source.piece)
            }
        }
        return found.sorted()
    }

    /// Every piece that rests on a piece, in order; given names, on these alone.
    public func dependents(of index: Int, names: Set<String>? = nil) -> [Int] {
        var found: Set<Int> = []
        for place in pieces.indices where place > index {
            let isDirect = sources(of: place).contains { source in
                source.piece == index && (names.map { !$0.isDisjoint(with: source.names) } ?? true)
            }
            let isIndirect = sources(of: place).contains { found.contains($0.piece) }
            if isDirect || isIndirect { found.insert(place) }
        }
        return found.sorted()
    }
}

/// The names that a statement gives to things for the pieces below.
private func topLevelNames(of statement: CodeBlockItemSyntax) -> Set<String> {
    if let variable = statement.item.as(VariableDeclSyntax.self) {
        let names = Bindings(viewMode: .sourceAccurate)
        variable.bindings.forEach { names.walk($0.pattern) }
        return Set(names.found.map(\.name))
    }
    if let named = statement.item.asProtocol((any NamedDeclSyntax).self) {
        return [named.name.identifierText]
    }
    return []
}

/// Finds the variables that code assigns to, passes to be changed, or calls a method of as a statement of its own.
private final class Changes: SyntaxVisitor {
    private(set) var found: Set<String> = []

    private func add(_ expression: ExprSyntax) {
        var inner = expression
        while true {
            if let access = inner.as(MemberAccessExprSyntax.self), let base = access.base {
                inner = base
            } else if let access = inner.as(SubscriptCallExprSyntax.self) {
                inner = access.calledExpression
            } else if let unwrapped = inner.as(ForceUnwrapExprSyntax.self) {
                inner = unwrapped.expression
            } else {
                break
            }
        }
        if let name = inner.as(DeclReferenceExprSyntax.self) { found.insert(name.baseName.identifierText) }
    }

    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        let text = node.operator.trimmedDescription
        if text.hasSuffix("="), Relation(operator: text) == nil { add(node.leftOperand) }
        return .visitChildren
    }

    override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
        add(node.expression)
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if node.parent?.is(CodeBlockItemSyntax.self) == true,
            let access = node.calledExpression.as(MemberAccessExprSyntax.self),
            let base = access.base
        {
            add(base)
        }
        return .visitChildren
    }
}
