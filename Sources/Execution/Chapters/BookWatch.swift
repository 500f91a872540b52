import Diagnostics
import Manuscript
import Storage

/// Sees whether the book was changed while its chapters ran, where the system cannot keep them from doing so.
struct BookWatch {
    private let book: Book
    private let scratch: Scratch
    /// The fingerprints of all files by their paths; nil if the system keeps chapters from writing.
    private let before: [String: Fingerprint]?

    init(_ book: Book, scratch: Scratch, isNeeded: Bool) throws(Failure) {
        self.book = book
        self.scratch = scratch
        before = isNeeded ? try Self.fingerprints(of: book, scratch) : nil
    }

    /// Throws if anything is not as it was.
    func check() throws(Failure) {
        guard let before else { return }
        let after = try Self.fingerprints(of: book, scratch)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        guard let first = changed.first else { return }
        throw Failure(
            .book,
            [
                .error(
                    "'\(first)' was changed while the chapters ran", at: nil,
                    explanation: changed.count > 1 ? changed.joined(separator: "\n") : nil,
                    help: "if a block did that, take it out; if you did, run the command again")
            ])
    }

    private static func fingerprints(
        of book: Book, _ scratch: Scratch
    ) throws(Failure) -> [String: Fingerprint] {
        try onDisk { () throws(DiagnosticError) in
            var found: [String: Fingerprint] = [:]
            for folder in [book.folder, scratch.store.folder] where Files.exists(folder) {
                for path in try Files.tree(folder, skippingHidden: true) {
                    let path = "\(folder)/\(path)"
                    found[path] = (try? Files.read(path)).map { Fingerprint($0) }
                }
            }
            return found
        }
    }
}
