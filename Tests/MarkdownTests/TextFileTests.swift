import Markdown
import Diagnostics
import Testing

/// What a file may hold: UTF-8 text with any line endings.
@Suite struct TextFileTests {
    @Test(
        arguments: [
            ([0x61, 0x00, 0x62], 1, "NUL"), ([0x61, 0x62, 0xFF], 2, "0xFF"), ([0xC3], 0, "0xC3"),
            ([0xE2, 0x82, 0x61], 0, "0xE2"),
            ([0x61, 0xED, 0xA0, 0x80], 1, "0xED"), ([0xF5, 0x80, 0x80, 0x80], 0, "0xF5"), ([0x80], 0, "0x80"),
            ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00], 6, "NUL"),
        ] as [([UInt8], Int, String)])
    func whatIsNoTextIsRefusedAtItsByte(bytes: [UInt8], offset: Int, word: String) {
        let file = SourceFile(path: "test.md", bytes: bytes)
        let error = #expect(throws: DiagnosticError.self) { try Document(parsing: file) }
        #expect(error?.diagnostics.first?.location?.range == offset..<offset + 1)
        #expect(error?.diagnostics.first?.summary.contains(word) == true)
    }

    @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n\r\n", " \t \n"])
    func emptyFilesHaveNoBlocks(text: String) throws {
        #expect(try Document(parsing: SourceFile(path: "test.md", text: text)).blocks.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func lineEndingsMakeNoDifference(ending: String) throws {
        let text = ["# A", "", "b  ", "c $x", "y$", "", "```", "d", "```", "", "| e |", "|---|", "| f |", ""]
        func kinds(_ ending: String) throws -> [String] {
            let file = SourceFile(path: "test.md", text: "\u{FEFF}" + text.joined(separator: ending))
            return try Document(parsing: file).dump(withRanges: false).split(separator: "\n").map(String.init)
        }
        #expect(try kinds(ending) == kinds("\n"))
    }

    @Test func privateUseCharactersSurvive() throws {
        let file = SourceFile(path: "test.md", text: "\u{E000}\u{F8FF}ß $a$ ßx\n")
        let document = try Document(parsing: file)
        guard case .paragraph(let content)? = document.blocks.first?.kind else {
            Issue.record("no paragraph")
            return
        }
        #expect(content.plainText == "\u{E000}\u{F8FF}ß a ßx")
    }
}
