import Foundation

/// Golden cases: folders of an input and of what is expected, which begin with `expected` in their names.
///
/// With `RECORD_CASES=1` in the environment everything expected is written anew. Every case that is recorded so counts
/// as a mistake, so that a recording run cannot pass for a test.
package struct GoldenFolder: Sendable {
    private let folder: URL
    private let files: Set<String>

    /// The cases of a folder beside a test's file, each of which has the same files.
    package init(_ name: String, files: Set<String>, beside test: String = #filePath) {
        folder = URL(filePath: test).deletingLastPathComponent().appending(path: name)
        self.files = files
    }

    /// The names of the cases, sorted.
    package var names: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// A file of a case.
    package func read(_ file: String, of name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name).appending(path: file))
    }

    /// Compares what came of a case with a file of it.
    /// - Returns: What is wrong; nil if the bytes are the same and nothing else lies beside them.
    package func mistake(_ observed: some Sequence<UInt8>, _ file: String, of name: String) throws -> String?
    {
        let observed = Data(observed)
        let place = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_CASES"] == "1" {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try observed.write(to: place.appending(path: file))
            return "recorded \(name)/\(file)"
        }
        let found = Set(try FileManager.default.contentsOfDirectory(atPath: place.path()))
        guard found == files else {
            return "\(name) has \(found.sorted()), not \(files.sorted())"
        }
        let expected = try read(file, of: name)
        if observed == expected { return nil }
        let lines = String(decoding: expected, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let others = String(decoding: observed, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let first = zip(lines, others).prefix { $0 == $1 }.count
        return """
            \(name)/\(file):\(first + 1):
            - \(first < lines.count ? lines[first] : "(its end)")
            + \(first < others.count ? others[first] : "(its end)")
            """
    }
}
