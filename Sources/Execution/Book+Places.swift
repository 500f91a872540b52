import Diagnostics
import Manuscript

extension Book {
    /// Where a key stands in `book.yml`.
    func place(ofKey key: String) -> SourceLocation? {
        let line = Array("\n\(key):".utf8)
        guard let found = ([0x0A] + configurationFile.bytes).firstRange(of: line) else { return nil }
        return configurationFile.location(found.lowerBound..<(found.lowerBound + key.utf8.count))
    }

    /// Where a word stands in the value of a key; if it cannot be found there, where the key stands.
    func place(of word: String, underKey key: String) -> SourceLocation? {
        guard let place = place(ofKey: key) else { return nil }
        let bytes = configurationFile.bytes
        func isPartOfWord(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return false }
            let character = Character(Unicode.Scalar(bytes[index]))
            return character.isLetter || character.isNumber || character == "_"
        }
        let start = configurationFile.offset(ofLine: place.start.line) + key.utf8.count
        let found = bytes[start...].ranges(of: Array(word.utf8)).first {
            !isPartOfWord($0.lowerBound - 1) && !isPartOfWord($0.upperBound)
        }
        return found.map { configurationFile.location($0) } ?? place
    }
}
