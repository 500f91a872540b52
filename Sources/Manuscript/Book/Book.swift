import Diagnostics
import Foundation
import Synchronization
import TeXMath

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
    /// Where its links lead.
    public let links: BookLinks
    /// What is worth mending: works that nothing cites, and Markdown files that `book.yml` does not list.
    public let warnings: [Diagnostic]

    /// The words that it says by itself.
    public var vocabulary: Vocabulary { Vocabulary(language: configuration.language) }

    /// Reads a book. Everything that is wrong with its chapters and references is reported together.
    ///
    /// - Parameter mistakesOfCode: What is wrong with the code of a chapter as far as can be told without a compiler. It
    ///   is asked only where something else is wrong too, as the compiler says it better.
    public static func read(
        folder: String, mistakesOfCode: (Chapter) -> [Diagnostic] = { _ in [] }
    ) throws(Failure) -> Book {
        let path = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        let configurationFile: SourceFile
        let configuration: BookConfiguration
        let files: [SourceFile?]
        var missing: [Diagnostic] = []
        do throws(DiagnosticError) {
            let place = SourceFile(path: path + "/book.yml", bytes: [])
            configurationFile = try readFile(
                path + "/book.yml", listedAt: place.location(0..<0),
                help: "name the folder that holds book.yml with --source, or make a book.yml there")
            configuration = try BookConfiguration(parsing: configurationFile)
            files = configuration.files(in: path, &missing)
        } catch {
            throw Failure(.configuration, error.diagnostics)
        }
        let macros = try configuration.texMacros()
        let vocabulary = Vocabulary(language: configuration.language)
        let works = Self.references(in: path)
        let pages = zip(files, configuration.pages).compactMap { file, page in file.map { ($0, page) } }
        let readings = concurrently(pages) { file, page in
            Result { () throws(DiagnosticError) in
                try ChapterReader.examine(
                    file,
                    ChapterSetting(
                        fileName: page.file, role: page.role, macros: macros, vocabulary: vocabulary))
            }
        }
        return try Book(path, configurationFile, configuration, missing, readings, works, mistakesOfCode)
    }

    private typealias Reading = Result<
        (chapter: Chapter, content: Content, diagnostics: [Diagnostic]), DiagnosticError
    >

    /// How many bytes the chapters may have together for what stands on their pages to be kept in memory, where it
    /// takes some thirty times as much.
    private static let keptBytes = 4 << 20

    /// Puts together what was read. Whatever is wrong, with a chapter by itself or between them, is thrown together.
    private init(
        _ folder: String, _ configurationFile: SourceFile, _ configuration: BookConfiguration,
        _ missing: [Diagnostic], _ readings: [Reading], _ works: Result<[Reference], DiagnosticError>,
        _ mistakesOfCode: (Chapter) -> [Diagnostic]
    ) throws(Failure) {
        var diagnostics: [Diagnostic] = []
        var chapters: [Chapter] = []
        for reading in readings {
            switch reading {
            case .success(let found):
                chapters.append(found.chapter)
                diagnostics += found.diagnostics
            case .failure(let error): diagnostics += error.diagnostics
            }
        }
        if case .failure(let error) = works { diagnostics += error.diagnostics }
        let references = (try? works.get()) ?? []
        labels = LabelIndex(chapters, &diagnostics)
        var between: [Diagnostic] = []
        citations = CitationIndex(chapters, references, &between)
        links = LinkCheck.check(chapters, folder: folder, labels: labels, &between)
        // Of a chapter or works that cannot be read nothing is known: what refers to them may be right.
        let isWhole = missing.isEmpty && chapters.count == readings.count
        if isWhole, (try? works.get()) != nil { diagnostics += between }
        guard missing.isEmpty, diagnostics.isEmpty else {
            diagnostics += chapters.flatMap(mistakesOfCode)
            let order = configuration.pages.map { "\(folder)/\($0.file)" }
            throw Failure(
                missing.isEmpty ? .book : .configuration, missing + diagnostics.inOrder(ofFiles: order))
        }
        let isSmall = chapters.reduce(0) { $0 + $1.file.bytes.count } <= Self.keptBytes
        self.folder = folder
        self.configurationFile = configurationFile
        self.configuration = configuration
        self.chapters = isSmall ? chapters : chapters.map { $0.withoutContent() }
        self.references = references
        warnings = citations.uncited(among: references) + Self.unlisted(in: folder, configuration)
    }

    private static func references(in folder: String) -> Result<[Reference], DiagnosticError> {
        let name = folder + "/references.yml"
        guard FileManager.default.fileExists(atPath: name) else { return .success([]) }
        let place = SourceFile(path: name, bytes: []).location(0..<0)
        return Result { () throws(DiagnosticError) in
            try Reference.parseAll(readFile(name, listedAt: place, help: nil))
        }
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
    /// The macros, as formulas use them.
    fileprivate func texMacros() throws(Failure) -> Macros {
        do throws(MacroError) {
            return try Macros(macros)
        } catch {
            let mistake = Diagnostic.error(
                "the macro \(error.name) is wrong: \(error.error.message)", at: place(of: .macro(error.name)),
                help: error.error.help)
            throw Failure(.configuration, [mistake])
        }
    }

    /// The files of the pages that it lists, where they can be read; the data files must be there too.
    fileprivate func files(in folder: String, _ missing: inout [Diagnostic]) -> [SourceFile?] {
        let readings = concurrently(pages) { page in
            Result { () throws(DiagnosticError) in
                try readFile(
                    "\(folder)/\(page.file)", listedAt: page.location,
                    help: "make the file, or take it out of book.yml")
            }
        }
        let files = readings.map { reading -> SourceFile? in
            switch reading {
            case .success(let file): return file
            case .failure(let error):
                missing += error.diagnostics
                return nil
            }
        }
        for name in data {
            do throws(DiagnosticError) {
                try requireFile(
                    "\(folder)/\(name)", listedAt: place(of: .data(name)),
                    help: "make the file, or take it out of book.yml")
            } catch {
                missing += error.diagnostics
            }
        }
        return files
    }
}

/// Does something for every element, several at once.
private func concurrently<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Value
) -> [Value] {
    let results = Mutex<[Value?]>(Array(repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        let result = body(elements[index])
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}

extension [Diagnostic] {
    /// The same, chapter by chapter and there by place; what stands in no chapter comes last.
    fileprivate func inOrder(ofFiles files: [String]) -> [Diagnostic] {
        let positions = Dictionary(
            zip(files, files.indices), uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(grouping: self) { diagnostic in
            diagnostic.location.flatMap { positions[$0.file.path] } ?? files.count
        }
        return groups.sorted { $0.key < $1.key }.flatMap(\.value.inOrderOfTheirPlaces)
    }
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
