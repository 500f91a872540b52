import Testing

@testable import Figures

@Suite struct TableTests {
    @Test func numbersAreFlushRight() {
        let table = Table(title: "", columns: ["cell", "n"], rows: [["RNN", "5"], ["LSTM", "20"]])
        #expect(
            table.text() == """
                cell   n
                ────────
                RNN    5
                LSTM  20

                """)
    }

    @Test func wideTablesContinueBelow() {
        let names = (0..<12).map { "column number \($0)" }
        let text = Table(title: "", columns: names, rows: [names]).text()
        for index in 0..<12 {
            #expect(text.split { !$0.isNumber }.contains { $0 == "\(index)" })
        }
        #expect(text.split(separator: "\n").count { $0.contains("─") } == 3)
    }

    @Test func longCellsAreBrokenBetweenWords() {
        let text = Table(title: "", [.text("a", ["x"]), .text("b", [String(repeating: "word ", count: 40)])])
            .text()
        #expect(text.split { $0 == " " || $0 == "\n" }.count { $0 == "word" } == 40)
    }

    @Test func aPageHasATableOfItsOwn() {
        let markup = Table(title: "a & b", [.text("<x>", ["y"]), .numbers("n", [-1, 2])]).markup()
        #expect(
            markup == """
                <table>
                <caption>a &amp; b</caption>
                <thead>
                <tr><th scope="col">&lt;x&gt;</th><th scope="col" class="right">n</th></tr>
                </thead>
                <tbody>
                <tr><td>y</td><td class="right">−1</td></tr>
                <tr><td></td><td class="right">2</td></tr>
                </tbody>
                </table>

                """)
    }

    @Test func drawingHasTheRolesOfATable() {
        let svg = Table(title: "t", [.text("a", ["x", "y"]), .numbers("b", [1, 2])]).svg()
        #expect(svg.contains("role=\"table\""))
        #expect(svg.split(separator: "role=\"row\"").count == 4)
        #expect(svg.split(separator: "role=\"columnheader\"").count == 3)
        #expect(svg.split(separator: "role=\"cell\"").count == 5)
    }
}
