import Diagnostics
import Foundation
import Storage

/// A folder of a test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/storage-\(UInt64.random(in: 0 ... .max))"
        try Files.makeFolder(path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes text; paths are relative to the folder.
    func write(_ text: String, to name: String) throws {
        try Files.makeFolder(Files.parent(of: "\(path)/\(name)"))
        try Files.write(Array(text.utf8), to: "\(path)/\(name)")
    }

    /// The text of every file below a folder, by path.
    func contents(_ name: String) throws -> [String: String] {
        var contents: [String: String] = [:]
        for file in try Files.tree("\(path)/\(name)") where file != StagedFolder.manifestName {
            contents[file] = String(decoding: try Files.read("\(path)/\(name)/\(file)"), as: UTF8.self)
        }
        return contents
    }
}

/// The summary of the error that something throws, or nil.
func complaint(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as DiagnosticError {
        return error.diagnostics.map(\.summary).joined(separator: "\n")
    } catch {
        return "\(error)"
    }
}
