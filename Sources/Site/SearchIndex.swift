import Rendering

/// The text of a book, and the names of its modules, as a script that the search box loads, so that searching works
/// from disk.
enum SearchIndex {
    /// How many bytes of running text the index holds at most; beyond, every section keeps its beginning.
    static let budget = 4 << 20

    /// What the index has of a module's source file.
    struct Symbols {
        var address: String
        var names: [(anchor: String, name: String, summary: String)]
    }

    /// A page with what is found on it.
    struct Page {
        var file: String
        var title: String
        var sections: [RenderedPage.Section]
    }

    /// The script: `searchIndex = [[file, title, [[anchor, heading, text, code], …]], …]` and
    /// `symbolIndex = [[file, [[anchor, name, summary], …]], …]`.
    static func script(_ pages: [Page], symbols: [Symbols]) -> [UInt8] {
        var total = 0
        var count = 0
        for page in pages {
            count += page.sections.count
            for section in page.sections { total += section.text.utf8.count + section.code.utf8.count }
        }
        let limit = total <= budget ? Int.max : budget / max(2 * count, 1)
        var output: [UInt8] = Array("globalThis.searchIndex = [\n".utf8)
        for page in pages {
            output.append(list: [page.file, page.title], isOpen: true)
            for section in page.sections {
                let heading = section.number.isEmpty ? section.title : "\(section.number) \(section.title)"
                output.append(list: [section.anchor, heading, section.text, section.code], limit: limit)
            }
            output.append(contentsOf: "]],\n".utf8)
        }
        output.append(contentsOf: "];\nglobalThis.symbolIndex = [\n".utf8)
        for file in symbols {
            output.append(list: [file.address], isOpen: true)
            for name in file.names { output.append(list: [name.anchor, name.name, name.summary]) }
            output.append(contentsOf: "]],\n".utf8)
        }
        output.append(contentsOf: "];\n".utf8)
        return output
    }
}

extension [UInt8] {
    /// Appends `["a","b"],`, or `["a","b",[` of a list that goes on.
    fileprivate mutating func append(list texts: [String], limit: Int = .max, isOpen: Bool = false) {
        append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(literal: text, limit: limit)
        }
        append(contentsOf: (isOpen ? ",[" : "],\n").utf8)
    }
}
