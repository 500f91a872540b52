import Foundation
import Storage

extension Store.Kind {
    /// Pages, and the Swift on them, by chapter.
    static let pages = Store.Kind("pages", mostEntries: 4_096)
    static let highlights = Store.Kind("highlights", mostEntries: 4_096)
    /// The pages of the modules' sources, and the names on them.
    static let sources = Store.Kind("sources", mostEntries: 4)
    static let sourceNames = Store.Kind("source-names", mostEntries: 4)
    /// What sites were made from, by the folder of each.
    static let sites = Store.Kind("sites", mostEntries: 64)
}

extension Store {
    /// The store in the folder that a site's builder is given.
    static func memos(in cacheFolder: String) -> Store { Store(folder: "\(cacheFolder)/memos") }

    /// What is known under a name; what cannot be read is as good as nothing.
    func memo<Value: Decodable>(_ kind: Kind, _ name: String) -> Value? {
        entry(kind, key: Fingerprint(name)).flatMap { try? JSONDecoder().decode(Value.self, from: Data($0)) }
    }

    /// Keeps something under a name. Failing to keep what can be made again is no failure of the build.
    func remember(_ value: some Encodable, _ kind: Kind, _ name: String) {
        guard let data = try? JSONEncoder().encode(value) else { return }
        try? keepEntry(Array(data), kind, key: Fingerprint(name))
    }
}
