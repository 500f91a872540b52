import Figures
import Foundation
import Testing

/// Drawings are compared byte by byte with those in `Golden`. `RECORD_FIGURES=1 swift test` writes them anew, and
/// such a run fails so that it cannot pass for a test.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_FIGURES"] == "1"

    @Test(arguments: GoldenCases.all.indices)
    func drawings(index: Int) throws {
        let (name, figure) = GoldenCases.all[index]
        let folder = Self.folder.appending(path: name)
        for (file, drawn) in [("expected.txt", figure.text()), ("expected.svg", figure.svg())] {
            let url = folder.appending(path: file)
            if Self.isRecording {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(drawn.utf8).write(to: url)
                Issue.record("recorded \(name)/\(file)")
            } else {
                let expected = try String(decoding: Data(contentsOf: url), as: UTF8.self)
                #expect(drawn == expected, "\(name)/\(file)")
            }
        }
    }

    @Test func orphans() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(GoldenCases.all.map(\.name)))
        for folder in folders {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: Self.folder.appending(path: folder).path)
            #expect(Set(files) == ["expected.svg", "expected.txt"])
        }
    }
}
