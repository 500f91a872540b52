import SwiftSyntax

/// The public declarations of a file, in order: those that say `public` or `open`, and those that are public because
/// what they stand in is: cases, requirements of protocols, members of public extensions.
public func publicDeclarations(in code: String) -> [Declaration] {
    let file = SwiftPiece(code).tree
    var collector = DeclarationCollector(
        bytes: Array(code.utf8), lines: SourceLocationConverter(fileName: "", tree: file))
    for statement in file.statements {
        if case .decl(let declaration) = statement.item { collector.collect(declaration, in: .file) }
    }
    return collector.found
}

/// The first sentence of the first documentation in a file, of whatever it is; nothing if there is none.
public func firstSummary(in code: String) -> String {
    let declarations = SwiftPiece(code).tree.statements.lazy
    return declarations.map(\.leadingTrivia.summary).first { !$0.isEmpty } ?? ""
}

private struct DeclarationCollector {
    /// What a declaration stands in.
    struct Surroundings {
        var container: String?
        /// Whether what says nothing about access is public.
        var makesPublic = false

        static let file = Surroundings()
    }

    let bytes: [UInt8]
    let lines: SourceLocationConverter
    var found: [Declaration] = []

    init(bytes: [UInt8], lines: SourceLocationConverter) {
        self.bytes = bytes
        self.lines = lines
    }

    mutating func collect(_ declaration: DeclSyntax, in place: Surroundings) {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .structDecl(let node): type(node, node.name, node.inheritanceClause, place)
        case .classDecl(let node): type(node, node.name, node.inheritanceClause, place)
        case .enumDecl(let node): type(node, node.name, node.inheritanceClause, place, isEnum: true)
        case .actorDecl(let node): type(node, node.name, node.inheritanceClause, place)
        case .protocolDecl(let node):
            type(node, node.name, node.inheritanceClause, place, makesPublic: true)
        case .extensionDecl(let node): `extension`(node, place)
        case .typeAliasDecl(let node): add(.typealias, node.name, node, node.modifiers, end: nil, place)
        case .associatedTypeDecl(let node):
            add(.typealias, node.name, node, node.modifiers, end: nil, place)
        case .functionDecl(let node):
            let kind: Declaration.Kind = node.name.isOperator ? .operator : .function
            add(
                kind, node.name, node, node.modifiers, parameters: node.signature.parameterClause,
                end: node.body?.position, place)
        case .initializerDecl(let node):
            add(
                .initializer, node.initKeyword, node, node.modifiers,
                parameters: node.signature.parameterClause, end: node.body?.position, place)
        case .subscriptDecl(let node):
            add(
                .subscript, node.subscriptKeyword, node, node.modifiers, parameters: node.parameterClause,
                end: node.accessorBlock?.position, place)
        case .variableDecl(let node): variable(node, place)
        case .enumCaseDecl(let node): cases(node, place)
        case .operatorDecl(let node):
            add(.operator, node.name, node, [], isPublic: true, end: nil, place)
        case .macroDecl(let node): add(.macro, node.name, node, node.modifiers, end: nil, place)
        case .ifConfigDecl(let node):
            for clause in node.clauses {
                switch clause.elements {
                case .decls(let members): for member in members { collect(member.decl, in: place) }
                case .statements(let statements):
                    for statement in statements {
                        if case .decl(let declaration) = statement.item { collect(declaration, in: place) }
                    }
                default: break
                }
            }
        default: break
        }
    }

    // MARK: Types

    private mutating func type(
        _ node: some DeclGroupSyntax, _ name: TokenSyntax, _ inheritance: InheritanceClauseSyntax?,
        _ place: Surroundings, isEnum: Bool = false, makesPublic: Bool = false
    ) {
        guard isPublic(node.modifiers, in: place) else { return }
        add(
            .type, name, node, node.modifiers, inherited: inheritance.names, end: node.memberBlock.position,
            place)
        let path = place.path(name.identifierText)
        for member in node.memberBlock.members {
            let isCase = isEnum && member.decl.is(EnumCaseDeclSyntax.self)
            collect(member.decl, in: Surroundings(container: path, makesPublic: makesPublic || isCase))
        }
    }

    private mutating func `extension`(_ node: ExtensionDeclSyntax, _ place: Surroundings) {
        guard let path = node.extendedType.path?.joined(separator: ".") else { return }
        let inside = Surroundings(container: path, makesPublic: node.modifiers.access == .public)
        for member in node.memberBlock.members { collect(member.decl, in: inside) }
    }

    // MARK: Members

    private mutating func variable(_ node: VariableDeclSyntax, _ place: Surroundings) {
        for binding in node.bindings {
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier else { continue }
            let end = binding.initializer?.position ?? binding.accessorBlock?.position
            add(.variable, name, node, node.modifiers, end: end, place)
        }
    }

    private mutating func cases(_ node: EnumCaseDeclSyntax, _ place: Surroundings) {
        for element in node.elements {
            add(
                .case, element.name, node, node.modifiers,
                signature: "case "
                    + text(element.name.position..<(element.trailingComma?.position ?? element.endPosition)),
                end: nil, place)
        }
    }

    private mutating func add(
        _ kind: Declaration.Kind, _ name: TokenSyntax, _ node: some DeclSyntaxProtocol,
        _ modifiers: DeclModifierListSyntax, parameters: FunctionParameterClauseSyntax? = nil,
        inherited: [String] = [], isPublic: Bool = false, signature: String? = nil, end: AbsolutePosition?,
        _ place: Surroundings
    ) {
        guard isPublic || self.isPublic(modifiers, in: place) else { return }
        let start = name.positionAfterSkippingLeadingTrivia
        found.append(
            Declaration(
                kind: kind, name: name.identifierText, parameters: parameters?.declared,
                container: place.container, inherited: inherited,
                range: start.utf8Offset..<name.endPositionBeforeTrailingTrivia.utf8Offset,
                line: lines.location(for: start).line,
                signature: signature
                    ?? text(node.positionAfterAttributes..<(end ?? node.endPositionBeforeTrailingTrivia)),
                summary: node.leadingTrivia.summary))
    }

    private func isPublic(_ modifiers: DeclModifierListSyntax, in place: Surroundings) -> Bool {
        switch modifiers.access {
        case .public: true
        case .restricted: false
        case .unsaid: place.makesPublic
        }
    }

    /// A stretch of source in one line, without the word that everything listed has.
    private func text(_ range: Range<AbsolutePosition>) -> String {
        String(decoding: bytes[range.lowerBound.utf8Offset..<range.upperBound.utf8Offset], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).filter { $0 != "public" }.joined(separator: " ")
    }
}

