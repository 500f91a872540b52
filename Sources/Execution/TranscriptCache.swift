import Diagnostics
import Foundation
import Manuscript
import Storage

/// Transcripts of chapters that ran without failure, by what they depend on.
struct TranscriptCache {
    /// A transcript with what the compiler warned about.
    struct Entry: Codable {
        var transcript: Transcript
        var warnings: [Warning]
    }

    /// A warning of the compiler, wherever the step stands in the chapter now.
    struct Warning: Codable {
        var place: SourceMap.Place
        var text: String
    }

    let folder: String

    /// The entry for a key. One that was damaged is none.
    func entry(for key: CacheKey, of chapter: Chapter) -> Entry? {
        guard let bytes = try? Files.read(path(key, chapter.slug)), let newline = bytes.firstIndex(of: 0x0A)
        else {
            return nil
        }
        let content = Array(bytes[(newline + 1)...])
        guard bytes[..<newline].elementsEqual(Fingerprint(content).description.utf8),
            let entry = try? JSONDecoder().decode(Entry.self, from: Data(content))
        else { return nil }
        return entry
    }

    /// Keeps an entry, and of the chapter's older ones only the newest few: who goes back and forth between two
    /// versions of a module finds both.
    func store(_ entry: Entry, for key: CacheKey, of chapter: Chapter) throws(ExecutionError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(entry) else { return }
        try onDisk { () throws(DiagnosticError) in
            try Files.makeFolder(folder)
            let content = Array(data)
            try Files.write(Array("\(Fingerprint(content))\n".utf8) + content, to: path(key, chapter.slug))
        }
        prune(chapter.slug)
    }

    private func path(_ key: CacheKey, _ slug: String) -> String {
        "\(folder)/\(slug)@\(key).json"
    }

    private func prune(_ slug: String) {
        let names = ((try? Files.names(in: folder)) ?? []).filter { $0.hasPrefix("\(slug)@") }
        guard names.count > 8 else { return }
        let byAge = names.map { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return (name, attributes?[.modificationDate] as? Date ?? .distantPast)
        }
        for (name, _) in byAge.sorted(by: { $0.1 > $1.1 }).dropFirst(8) {
            try? Files.remove("\(folder)/\(name)")
        }
    }
}
