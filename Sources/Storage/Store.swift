import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What was found out once and is kept, each entry under the fingerprint of all that it depends on.
///
/// An entry carries a checksum that is compared when it is read: one that is damaged, or was tampered with, counts for
/// nothing, and is told of. Of each kind the newest entries stay.
public struct Store: Sendable {
    /// A kind of entries.
    public struct Kind: Sendable, Hashable {
        /// The name of the folder that has them.
        public let name: String
        /// How many are kept.
        public let mostEntries: Int

        /// A kind of entries.
        public init(_ name: String, mostEntries: Int) {
            self.name = name
            self.mostEntries = mostEntries
        }
    }

    /// The folder of all entries.
    public let folder: String
    private let onDamage: @Sendable (String) -> Void

    /// A store in a folder, which need not be there.
    /// - Parameter onDamage: Told the path of an entry that is not as it was written.
    public init(folder: String, onDamage: @escaping @Sendable (String) -> Void = { _ in }) {
        self.folder = folder
        self.onDamage = onDamage
    }

    /// The entry under a key, if there is one and it is whole.
    public func entry(_ kind: Kind, key: Fingerprint) -> [UInt8]? {
        let path = path(kind, key)
        guard let bytes = try? Files.read(path) else { return nil }
        guard let newline = bytes.firstIndex(of: 0x0A) else { return damaged(path) }
        let content = Array(bytes[(newline + 1)...])
        guard bytes[..<newline].elementsEqual(checksum(kind, key, content).utf8) else { return damaged(path) }
        return content
    }

    /// Says that an entry is not what it should be, and removes it.
    public func reject(_ kind: Kind, key: Fingerprint) { _ = damaged(path(kind, key)) }

    /// Keeps an entry.
    public func keepEntry(_ content: [UInt8], _ kind: Kind, key: Fingerprint) throws(DiagnosticError) {
        let path = path(kind, key)
        try Files.makeFolder(Files.parent(of: path))
        Files.removeAbandoned(in: Files.parent(of: path))
        try Files.write(Array("\(checksum(kind, key, content))\n".utf8) + content, to: path)
        prune(kind)
    }

    private func damaged(_ path: String) -> [UInt8]? {
        onDamage(path)
        try? Files.remove(path)
        return nil
    }

    /// The checksum is of the entry's name too: an entry under another's name is none.
    private func checksum(_ kind: Kind, _ key: Fingerprint, _ content: [UInt8]) -> String {
        Fingerprint(combining: [Fingerprint(kind.name), key, Fingerprint(content)]).description
    }

    private func path(_ kind: Kind, _ key: Fingerprint) -> String { "\(folder)/\(kind.name)/\(key)" }

    /// Removes the oldest entries if there are too many.
    private func prune(_ kind: Kind) {
        let folder = "\(folder)/\(kind.name)"
        let names = (try? Files.unsortedNames(in: folder)) ?? []
        guard names.count > kind.mostEntries else { return }
        let byAge = names.map { name in
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { return (name: name, second: 0, part: 0) }
            #if canImport(Darwin)
                let time = status.st_mtimespec
            #else
                let time = status.st_mtim
            #endif
            return (name: name, second: Int(time.tv_sec), part: Int(time.tv_nsec))
        }
        let newest = byAge.sorted { ($0.second, $0.part) > ($1.second, $1.part) }
        for entry in newest.dropFirst(kind.mostEntries * 3 / 4) {
            try? Files.remove("\(folder)/\(entry.name)")
        }
    }
}
