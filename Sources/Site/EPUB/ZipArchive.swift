/// A ZIP archive whose files are stored as they are, in the order they were added, with a fixed date, so that the same
/// files give the same bytes (PKWARE, APPNOTE 6.3.9).
struct ZipArchive {
    private var entries: [(name: [UInt8], checksum: UInt32, size: UInt32, offset: UInt32)] = []
    private var body: [UInt8] = []

    /// The first day that the format knows, at midnight.
    fileprivate static let date: UInt32 = 0x0021_0000
    /// Names are UTF-8.
    fileprivate static let flags: UInt16 = 0x0800

    /// Adds a file.
    mutating func add(_ bytes: [UInt8], as name: String) {
        let entry = (
            name: Array(name.utf8), checksum: CRC32.checksum(of: bytes), size: UInt32(bytes.count),
            offset: UInt32(body.count)
        )
        body.append(littleEndian: 0x0403_4b50 as UInt32)
        body.append(littleEndian: 10 as UInt16)
        body.append(header: entry.name, entry.checksum, entry.size)
        body += entry.name
        body += bytes
        entries.append(entry)
    }

    /// The archive.
    var bytes: [UInt8] {
        var directory: [UInt8] = []
        for entry in entries {
            directory.append(littleEndian: 0x0201_4b50 as UInt32)
            directory.append(littleEndian: 10 as UInt16)
            directory.append(littleEndian: 10 as UInt16)
            directory.append(header: entry.name, entry.checksum, entry.size)
            // No comment, the first disk, no attributes.
            for _ in 0..<3 { directory.append(littleEndian: 0 as UInt16) }
            directory.append(littleEndian: 0 as UInt32)
            directory.append(littleEndian: entry.offset)
            directory += entry.name
        }
        var end: [UInt8] = []
        end.append(littleEndian: 0x0605_4b50 as UInt32)
        for value in [0, 0, UInt16(entries.count), UInt16(entries.count)] { end.append(littleEndian: value) }
        end.append(littleEndian: UInt32(directory.count))
        end.append(littleEndian: UInt32(body.count))
        end.append(littleEndian: 0 as UInt16)
        return body + directory + end
    }

    /// The checksum of the archive format: the polynomial of IEEE 802.3, bits in reverse.
    enum CRC32 {
        private static let table: [UInt32] = (0..<256).map { index in
            (0..<8).reduce(UInt32(index)) { value, _ in
                value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
            }
        }

        static func checksum(of bytes: [UInt8]) -> UInt32 {
            ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// What an entry's two headers have in common.
    fileprivate mutating func append(header name: [UInt8], _ checksum: UInt32, _ size: UInt32) {
        append(littleEndian: ZipArchive.flags)
        // Stored, not compressed.
        append(littleEndian: 0 as UInt16)
        append(littleEndian: ZipArchive.date)
        append(littleEndian: checksum)
        append(littleEndian: size)
        append(littleEndian: size)
        append(littleEndian: UInt16(name.count))
        append(littleEndian: 0 as UInt16)
    }
}
