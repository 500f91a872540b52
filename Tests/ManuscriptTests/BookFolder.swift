import Diagnostics
import Foundation

@testable import Manuscript

/// A folder that is gone after the test.
struct BookFolder: ~Copyable {
    let path: String

    init(_ files: [String: String]) throws {
        path = NSTemporaryDirectory() + "book-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// What is wrong with a book of some files, each with its line and column.
func complaintsOfBook(_ files: [String: String]) throws -> [String] {
    let folder = try BookFolder(files)
    do throws(Failure) {
        _ = try Book.read(folder: folder.path)
        return []
    } catch {
        return error.diagnostics.map { diagnostic in
            let start = diagnostic.location?.start
            return "\(start?.line ?? 0):\(start?.column ?? 0) "
                + diagnostic.summary.replacing(folder.path + "/", with: "")
        }
    }
}
