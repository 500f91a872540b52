import Manuscript

/// What a running chapter tells, as `ChapterRuntime` writes it.
enum Record: Equatable {
    case step(Int)
    case figure(text: String, svg: String)
    case value(ObservedValue)
    case trap(status: CInt, words: String)
    case end

    private init?(kind: UInt8, fields: [String]) {
        switch (Character(UnicodeScalar(kind)), fields.count) {
        case ("s", 1):
            guard let index = Int(fields[0]) else { return nil }
            self = .step(index)
        case ("f", 2): self = .figure(text: fields[0], svg: fields[1])
        case ("c", 1): self = .value(.claim(fields[0] == "true"))
        case ("i", 1): self = .value(.integer(fields[0]))
        case ("d", 1):
            guard let bits = UInt64(fields[0], radix: 16) else { return nil }
            self = .value(.floating(Double(bitPattern: bits)))
        case ("t", 1): self = .value(.text(fields[0]))
        case ("x", 2):
            guard let status = CInt(fields[0]) else { return nil }
            self = .trap(status: status, words: fields[1])
        case ("e", 0): self = .end
        default: return nil
        }
    }

    /// Reads a record that begins after the mark.
    enum Reading {
        case record(Record, next: Int)
        /// More bytes are needed.
        case incomplete
        /// These bytes are no record.
        case malformed
    }

    static func read(_ bytes: [UInt8], from start: Int) -> Reading {
        guard start < bytes.count else { return .incomplete }
        var fields: [String] = []
        var index = start + 1
        while true {
            guard index < bytes.count else { return .incomplete }
            if bytes[index] == 0x0A { break }
            var length = 0
            while index < bytes.count, bytes[index] != UInt8(ascii: ":") {
                guard (0x30...0x39).contains(bytes[index]), length < 1 << 32 else { return .malformed }
                length = 10 * length + Int(bytes[index] - 0x30)
                index += 1
            }
            guard index + 1 + length < bytes.count else { return .incomplete }
            fields.append(String(decoding: bytes[(index + 1)..<(index + 1 + length)], as: UTF8.self))
            index += 1 + length
        }
        guard let record = Record(kind: bytes[start], fields: fields) else { return .malformed }
        return .record(record, next: index + 1)
    }
}
