/// What a running chapter tells the tool beside what it prints.
///
/// This file is compiled twice: into what chapters import, where records are written, and into the tool, where they are
/// read.
enum RunRecord: Equatable {
    /// A step of the chapter begins; the word is the one that the program was given for it.
    case step(Int, word: UInt64)
    /// A figure is shown: what stands for it in text, and the drawing.
    case figure(text: String, svg: String)
    /// An inline value is a `Bool`, a whole number, a floating-point number, or anything else as `print` writes it.
    case claim(Bool)
    case integer(String)
    case floating(Double)
    case text(String)
    /// The copy of the process that was to trap has ended so, and wrote this to standard error.
    case trap(status: Int32, words: String)
    /// The program has come to its end.
    case end(word: UInt64)

    /// A letter for the kind, and for each field its length in decimal, a colon and its bytes.
    var bytes: [UInt8] {
        func record(_ kind: Character, _ fields: String...) -> [UInt8] {
            Array(String(kind).utf8) + fields.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
        }
        return switch self {
        case .step(let index, let word): record("s", "\(index)", "\(word)")
        case .figure(let text, let svg): record("f", text, svg)
        case .claim(let holds): record("c", "\(holds)")
        case .integer(let digits): record("i", digits)
        case .floating(let number): record("d", "\(number.bitPattern)")
        case .text(let text): record("t", text)
        case .trap(let status, let words): record("x", "\(status)", words)
        case .end(let word): record("e", "\(word)")
        }
    }

    /// Reads a record; nil if the bytes are none.
    init?(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        guard let kind = rest.popFirst() else { return nil }
        var fields: [String] = []
        while !rest.isEmpty {
            guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
                let length = Int(String(decoding: rest[..<colon], as: UTF8.self)), length >= 0
            else { return nil }
            let field = rest[rest.index(after: colon)...].prefix(length)
            guard field.count == length else { return nil }
            fields.append(String(decoding: field, as: UTF8.self))
            rest = rest[field.endIndex...]
        }
        switch (Character(UnicodeScalar(kind)), fields.count) {
        case ("s", 2):
            guard let index = Int(fields[0]), let word = UInt64(fields[1]) else { return nil }
            self = .step(index, word: word)
        case ("f", 2): self = .figure(text: fields[0], svg: fields[1])
        case ("c", 1):
            guard let holds = Bool(fields[0]) else { return nil }
            self = .claim(holds)
        case ("i", 1): self = .integer(fields[0])
        case ("d", 1):
            guard let pattern = UInt64(fields[0]) else { return nil }
            self = .floating(Double(bitPattern: pattern))
        case ("t", 1): self = .text(fields[0])
        case ("x", 2):
            guard let status = Int32(fields[0]) else { return nil }
            self = .trap(status: status, words: fields[1])
        case ("e", 1):
            guard let word = UInt64(fields[0]) else { return nil }
            self = .end(word: word)
        default: return nil
        }
    }
}

/// What tells records of the runtime from anything else that a block may write into their channel.
///
/// Every record goes under a seal, made of a key that only the runtime and the tool know, of the record's place in the
/// order of all records, and of its bytes: none can be made up, held back, repeated or changed. The channel is a socket
/// pair; the tool first writes the key into it, and one byte for each record that it has taken in.
///
/// The seal is SipHash-2-4 (Aumasson and Bernstein, 2012).
struct RecordSeal {
    /// The channel's file descriptor when a chapter's program starts.
    static let descriptor: Int32 = 3
    /// How many bytes stand before a record: its length and its seal.
    static let headerLength = 16
    /// How many bytes the key has.
    static let keyLength = 16
    /// How long a record may be.
    static let mostBytes = 1 << 28

    private let key: (UInt64, UInt64)

    /// A seal with a key of so many bytes.
    init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        self.key = (Self.word(key[0..<8]), Self.word(key[8..<16]))
    }

    /// A record as it goes through the channel.
    func sealed(_ record: RunRecord, number: UInt64) -> [UInt8] {
        let bytes = record.bytes
        return Self.bytes(UInt64(bytes.count)) + Self.bytes(seal(of: bytes, number: number)) + bytes
    }

    /// The record with a header, if it is the one with this number.
    func open(_ header: some Collection<UInt8>, _ bytes: [UInt8], number: UInt64) -> RunRecord? {
        guard Self.word(header.dropFirst(8)) == seal(of: bytes, number: number) else { return nil }
        return RunRecord(bytes)
    }

    /// How many bytes follow a header; nil if they are more than a record has.
    static func length(in header: some Collection<UInt8>) -> Int? {
        Int(exactly: word(header.prefix(8))).flatMap { $0 <= mostBytes ? $0 : nil }
    }

    private func seal(of bytes: [UInt8], number: UInt64) -> UInt64 {
        var state = (
            key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d, key.0 ^ 0x6c79_6765_6e65_7261,
            key.1 ^ 0x7465_6462_7974_6573
        )
        func round() {
            state.0 &+= state.1
            state.2 &+= state.3
            state.1 = (state.1 &<< 13 | state.1 &>> 51) ^ state.0
            state.3 = (state.3 &<< 16 | state.3 &>> 48) ^ state.2
            state.0 = state.0 &<< 32 | state.0 &>> 32
            state.2 &+= state.1
            state.0 &+= state.3
            state.1 = (state.1 &<< 17 | state.1 &>> 47) ^ state.2
            state.3 = (state.3 &<< 21 | state.3 &>> 43) ^ state.0
            state.2 = state.2 &<< 32 | state.2 &>> 32
        }
        func take(_ word: UInt64) {
            state.3 ^= word
            round()
            round()
            state.0 ^= word
        }
        take(number)
        var start = 0
        while start + 8 <= bytes.count {
            take(Self.word(bytes[start..<(start + 8)]))
            start += 8
        }
        take(Self.word(bytes[start...]) | UInt64(truncatingIfNeeded: bytes.count + 8) &<< 56)
        state.2 ^= 0xff
        for _ in 0..<4 { round() }
        return state.0 ^ state.1 ^ state.2 ^ state.3
    }

    /// At most eight bytes as a number, the lowest first.
    private static func word(_ bytes: some Collection<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        for (place, byte) in bytes.prefix(8).enumerated() { word |= UInt64(byte) &<< UInt64(8 * place) }
        return word
    }

    private static func bytes(_ word: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: word &>> UInt64(8 * $0)) }
    }
}
