import Execution
import Foundation
import Manuscript
import Press

/// The book of this repository, read, run and compared once for all tests.
enum TheBook {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "chapters").path()

    static let press = Press(
        folder: folder, options: ExecutionOptions(jobs: ProcessInfo.processInfo.activeProcessorCount))

    static let proof = Task { try await press.prove(press.read()) }

    /// The slugs of the chapters; none if the book cannot be read, which a test of its own reports.
    static let slugs = ((try? Book.read(folder: folder))?.chapters ?? []).map(\.slug)
}
