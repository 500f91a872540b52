import Diagnostics
import Storage

/// The folder in which a chapter's program runs: it has copies of the book's data files and nothing else.
///
/// A chapter so reads no file whose change would go unnoticed, and writes nothing into the book.
struct DataFolder: Sendable {
    /// The book's folder.
    let book: String
    /// The data files that `book.yml` lists, relative to the book's folder.
    let files: [String]

    /// Makes such a folder, which must not be there.
    func make(at path: String) throws(ExecutionError) {
        try onDisk { () throws(DiagnosticError) in
            try Files.makeFolder(path)
            for file in files {
                let copy = "\(path)/\(file)"
                try Files.makeFolder(Files.parent(of: copy))
                try Files.write(Files.read("\(book)/\(file)"), to: copy)
            }
        }
    }
}
