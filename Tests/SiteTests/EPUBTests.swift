import Foundation
import Site
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The book as one file for e-readers.
@Suite struct EPUBTests {
    /// The files of an archive whose files are stored as they are, in their order.
    private static func files(of archive: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        func number(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
        }
        var files: [(name: String, bytes: [UInt8])] = []
        var offset = 0
        while number(offset, 4) == 0x0403_4b50 {
            let (size, length) = (number(offset + 18, 4), number(offset + 26, 2))
            let start = offset + 30 + length
            files.append(
                (
                    String(decoding: archive[(offset + 30)..<start], as: UTF8.self),
                    Array(archive[start..<(start + size)])
                ))
            offset = start + size
        }
        return files
    }

    @Test func everyDocumentIsWhole() async throws {
        let book = try TestBook.everything()
        let files = Self.files(of: try book.builder().epub())
        #expect(files.first?.name == "mimetype")
        #expect(files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "application/epub+zip")
        let names = Set(files.map(\.name))
        #expect(
            names.isSuperset(of: [
                "META-INF/container.xml", "EPUB/package.opf", "EPUB/one.xhtml", "EPUB/references.xhtml",
            ]))
        #expect(names.contains("EPUB/files/pictures/line.svg"))
        for file in files
        where file.name.hasSuffix("ml") || file.name.hasSuffix("opf") || file.name.hasSuffix("svg") {
            let parser = XMLParser(data: Data(file.bytes))
            let isXML = parser.parse()
            #expect(isXML, "\(file.name): \(String(describing: parser.parserError))")
        }
        for file in files where file.name.hasSuffix(".xhtml") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("role=\"tooltip\"") && !text.contains("tabindex"), "\(file.name)")
            for link in text.matches(of: /href="([^"#:]+)(#[^"]*)?"/) {
                #expect(names.contains("EPUB/\(link.1)"), "\(file.name) leads to \(link.1)")
            }
        }
    }

    @Test func theSameBookGivesTheSameBytes() async throws {
        let book = try TestBook.everything()
        #expect(try book.builder().epub() == book.builder().epub())
    }
}
