import Diagnostics
import Foundation

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

    /// Reads a book. Errors of all its files are reported together.
    public static func read(folder: String) throws(DiagnosticError) -> Book {
        let configurationFile = try readFile(
            "book.yml", in: folder,
            help: "name the folder that holds book.yml with --source, or make a book.yml there")
        let configuration = try BookConfiguration(parsing: configurationFile)
        var pages: [(name: String, role: Chapter.Role)] = [(configuration.opening, .opening)]
        for (index, name) in configuration.chapters.enumerated() { pages.append((name, .chapter(number: index + 1))) }
        for name in configuration.appendices { pages.append((name, .appendix)) }

        var chapters: [Chapter] = []
        var diagnostics: [Diagnostic] = []
        for page in pages {
            do throws(DiagnosticError) {
                let file = try readFile(page.name, in: folder, help: "make the file, or take it out of book.yml")
                chapters.append(try Chapter(parsing: file, role: page.role))
            } catch {
                diagnostics += error.diagnostics
            }
        }
        var references: [Reference] = []
        do throws(DiagnosticError) {
            if FileManager.default.fileExists(atPath: folder + "/references.yml") {
                references = try Reference.parseAll(readFile("references.yml", in: folder, help: ""))
            }
        } catch {
            diagnostics += error.diagnostics
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return Book(
            folder: folder, configuration: configuration, configurationFile: configurationFile,
            chapters: chapters, references: references)
    }
}

/// Reads a file of the book, refusing what cannot be a text that a person wrote.
private func readFile(_ name: String, in folder: String, help: String) throws(DiagnosticError) -> SourceFile {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    let place = SourceFile(path: path, bytes: [])
    func failure(_ summary: String) -> DiagnosticError {
        DiagnosticError(.error(summary, at: place.location(0..<0), help: help.isEmpty ? nil : help))
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw failure("there is no file \(path)")
    }
    guard !isFolder.boolValue else { throw failure("\(path) is a folder, not a file") }
    guard let data = FileManager.default.contents(atPath: path) else {
        throw failure("\(path) cannot be read: is it yours to read?")
    }
    return SourceFile(path: path, bytes: Array(data))
}
