import Foundation
import Storage
import Synchronization
import Testing

@Suite struct StoreTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
    private let kind = Store.Kind("things", mostEntries: 8)
    private let key = Fingerprint("key")

    @Test func `what is kept is found, under its key and kind only`() throws {
        defer { try? Files.remove(folder) }
        let store = Store(folder: folder)
        for content in [[], [0, 10, 255], Array("\n\n".utf8)] as [[UInt8]] {
            try store.keepEntry(content, kind, key: key)
            #expect(store.entry(kind, key: key) == content)
        }
        #expect(store.entry(kind, key: Fingerprint("other")) == nil)
        #expect(store.entry(Store.Kind("others", mostEntries: 8), key: key) == nil)
    }

    @Test func `an entry that is changed in any byte, cut, or another's is none, and is told of`() throws {
        defer { try? Files.remove(folder) }
        let damaged = Mutex<[String]>([])
        let store = Store(folder: folder) { path in damaged.withLock { $0.append(path) } }
        try store.keepEntry([1, 2, 3], kind, key: key)
        let path = "\(folder)/things/\(key)"
        let whole = try Files.read(path)
        var others = whole.indices.map { index in
            var bytes = whole
            bytes[index] ^= 1
            return bytes
        }
        others += whole.indices.map { Array(whole[..<$0]) }
        try store.keepEntry([1, 2, 3], kind, key: Fingerprint("other"))
        others.append(try Files.read("\(folder)/things/\(Fingerprint("other"))"))
        for (count, bytes) in others.enumerated() {
            try Files.write(bytes, to: path)
            #expect(store.entry(kind, key: key) == nil)
            #expect(damaged.withLock { $0 } == Array(repeating: path, count: count + 1))
            #expect(!Files.exists(path))
        }
    }

    @Test func `the newest stay`() throws {
        defer { try? Files.remove(folder) }
        let store = Store(folder: folder)
        for index in 0..<30 { try store.keepEntry([UInt8(index)], kind, key: Fingerprint("\(index)")) }
        #expect(try Files.names(in: "\(folder)/things").count <= kind.mostEntries)
        #expect(store.entry(kind, key: Fingerprint("29")) == [29])
        #expect(store.entry(kind, key: Fingerprint("0")) == nil)
    }
}
