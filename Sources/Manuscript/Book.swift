import Diagnostics
import Foundation
import Synchronization

/// A book read from its folder: configuration and chapters.
public struct Book: Sendable {
    /// The folder the book was read from, as given.
    public let folder: String
    /// What `book.yml` says.
    public let configuration: BookConfiguration
    /// The file `book.yml`.
    public let configurationFile: SourceFile
    /// The opening page, the chapters and the appendices, in order.
    public let chapters: [Chapter]
    /// The works of `references.yml`, in the order of the file.
    public let references: [Reference]
    /// A warning for every Markdown file of the folder that `book.yml` does not list.
    public let unlisted: [Diagnostic]

    /// Reads a book. Errors of all its chapters are reported together.
    public static func read(folder: String) throws(BookError) -> Book {
        let path = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        let (configurationFile, configuration) = try during(.configuration) {
            () throws(DiagnosticError) -> (SourceFile, BookConfiguration) in
            let place = SourceFile(path: path + "/book.yml", bytes: [])
            let file = try readFile(
                path + "/book.yml", listedAt: place.location(0..<0),
                help: "name the folder that holds book.yml with --source, or make a book.yml there")
            return (file, try BookConfiguration(parsing: file))
        }
        let files = try during(.configuration) { () throws(DiagnosticError) -> [SourceFile] in
            try collect(configuration.pages) { page throws(DiagnosticError) in
                try readFile(
                    "\(path)/\(page.file)", listedAt: page.location,
                    help: "make the file, or take it out of book.yml")
            }
        }
        try during(.configuration) { () throws(DiagnosticError) in
            for name in configuration.data {
                try requireFile(
                    "\(path)/\(name)", listedAt: configuration.place(of: .data(name)),
                    help: "make the file, or take it out of book.yml")
            }
        }
        let chapters = try during(.manuscript) { () throws(DiagnosticError) -> [Chapter] in
            try collect(Array(zip(files, configuration.pages))) { file, page throws(DiagnosticError) in
                try Chapter(parsing: file, role: page.role)
            }
        }
        let references = try during(.manuscript) { () throws(DiagnosticError) -> [Reference] in
            let name = path + "/references.yml"
            guard FileManager.default.fileExists(atPath: name) else { return [] }
            let place = SourceFile(path: name, bytes: []).location(0..<0)
            return try Reference.parseAll(readFile(name, listedAt: place, help: nil))
        }
        return Book(
            folder: path, configuration: configuration, configurationFile: configurationFile,
            chapters: chapters, references: references,
            unlisted: unlisted(in: path, configuration))
    }

    /// A README is for those who browse the folder.
    private static func unlisted(in folder: String, _ configuration: BookConfiguration) -> [Diagnostic] {
        let listed = Set(configuration.pages.map { $0.file.lowercased() } + ["readme.md"])
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            name.hasSuffix(".md") && !name.hasPrefix(".") && !listed.contains(name.lowercased())
        }.sorted().map { name in
            .warning(
                "\(name) is no page of the book: book.yml does not list it",
                at: configuration.place(of: .key("chapters")) ?? configuration.place(of: .key("opening")),
                help: "list it under chapters or appendices, or move it to another folder")
        }
    }
}

/// Why a book cannot be read.
public struct BookError: Error, Sendable {
    /// Which part is wrong.
    public enum Part: Sendable, Hashable {
        /// `book.yml`, or a file it names and nobody can read.
        case configuration
        /// A chapter or the bibliography.
        case manuscript
    }

    /// Which part is wrong.
    public let part: Part
    /// What is wrong, in the order to be shown.
    public let diagnostics: [Diagnostic]
}

private func during<Value>(
    _ part: BookError.Part, _ body: () throws(DiagnosticError) -> Value
) throws(BookError) -> Value {
    do {
        return try body()
    } catch {
        throw BookError(part: part, diagnostics: error.diagnostics)
    }
}

/// Does something for every element, several at once; what is wrong with all of them is reported together.
private func collect<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) throws(DiagnosticError) -> Value
) throws(DiagnosticError) -> [Value] {
    let results = Mutex<[Result<Value, DiagnosticError>?]>(Array(repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        let result = Result { () throws(DiagnosticError) in try body(elements[index]) }
        results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    var diagnostics: [Diagnostic] = []
    for result in results.withLock({ $0 }) {
        switch result {
        case .success(let value): values.append(value)
        case .failure(let error): diagnostics += error.diagnostics
        case nil: break
        }
    }
    guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
    return values
}

/// Reads a file of the book; what is wrong with it is reported where it is listed.
private func readFile(
    _ path: String, listedAt location: SourceLocation, help: String?
) throws(DiagnosticError) -> SourceFile {
    try requireFile(path, listedAt: location, help: help)
    guard let data = FileManager.default.contents(atPath: path) else {
        throw DiagnosticError(
            .error("\(path) cannot be read", at: location, help: "see that its permissions let you read it"))
    }
    return SourceFile(path: path, bytes: Array(data))
}

private func requireFile(
    _ path: String, listedAt location: SourceLocation?, help: String?
) throws(DiagnosticError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw DiagnosticError(.error("there is no file \(path)", at: location, help: help))
    }
    guard !isFolder.boolValue else {
        throw DiagnosticError(.error("\(path) is a folder, not a file", at: location, help: help))
    }
}
