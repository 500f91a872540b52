/// Reads JSON of objects, arrays, strings and whole numbers, a few levels deep.
struct JSONReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    /// The one value that the bytes are; nil if they are something else.
    mutating func document() -> JSONValue? {
        guard let value = value(depth: 0) else { return nil }
        skipSpace()
        return at == bytes.endIndex ? value : nil
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard depth < 8, let first = peek else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return array(depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        default: return integer()
        }
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
        var entries: [(name: String, value: JSONValue)] = []
        let isWhole = list(to: UInt8(ascii: "}")) { reader in
            reader.skipSpace()
            guard let name = reader.string() else { return false }
            reader.skipSpace()
            guard reader.take(UInt8(ascii: ":")), let value = reader.value(depth: depth + 1) else {
                return false
            }
            entries.append((name, value))
            return true
        }
        return isWhole ? .object(entries) : nil
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        var values: [JSONValue] = []
        let isWhole = list(to: UInt8(ascii: "]")) { reader in
            guard let value = reader.value(depth: depth + 1) else { return false }
            values.append(value)
            return true
        }
        return isWhole ? .array(values) : nil
    }

    /// Elements between the bracket at hand and `end`, with commas between them.
    private mutating func list(to end: UInt8, _ element: (inout JSONReader) -> Bool) -> Bool {
        at += 1
        skipSpace()
        if take(end) { return true }
        while true {
            guard element(&self) else { return false }
            skipSpace()
            if take(end) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var units: [UInt8] = []
        while let byte = peek {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard escape(into: &units) else { return nil }
            case ..<0x20: return nil
            default: units.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into units: inout [UInt8]) -> Bool {
        guard let byte = peek else { return false }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
        case UInt8(ascii: "b"): units.append(8)
        case UInt8(ascii: "f"): units.append(12)
        case UInt8(ascii: "n"): units.append(10)
        case UInt8(ascii: "r"): units.append(13)
        case UInt8(ascii: "t"): units.append(9)
        case UInt8(ascii: "u"):
            guard let first = hexadecimal() else { return false }
            var code = UInt32(first)
            if first >> 10 == 0x36 {
                // The first of two halves.
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = hexadecimal(),
                    second >> 10 == 0x37
                else { return false }
                code = 0x10000 + (UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff))
            }
            guard let scalar = Unicode.Scalar(code) else { return false }
            units += Array(String(Character(scalar)).utf8)
        default: return false
        }
        return true
    }

    private mutating func hexadecimal() -> UInt16? {
        guard at + 4 <= bytes.endIndex else { return nil }
        defer { at += 4 }
        var value: UInt16 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private mutating func integer() -> JSONValue? {
        let start = at
        if peek == UInt8(ascii: "-") { at += 1 }
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        return String(validating: bytes[start..<at], as: UTF8.self).flatMap { Int($0) }.map { .integer($0) }
    }

    private var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { at += 1 }
    }
}
