import Diagnostics
import Storage

/// What a site was made from and what it was when it was written, so that a build with nothing to do can tell.
struct SiteRecord: Equatable {
    /// What the builder was given: configuration, chapters, references, transcripts, tool.
    var inputs: Fingerprint
    /// The files that were copied from the book's folder, with their fingerprints.
    var copied: [String]
    /// The files of the site, with their fingerprints.
    var site: [String]

    /// The record of a site as it stands.
    init(inputs: Fingerprint, bookFolder: String, files: [String], site: String) throws(DiagnosticError) {
        self.inputs = inputs
        copied = try SiteRecord.lines(files, in: bookFolder)
        self.site = try SiteRecord.lines(try Files.tree(site), in: site)
    }

    private static func lines(_ paths: [String], in folder: String) throws(DiagnosticError) -> [String] {
        var lines: [String] = []
        for path in paths { lines.append("\(Fingerprint(try Files.read("\(folder)/\(path)"))) \(path)") }
        return lines
    }

    /// The record as it is kept.
    var text: String {
        "inputs \(inputs)\n" + copied.map { "copied \($0)\n" }.joined() + site.map { "site \($0)\n" }.joined()
    }

    /// The paths of the copied files of a kept record.
    static func copiedPaths(in text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("copied ") }.map { line in
            // `copied`, a blank, 32 digits, a blank.
            String(line.utf8.dropFirst("copied ".utf8.count + 33)) ?? ""
        }
    }
}

extension SiteBuilder {
    /// Whether the site in a folder is the very one that a build from these inputs wrote: every file still there,
    /// none changed, none added, and the pictures it was made from still the same.
    ///
    /// - Parameters:
    ///   - inputs: The fingerprint given to `write(to:inputs:)`.
    ///   - bookFolder: The folder of the book's sources.
    ///   - cacheFolder: The folder the builder was given.
    public static func isCurrent(
        _ output: String, inputs: Fingerprint, bookFolder: String, cacheFolder: String
    ) -> Bool {
        guard let bytes = Store.memos(in: cacheFolder).entry(.sites, key: recordKey(output)) else {
            return false
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let record = try? SiteRecord(
            inputs: inputs, bookFolder: bookFolder, files: SiteRecord.copiedPaths(in: text), site: output)
        return record?.text == text
    }

    /// Under which key the record of a site is kept: every output folder has its own.
    static func recordKey(_ output: String) -> Fingerprint { Fingerprint(Files.resolved(output) ?? output) }
}
