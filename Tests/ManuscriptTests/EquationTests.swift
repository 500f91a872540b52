import Diagnostics
import Testing

@testable import Manuscript

/// An equation has one number: what TeX reads in its `\tag`, or the option of its fence, or the book's own count.
struct EquationTests {
    private func chapter(_ text: String) throws -> Chapter {
        try Chapter(parsing: SourceFile(path: "1.md", text: "# T\n\n\(text)\n"), role: .chapter(number: 1))
    }

    /// What the page and references call the equations of a text.
    private func names(_ text: String) throws -> [String?] {
        let chapter = try chapter(text)
        return try chapter.content().passages.compactMap { passage in
            guard case .equation(let equation) = passage else { return nil }
            if let label = equation.label { return chapter.labels.first { $0.id == label }?.text }
            return equation.name ?? "none"
        }
    }

    @Test(arguments: [
        ("$$a = b$$", "none"), ("$$a = b$$ {#eq-a}", "EQ 1.1"),
        (#"$$a = b \tag{7.7}$$"#, "EQ 7.7"), (#"$$a = b \tag{7.7}$$ {#eq-a}"#, "EQ 7.7"),
        (#"$$\tag*{N7} a = b$$ {#eq-a}"#, "EQ N7"),
        ("$$\na = b % \\tag{9.9}\n$$", "none"), ("$$\na = b % \\tag{9.9}\n$$ {#eq-a}", "EQ 1.1"),
        ("$$\na % \\tag{9.9}\n\\tag{3}\n$$ {#eq-a}", "EQ 3"),
        (#"$$\newcommand{\n}{\tag{5}} a \n$$ {#eq-a}"#, "EQ 5"),
        ("```math\na = b\n```", "none"), ("```math id=eq-a\na = b\n```", "EQ 1.1"),
        ("```math\na = b \\tag{4.4}\n```", "EQ 4.4"), ("```math id=eq-a\na = b \\tag{4.4}\n```", "EQ 4.4"),
        ("```math number=4.4\na = b\n```", "EQ 4.4"), ("```math id=eq-a number=4.4\na = b\n```", "EQ 4.4"),
        ("```math id=eq-a number=4.4\na = b \\tag{4.4}\n```", "EQ 4.4"),
        ("> $$a \\tag{2}$$ {#eq-a}\n\n$$b$$ {#eq-b}", "EQ 1.1"),
        (#"$$\begin{aligned} a &= b \tag{6} \end{aligned}$$ {#eq-a}"#, "EQ 6"),
    ])
    func aNumberHasOneSource(text: String, expected: String) throws {
        #expect(try names(text) == [expected])
    }

    @Test(arguments: [
        ("```math id=eq-a number=4.3\na \\tag{4.4}\n```", "3:4 this equation has two numbers, 4.3 and 4.4"),
        (#"In $a \tag{1}$."#, "3:7 a formula in a sentence has no number"),
        (#"$$a \tag{1} \tag{2}$$"#, #"3:13 a second \tag"#),
    ])
    func aNumberThatCannotBeIsAnError(text: String, expected: String) throws {
        let error = #expect(throws: DiagnosticError.self) { try chapter(text) }
        let found = error?.diagnostics.map { diagnostic in
            let start = diagnostic.location?.start
            return "\(start?.line ?? 0):\(start?.column ?? 0) \(diagnostic.summary)"
        }
        #expect(found == [expected])
    }

    @Test func aMistakeInTeXPointsIntoTheChapter() throws {
        let error = #expect(throws: DiagnosticError.self) { try chapter(#"with $x + \frca12$ in it."#) }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.location?.start == SourcePosition(line: 3, column: 11))
        #expect(diagnostic.location?.end == SourcePosition(line: 3, column: 16))
        #expect(diagnostic.help?.hasPrefix(#"did you mean \frac?"#) == true)
    }

    /// Two equations may not have one number, whether text can refer to them or not.
    @Test func numbersAreUnique() throws {
        let chapter = try chapter("$$a \\tag{1}$$\n\n```math number=1\nb\n```\n\n$$c$$ {#eq-c}")
        var diagnostics: [Diagnostic] = []
        _ = LabelIndex([chapter], &diagnostics)
        #expect(diagnostics.map(\.summary) == ["two equations have the number 1"])
        #expect(diagnostics.first?.location?.start.line == 5)
    }
}
