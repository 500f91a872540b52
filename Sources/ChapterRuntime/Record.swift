#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// What a running chapter tells the tool, between the bytes that its blocks print.
///
/// A record is the byte 1, a mark that no chapter can guess, a letter for the kind, and for each field its length
/// in decimal, a colon and its bytes; the byte 10 ends it.
enum Record: Character {
    case step = "s"
    case figure = "f"
    case claim = "c"
    case integer = "i"
    case floating = "d"
    case text = "t"
    case trap = "x"
    case end = "e"

    private static let mark = getenv("BOOK_MARK").map { String(cString: $0) } ?? ""

    /// Writes a record in one go; nothing is written by a program that runs without the tool.
    static func write(_ kind: Record, _ fields: [String]) {
        guard !mark.isEmpty else { return }
        var record = "\u{1}\(mark)\(kind.rawValue)"
        for field in fields { record += "\(field.utf8.count):\(field)" }
        record += "\n"
        record.withUTF8 { bytes in
            _ = fwrite(bytes.baseAddress, 1, bytes.count, stdout)
            _ = fflush(stdout)
        }
    }
}
