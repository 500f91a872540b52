import Figures
import Foundation
import TestSupport
import Testing

/// Drawings are compared byte by byte with those in `Golden`.
@Suite struct GoldenTests {
    private static let golden = GoldenFolder("Golden", files: ["expected.txt", "expected.html"])

    @Test(arguments: GoldenCases.all.indices)
    func drawings(index: Int) throws {
        let (name, figure) = GoldenCases.all[index]
        for (file, drawn) in [("expected.txt", figure.text()), ("expected.html", figure.markup())] {
            #expect(try Self.golden.mistake(drawn.utf8, file, of: name) == nil)
        }
    }

    @Test func orphans() {
        #expect(Self.golden.names == GoldenCases.all.map(\.name).sorted())
    }
}
