import TestSupport
import Diagnostics
import Foundation
import Manuscript
import MarkdownSupport
import Site
import Testing

/// Generated chapters of every construct, well formed and broken: each makes a page that holds to the rules, or is
/// refused with the place of every mistake.
@Suite struct PropertyTests {
    @Test func anyChapterIsAPageOrAMistake() async throws {
        var pages = 0
        for seed in 0..<documentCount(150) {
            var generator = BookGenerator(seed: seed)
            let text = "# Title\n\n" + generator.document()
            let book = try TestBook(chapters: [text])
            do {
                try await book.build(cached: false)
                let mistakes = mistakes(ofSite: try book.siteFiles())
                #expect(mistakes == [], "seed \(seed): \(text)")
                pages += 1
            } catch {
                let diagnostics =
                    (error as? DiagnosticError)?.diagnostics ?? (error as? Failure)?.diagnostics ?? []
                #expect(!diagnostics.isEmpty, "seed \(seed): \(error)")
                for diagnostic in diagnostics {
                    let location = try #require(diagnostic.location, "seed \(seed): \(diagnostic.summary)")
                    #expect(location.range.upperBound <= location.file.bytes.count, "seed \(seed)")
                }
            }
        }
        #expect(pages > 0)
    }
}
