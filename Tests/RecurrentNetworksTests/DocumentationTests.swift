import Testing

@Suite("Programs of the documentation")
struct DocumentationTests {
    @Test("the front page prints what it says")
    func frontPage() throws {
        try check(DocumentationProgram(page: "RecurrentNetworks.docc/RecurrentNetworks.md"))
    }

    @Test("the cell of one's own prints what it says")
    func ownCell() throws { try check(DocumentationProgram(commentIn: "Cells/Cell.swift")) }

    private func check(_ program: DocumentationProgram) throws {
        try #require(!program.source.isEmpty && !program.output.isEmpty)
        let variant: BuildVariant = BuildVariant.available.contains(.fused) ? .fused : .optimised
        let output = try variant.output(of: program.source)
        #expect(output == program.output)
    }
}
