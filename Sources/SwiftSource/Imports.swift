import SwiftSyntax

/// The modules that top-level code imports, in order.
func imports(of file: SourceFileSyntax) -> [String] {
    file.statements.compactMap { statement in
        guard case .decl(let declaration) = statement.item else { return nil }
        return declaration.as(ImportDeclSyntax.self)?.path.first?.name.text
    }
}
