import Diagnostics
import Foundation
import Manuscript
import Storage

@testable import Execution

/// A book in a folder of its own, removed with it.
final class TestBook: Sendable {
    let folder: String
    let scratch: String

    /// - Parameters:
    ///   - chapters: The chapters' files, without `.md`, and their text.
    ///   - configuration: More lines of `book.yml`.
    ///   - files: Other files, relative to the book's folder.
    init(
        _ chapters: KeyValuePairs<String, String>, configuration: String = "", files: [String: String] = [:]
    ) throws {
        let root = FileManager.default.temporaryDirectory.path + "/book-\(UInt64.random(in: 0 ... .max))"
        folder = root + "/chapters"
        scratch = root + "/scratch"
        try Files.makeFolder(folder)
        try Files.makeFolder(scratch)
        try FileManager.default.copyItem(
            atPath: TestBook.prebuilt.get() + "/runtime", toPath: scratch + "/runtime")
        for (name, text) in files {
            try Files.makeFolder(Files.parent(of: "\(folder)/\(name)"))
            try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
        }
        for (name, text) in chapters { try write(name, text) }
        let names = chapters.map(\.key)
        let configuration = """
            title: Test
            authors: [Nobody]
            opening: \(names[0]).md
            chapters: [\(names.dropFirst().map { "\($0).md" }.joined(separator: ", "))]
            \(configuration)
            """
        try Files.write(Array(configuration.utf8), to: "\(folder)/book.yml")
    }

    deinit {
        try? Files.remove(Files.parent(of: folder))
    }

    func write(_ chapter: String, _ text: String) throws {
        try Files.write(Array(text.utf8), to: "\(folder)/\(chapter).md")
    }

    /// Reads the book and executes it.
    func run(
        progress: @escaping @Sendable (ExecutionProgress) -> Void = { _ in },
        with change: (inout ExecutionOptions) -> Void = { _ in }
    ) async throws -> [ChapterResult] {
        let book = try Book.read(folder: folder)
        var options = ExecutionOptions(jobs: 2, scratch: scratch)
        change(&options)
        let executor = Executor(book, options: options)
        await Gate.shared.enter()
        defer { Task { await Gate.shared.leave() } }
        return try await executor.run(book.chapters, progress: progress)
    }

    /// Executes a book of one chapter with a title and this text, which begins at line 3.
    static func run(
        _ text: String, configuration: String = "", files: [String: String] = [:]
    ) async throws -> ChapterResult {
        let book = try TestBook(["one": "# One\n\n\(text)\n"], configuration: configuration, files: files)
        return try await book.run()[0]
    }

    /// A scratch folder with the runtime compiled, kept from one run of the tests to the next.
    private static let prebuilt = Result {
        let root = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))
        let scratch = try Scratch(root + "/.build/book-tests")
        let toolchain = try Toolchain.find(recordingIn: scratch.store)
        _ = try RuntimeLibrary(toolchain: toolchain).build(with: toolchain, in: scratch)
        return scratch.folder
    }
}

/// Lets two tests at a time compile and run, so that time limits mean something.
private actor Gate {
    static let shared = Gate()
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

extension ChapterResult {
    /// The first diagnostic of the failure, as `line:column: summary`.
    var complaint: String? {
        failure.map { failure in
            guard let first = failure.diagnostics.first else { return "\(failure.owner)" }
            return (first.location.map { "\($0.start.line):\($0.start.column): " } ?? "") + first.summary
        }
    }

    /// What the blocks printed and the inline values came to.
    var texts: [String] {
        transcript.outcomes.map { outcome in
            switch outcome {
            case .notRun: "not run"
            case .ran(let output), .trapped(let output): output.text
            case .refused(let text): text
            case .value(let value): "\(value)"
            }
        }
    }
}

/// A fenced Swift block.
func swift(_ code: String, _ options: String = "") -> String {
    "```swift\(options.isEmpty ? "" : " ")\(options)\n\(code)\n```\n"
}