extension DeclarationCollector.Surroundings {
    fileprivate func path(_ name: String) -> String { container.map { "\($0).\(name)" } ?? name }
}

private enum Access { case `public`, restricted, unsaid }

extension DeclModifierListSyntax {
    fileprivate var access: Access {
        for modifier in self where modifier.detail == nil {
            switch modifier.name.tokenKind {
            case .keyword(.public), .keyword(.open): return .public
            case .keyword(.private), .keyword(.fileprivate), .keyword(.internal), .keyword(.package):
                return .restricted
            default: continue
            }
        }
        return .unsaid
    }
}

extension InheritanceClauseSyntax? {
    fileprivate var names: [String] {
        self?.inheritedTypes.compactMap { $0.type.path?.joined(separator: ".") } ?? []
    }
}

extension FunctionParameterClauseSyntax {
    fileprivate var declared: [Declaration.Parameter] {
        parameters.map {
            Declaration.Parameter(
                label: $0.firstName.identifierText,
                isOptional: $0.defaultValue != nil || $0.ellipsis != nil, isVariadic: $0.ellipsis != nil)
        }
    }
}

extension TokenSyntax {
    fileprivate var isOperator: Bool {
        switch tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }
}

extension SyntaxProtocol {
    /// Where a declaration begins, its attributes left out.
    fileprivate var positionAfterAttributes: AbsolutePosition {
        for child in children(viewMode: .sourceAccurate) where !child.is(AttributeListSyntax.self) {
            if child.totalLength.utf8Length > 0 { return child.positionAfterSkippingLeadingTrivia }
        }
        return positionAfterSkippingLeadingTrivia
    }
}

extension Trivia {
    /// The first sentence of the documentation in it.
    fileprivate var summary: String {
        var lines: [Substring] = []
        for piece in pieces {
            switch piece {
            case .docLineComment(let line): lines.append(line.dropFirst(3))
            case .docBlockComment(let block):
                lines += block.dropFirst(3).dropLast(2).split(
                    separator: "\n", omittingEmptySubsequences: false)
            default: continue
            }
        }
        let words = lines.map { $0.drop { $0 == " " || $0 == "*" || $0 == "\t" } }
            .drop(while: \.isEmpty).prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
            .joined(separator: " ")
        // A full stop ends a sentence if the next begins with a capital; `et al. (2017)` goes on.
        let end = words.ranges(of: ". ").first {
            words[$0.upperBound...].first.map { $0.isUppercase || $0 == "`" } ?? true
        }
        return end.map { words[..<$0.lowerBound] + "." } ?? words
    }
}
