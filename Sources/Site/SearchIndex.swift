import Rendering

/// The text of a book as a script that the search box loads, so that searching works from disk.
enum SearchIndex {
    /// How many bytes of running text the index holds at most; beyond, every section keeps its beginning.
    static let budget = 4 << 20

    /// The script: `searchIndex = [[file, title, [[anchor, heading, text], …]], …]`.
    static func script(_ pages: [(file: String, page: RenderedPage)]) -> [UInt8] {
        var total = 0
        var count = 0
        for (_, page) in pages {
            count += page.sections.count
            for section in page.sections { total += section.text.utf8.count }
        }
        let limit = total <= budget ? Int.max : budget / max(count, 1)
        var output: [UInt8] = Array("globalThis.searchIndex = [\n".utf8)
        for (file, page) in pages {
            output.append(UInt8(ascii: "["))
            append(file, to: &output)
            output.append(UInt8(ascii: ","))
            append(page.title, to: &output)
            output.append(contentsOf: ",[".utf8)
            for (index, section) in page.sections.enumerated() {
                output.append(contentsOf: (index == 0 ? "[" : ",\n[").utf8)
                append(section.anchor, to: &output)
                output.append(UInt8(ascii: ","))
                append(section.title, to: &output)
                output.append(UInt8(ascii: ","))
                append(section.text, limit: limit, to: &output)
                output.append(UInt8(ascii: "]"))
            }
            output.append(contentsOf: "]],\n".utf8)
        }
        output.append(contentsOf: "];\n".utf8)
        return output
    }

    /// A string literal of JavaScript in ASCII quotes.
    private static func append(_ text: String, limit: Int = .max, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var count = 0
        for byte in text.utf8 {
            count += 1
            // Only before the first byte of a character can a text be cut.
            if count > limit, byte & 0xC0 != 0x80 { break }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): output.append(UInt8(ascii: " "))
            case 0..<0x20, 0x7F: continue
            case UInt8(ascii: "<"): output.append(contentsOf: "\\u003c".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
