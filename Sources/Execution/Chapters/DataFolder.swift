import Diagnostics
import Manuscript
import Storage

/// The folder in which a chapter's program runs: it has copies of the book's data files and nothing else.
///
/// A chapter so reads no file whose change would go unnoticed, and writes nothing into the book.
struct DataFolder: Sendable {
    /// The book's folder.
    private let book: String
    /// The data files that `book.yml` lists, relative to the book's folder, as they were when the command began.
    private(set) var files: [(name: String, fingerprint: Fingerprint)]

    /// Reads the data files of a book.
    init(of book: Book) throws(Failure) {
        self.book = book.folder
        var files: [(String, Fingerprint)] = []
        for name in book.configuration.data {
            do throws(DiagnosticError) {
                files.append((name, Fingerprint(try Files.read("\(book.folder)/\(name)"))))
            } catch {
                let place = book.configuration.place(of: .data(name))
                throw Failure(
                    .configuration, error.diagnostics.map { .error($0.summary, at: place, help: $0.help) })
            }
        }
        self.files = files
    }

    /// The same with some of the files only.
    func restricted(to names: [String]) -> DataFolder {
        var folder = self
        folder.files = files.filter { names.contains($0.name) }
        return folder
    }

    /// Makes such a folder, which must not be there. What was fingerprinted is what chapters find.
    func make(at path: String) throws(Failure) {
        try onDisk { () throws(DiagnosticError) in try Files.makeFolder(path) }
        for file in files {
            let bytes = try onDisk { () throws(DiagnosticError) in
                let copy = "\(path)/\(file.name)"
                try Files.makeFolder(Files.parent(of: copy))
                let bytes = try Files.read("\(book)/\(file.name)")
                try Files.write(bytes, to: copy)
                return bytes
            }
            guard Fingerprint(bytes) == file.fingerprint else {
                throw Failure(
                    .book,
                    [
                        .error(
                            "the data file '\(file.name)' was changed while the chapters ran", at: nil,
                            help: "run the command again")
                    ])
            }
        }
    }
}
