import Foundation
import Manuscript
import Testing

@testable import Rendering

/// What becomes of text between the chapter and the page.
@Suite struct TypesettingTests {
    @Test(arguments: [
        ("below 1e-13.", "below <span class=\"nobr\">10<sup>−13</sup></span>."),
        (
            "3.2e-5 and -4e+6",
            "<span class=\"nobr\">3.2 × 10<sup>−5</sup></span> and <span class=\"nobr\">−4 × 10<sup>6</sup></span>"
        ),
        ("from -0.5 to (-1)", "from −0.5 to (−1)"), ("4 × 10⁻⁹", "4\u{A0}×\u{A0}10⁻⁹"),
        // No numbers, or numbers with nothing to set.
        ("the-1 e-mail page-13 1e-x 12 e-3", "the-1 e-mail page-13 1e-x 12 e-3"), ("x1e-5", "x1e-5"),
        ("2020-01-02", "2020-01-02"),
    ])
    func numbers(text: String, markup: String) {
        #expect(Numerals.typeset(text).serialised() == markup)
    }

    @Test func codeKeepsItsCharacters() {
        #expect(Numerals.unbroken("x = -1e-13").serialised() == "x = <span class=\"nobr\">-1e-13</span>")
    }

    /// No line ends between a formula and the punctuation or the bracket beside it.
    @Test(arguments: [
        ("Of $x$, yes.", ",</span> yes."), ("($x$)", "<span class=\"nobr\">("),
        ("The $n$-th one", "-th</span> one"),
    ])
    func formulasKeepTheirPunctuation(markdown: String, markup: String) throws {
        let page = try rendered("# T\n\n\(markdown)\n")
        #expect(page.body.contains(markup), "\(page.body)")
    }

    @Test func formulasAloneAreNotWrapped() throws {
        #expect(try !rendered("# T\n\nOf $x$ and $y$ too\n").body.contains("nobr"))
    }

    @Test(arguments: [
        ("The forget gates open.", ["forget gates"]), ("A Gate, a gate.", ["Gate", "gate"]),
        ("Gateway, investigates, forget-gate and gate-like.", []), ("forget\ngate", ["forget\ngate"]),
        ("gates’ own", ["gates"]),
    ])
    func terms(text: String, found: [String]) {
        let finder = TermFinder([("term-gate", "gate"), ("term-forget", "forget gate")])
        #expect(finder.matches(in: text).map { String(text[$0.range]) } == found)
    }

    @Test func theFirstUseInASectionIsLinked() throws {
        let page = try rendered(
            "# T\n\n> [!DEFINITION] gate\n> A gate.\n\nA gate and a gate.\n\n## H gate\n\nThe gate, [a gate](1.md), [0.5](<swift: x>).\n"
        )
        let links = page.body.matches(of: /class="term"[^>]*>([^<]*)</).map { String($0.1) }
        // Within its own definition and behind it, a term needs no link until the next heading.
        #expect(links == ["gate"])
    }
}

/// Code that only shows figures, and is folded away where a book asks for it.
@Suite struct PlotCodeTests {
    private static let plot = "show(\n    LinePlot(\n        title: \"a\", [1]))\n"

    @Test(arguments: [
        ("let a = 1\n\(plot)", "let a = 1\n", plot), (plot, "", plot),
        ("\(plot)\n\(plot)", "", "\(plot)\n\(plot)"),
    ])
    func isParted(code: String, rest: String, plots: String) throws {
        let parted = try #require(try block(code).plotCode)
        #expect(parted.rest == rest)
        #expect(parted.plots == plots)
    }

    /// A short call is in nobody's way, and what follows a figure is not hidden with it.
    @Test(arguments: [
        "let a = 1\nshow(a)\n", "\(plot)print(1)\n", "func show() {\n\n\n}\n", "let a = [\n1,\n2,\n]\n",
    ])
    func isLeft(code: String) throws {
        #expect(try block(code).plotCode == nil)
    }

    private func block(_ code: String) throws -> SwiftBlock {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [
            ("book.yml", "title: B\nopening: index.md\nmodules: []\n"),
            ("index.md", "# T\n\n```swift\n\(code)```\n"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try #require(try Book.read(folder: folder.path).chapters[0].blocks.first)
    }
}
