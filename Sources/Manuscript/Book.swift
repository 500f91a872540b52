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
    /// Every label of the book, numbered.
    public let labels: LabelIndex
    /// Which works the book cites, and where.
    public let citations: CitationIndex
    /// What is worth mending: works that nothing cites, and Markdown files that `book.yml` does not list.
    public let warnings: [Diagnostic]

    /// Reads a book. Everything that is wrong with its chapters and references is reported together.
    public static func read(folder: String) throws(Failure) -> Book {
        let path = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        let configurationFile: SourceFile
        let configuration: BookConfiguration
        let files: [SourceFile]
        do throws(DiagnosticError) {
            let place = SourceFile(path: path + "/book.yml", bytes: [])
            configurationFile = try readFile(
                path + "/book.yml", listedAt: place.location(0..<0),
                help: "name the folder that holds book.yml with --source, or make a book.yml there")
            configuration = try BookConfiguration(parsing: configurationFile)
            files = try configuration.files(in: path)
        } catch {
            throw Failure(.configuration, error.diagnostics)
        }
        do throws(DiagnosticError) {
            let chapters = try concurrently(Array(zip(files, configuration.pages))) {
                file, page throws(DiagnosticError) in try Chapter(parsing: file, role: page.role)
            }
            return try Book(path, configurationFile, configuration, chapters)
        } catch {
            throw Failure(.book, error.diagnostics)
        }
    }

    private init(
        _ folder: String, _ configurationFile: SourceFile, _ configuration: BookConfiguration,
        _ chapters: [Chapter]
    ) throws(DiagnosticError) {
        self.folder = folder
        self.configurationFile = configurationFile
        self.configuration = configuration
        self.chapters = chapters
        references = try Self.references(in: folder)
        var diagnostics: [Diagnostic] = []
        labels = LabelIndex(chapters, &diagnostics)
        citations = CitationIndex(chapters, references, &diagnostics)
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        warnings =
            citations.uncited(among: references) + Self.unlisted(in: folder, configuration)
    }

    private static func references(in folder: String) throws(DiagnosticError) -> [Reference] {
        let name = folder + "/references.yml"
        guard FileManager.default.fileExists(atPath: name) else { return [] }
        let place = SourceFile(path: name, bytes: []).location(0..<0)
        return try Reference.parseAll(readFile(name, listedAt: place, help: nil))
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

extension BookConfiguration {
    /// The files of the pages that it lists; the data files must be there too.
    fileprivate func files(in folder: String) throws(DiagnosticError) -> [SourceFile] {
        let files = try concurrently(pages) { page throws(DiagnosticError) in
            try readFile(
                "\(folder)/\(page.file)", listedAt: page.location,
                help: "make the file, or take it out of book.yml")
        }
        for name in data {
            try requireFile(
                "\(folder)/\(name)", listedAt: place(of: .data(name)),
                help: "make the file, or take it out of book.yml")
        }
        return files
    }
}

/// Does something for every element, several at once; what is wrong with all of them is reported together.
private func concurrently<Element: Sendable, Value: Sendable>(
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
