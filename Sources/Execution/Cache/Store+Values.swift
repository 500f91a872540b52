import Diagnostics
import Foundation
import Storage

extension Store.Kind {
    /// What chapters told.
    static let transcripts = Store.Kind("transcripts", mostEntries: 4_096)
    /// What of the system modules are compiled from.
    static let surroundings = Store.Kind("surroundings", mostEntries: 64)
    /// What a compiler says of itself.
    static let toolchains = Store.Kind("toolchains", mostEntries: 8)
    /// What the package manager says of the book's modules.
    static let modules = Store.Kind("modules", mostEntries: 8)
}

extension Store {
    /// The value under a key, if there is one and it is whole.
    func value<Value: Decodable>(_ kind: Kind, key: Fingerprint) -> Value? {
        guard let bytes = entry(kind, key: key) else { return nil }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let value = try? decoder.decode(Value.self, from: Data(bytes)) else {
            reject(kind, key: key)
            return nil
        }
        return value
    }

    /// Keeps a value.
    func keep(_ value: some Encodable, _ kind: Kind, key: Fingerprint) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let data = try? encoder.encode(value) else { return }
        try onDisk { () throws(DiagnosticError) in try keepEntry(Array(data), kind, key: key) }
    }
}
