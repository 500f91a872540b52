/// Swift without its comments, by which a change of comments alone is known to be none.
///
/// What stands on a line keeps its line and its column. Where it cannot be told from the bytes alone whether a comment
/// begins, as behind the slash of a regular expression or within a string that holds code, nothing is taken out: a
/// comment may stay, but no code goes.
public func withoutComments(_ code: String) -> String {
    let bytes = Array(code.utf8)
    guard bytes.contains(UInt8(ascii: "/")) else { return code }
    var scanner = CommentScanner(bytes: bytes)
    return scanner.run() ? String(decoding: scanner.output, as: UTF8.self) : code
}

private struct CommentScanner {
    let bytes: [UInt8]
    var output: [UInt8] = []
    private var position = 0
    /// Whether something on this line may be read in more than one way.
    private var isDoubtful = false

    init(bytes: [UInt8]) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    private func isNext(_ text: String) -> Bool {
        bytes[position] == text.utf8.first && bytes[position...].starts(with: text.utf8)
    }

    private mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == 0x0A { isDoubtful = false }
            output.append(bytes[position])
            position += 1
        }
    }

    /// Reads to the end; false if what was read so far cannot be trusted.
    mutating func run() -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): guard keepString() else { return false }
            case UInt8(ascii: "#") where isNext("#\"") || isNext("##"):
                guard keepString() else { return false }
            case UInt8(ascii: "/"): guard passSlash() else { return false }
            default: keep()
            }
        }
        return true
    }

    private mutating func passSlash() -> Bool {
        if isNext("/*") { return !isDoubtful && passBlockComment() }
        guard isNext("//"), !isDoubtful else {
            // It may open a regular expression, in which anything may stand.
            isDoubtful = true
            keep()
            return true
        }
        while output.last == 0x20 || output.last == 0x09 { output.removeLast() }
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        return true
    }

    /// A comment between `/*` and `*/`, which may have others in it, becomes as many blanks.
    private mutating func passBlockComment() -> Bool {
        var depth = 0
        while position < bytes.count {
            if isNext("/*") || isNext("*/") {
                depth += isNext("/*") ? 1 : -1
                output += [0x20, 0x20]
                position += 2
                if depth == 0 { return true }
            } else {
                output.append(bytes[position] == 0x0A ? 0x0A : 0x20)
                position += 1
            }
        }
        return false
    }

    /// Keeps a string as it stands; false if code in it may have strings of its own.
    private mutating func keepString() -> Bool {
        if isDoubtful { return keepDoubtfulQuote() }
        var hashes = 0
        while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
            hashes += 1
            keep()
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return hashes < 2 }
        let isMultiline = isNext("\"\"\"")
        let close = (isMultiline ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        keep(isMultiline ? 3 : 1)
        while position < bytes.count, !isNext(close) {
            if isNext(escape) {
                keep(escape.utf8.count)
                guard position < bytes.count else { return false }
                // Code stands here: what ends the string is not told by the next quote.
                if bytes[position] == UInt8(ascii: "(") { return keepInterpolation(close, isMultiline) }
            }
            if bytes[position] == 0x0A, !isMultiline { return false }
            keep()
        }
        keep(close.utf8.count)
        return true
    }

    /// Behind code within a string of one line, the rest of the line stays as it is. Code within a string of several
    /// lines may have no quotes.
    private mutating func keepInterpolation(_ close: String, _ isMultiline: Bool) -> Bool {
        if isMultiline { return false }
        while position < bytes.count, bytes[position] != 0x0A {
            if isNext("\"\"\"") || isNext("/*") { return false }
            keep()
        }
        return true
    }

    private mutating func keepDoubtfulQuote() -> Bool {
        guard !isNext("\"\"\"") else { return false }
        keep()
        return true
    }
}
