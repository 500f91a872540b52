import Diagnostics
import Execution
import Manuscript
import Press
import Testing

/// One test for each chapter: every output, value and claim in it is still right.
struct ChapterTests {
    @Test func theBookCanBeRead() throws {
        do throws(Failure) {
            _ = try TheBook.press.read()
        } catch {
            for diagnostic in error.diagnostics { record(diagnostic) }
        }
    }

    @Test(arguments: TheBook.slugs) func everyOutputIsStillRight(slug: String) async throws {
        let proof: Proof
        do {
            proof = try await TheBook.proof.value
        } catch let error as Failure {
            for diagnostic in error.diagnostics { record(diagnostic) }
            return
        }
        let chapter = try #require(proof.chapters.first { $0.chapter.slug == slug })
        for diagnostic in chapter.errors { record(diagnostic) }
    }

    /// Reports what is wrong at its own line of the chapter, where editors can jump to it.
    private func record(_ diagnostic: Diagnostic) {
        guard let location = diagnostic.location else {
            Issue.record("\(diagnostic.text(.plain))")
            return
        }
        let name = location.file.path.split(separator: "/").last.map(String.init) ?? location.file.path
        Issue.record(
            "\(diagnostic.text(.plain))",
            sourceLocation: Testing.SourceLocation(
                fileID: "chapters/\(name)", filePath: location.file.path, line: location.start.line,
                column: location.start.column))
    }
}
