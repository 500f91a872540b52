import Diagnostics
import HTML
import Manuscript
import Rendering
import Storage

/// A book as EPUB 3.3: its chapters with mathematics and drawings, folded solutions, contents, references, a cover made
/// of its title.
struct Publication {
    /// A document of the reading order.
    private struct Document {
        /// Its name without an extension.
        var name: String
        var title: String
        var body: String

        var file: String { name + ".xhtml" }
        /// What the package has to say of its content.
        var properties: [String] {
            (body.contains("<math") ? ["mathml"] : []) + (body.contains("<svg") ? ["svg"] : [])
        }
    }

    private let book: Book
    private var documents: [Document] = []
    private var files: [(path: String, bytes: [UInt8])] = []

    /// A publication of rendered chapters.
    ///
    /// - Parameter backMatter: The pages that list the whole book.
    init(
        _ book: Book, _ chapters: [(chapter: Chapter, title: String, content: Node)],
        _ backMatter: [BackMatter]
    ) throws(DiagnosticError) {
        self.book = book
        let own = Set(chapters.map(\.chapter.pageFile))
        let others = backMatter.filter { !own.contains($0.file) }
        let pages = own.union(others.map(\.file))
        for (chapter, title, content) in chapters {
            var nodes = [content]
            if let list = backMatter.first(where: { $0.file == chapter.pageFile }) { nodes += list.content }
            add(chapter.slug, title, Node.fragment(nodes).forReaders(pages: pages))
        }
        for page in others {
            let header = Node.tag("h1", [:], page.title)
            add(
                String(page.file.dropLast(".html".count)), page.title,
                Node.fragment([header] + page.content).forReaders(pages: pages))
        }
        for path in book.links.files where Self.mediaType(of: path) != nil {
            files.append((RenderedPage.address(ofFile: path), try Files.read("\(book.folder)/\(path)")))
        }
    }

    private mutating func add(_ name: String, _ title: String, _ body: Node) {
        documents.append(Document(name: name, title: title, body: body.serialised(as: .xml)))
    }

    /// The publication as one file.
    var bytes: [UInt8] {
        var archive = ZipArchive()
        // The first file says what the archive is, at a place that programs look at.
        archive.add(Array("application/epub+zip".utf8), as: "mimetype")
        archive.add(Array(Self.container.utf8), as: "META-INF/container.xml")
        archive.add(Array(package.utf8), as: "EPUB/package.opf")
        archive.add(Array(contents.utf8), as: "EPUB/contents.xhtml")
        archive.add(Array(cover.utf8), as: "EPUB/cover.svg")
        let coverPage =
            "<figure class=\"cover\"><img src=\"cover.svg\" alt=\"\(escapedText(book.configuration.title))\"/></figure>"
        archive.add(Array(page(book.configuration.title, coverPage).utf8), as: "EPUB/cover.xhtml")
        archive.add(PackageResources.epub_css, as: "EPUB/style.css")
        archive.add(PackageResources.stix_two_math_woff2, as: "EPUB/stix-two-math.woff2")
        archive.add(PackageResources.stix_two_math_txt, as: "EPUB/stix-two-math.txt")
        for document in documents {
            archive.add(Array(page(document.title, document.body).utf8), as: "EPUB/" + document.file)
        }
        for file in files { archive.add(file.bytes, as: "EPUB/" + file.path) }
        return archive.bytes
    }

    // MARK: Documents

    private func page(_ title: String, _ body: String, attributes: String = "") -> String {
        let language = escapedText(book.configuration.language)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(language)" xml:lang="\(language)">
            <head><meta charset="utf-8"/><title>\(escapedText(title))</title><link rel="stylesheet" href="style.css"/></head>
            <body>
            \(body)
            </body>
            </html>

            """
    }

    private var contents: String {
        let items = documents.map { "<li><a href=\"\($0.file)\">\(escapedText($0.title))</a></li>" }
        return page(
            "Contents",
            "<nav epub:type=\"toc\" id=\"toc\"><h1>Contents</h1><ol>\(items.joined(separator: "\n"))</ol></nav>"
        )
    }

    /// The title on a plain ground, in lines that fit.
    private var cover: String {
        var lines: [String] = []
        for word in book.configuration.title.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 16 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        let title = lines.enumerated().map { index, line in
            "<text x=\"90\" y=\"\(420 + 130 * index)\" font-size=\"104\" font-weight=\"600\">\(escapedText(line))</text>"
        }
        let authors = escapedText(book.configuration.authors.joined(separator: ", "))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" height="1800">
            <rect width="1200" height="1800" fill="#0b3a66"/>
            <g fill="#fdfcfa" font-family="Georgia, serif">
            \(title.joined(separator: "\n"))
            <text x="90" y="1640" font-size="52">\(authors)</text>
            </g>
            </svg>

            """
    }

    // MARK: The package

    private static let container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """

    private var package: String {
        let configuration = book.configuration
        let identifier = Fingerprint(documents.map(\.body).joined(separator: "\u{0}"))
        var manifest = [
            item("contents", "contents.xhtml", "application/xhtml+xml", ["nav"]),
            item("cover", "cover.xhtml", "application/xhtml+xml"),
            item("cover-image", "cover.svg", "image/svg+xml", ["cover-image"]),
            item("style", "style.css", "text/css"), item("font", "stix-two-math.woff2", "font/woff2"),
            item("font-terms", "stix-two-math.txt", "text/plain"),
        ]
        for (index, document) in documents.enumerated() {
            manifest.append(
                item("page-\(index)", document.file, "application/xhtml+xml", document.properties))
        }
        for (index, file) in files.enumerated() {
            manifest.append(
                item(
                    "file-\(index)", WebAddress.percentEncoded(component: file.path),
                    Self.mediaType(of: file.path) ?? ""))
        }
        let creators = configuration.authors.map { "<dc:creator>\(escapedText($0))</dc:creator>\n" }
        let spine = ["cover", "contents"] + documents.indices.map { "page-\($0)" }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="\(escapedText(configuration.language))">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="identifier">urn:fingerprint:\(identifier)</dc:identifier>
            <dc:title>\(escapedText(configuration.title))</dc:title>
            <dc:language>\(escapedText(configuration.language))</dc:language>
            \(creators.joined())<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">MathML</meta>
            <meta property="schema:accessibilityFeature">alternativeText</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            </metadata>
            <manifest>
            \(manifest.joined(separator: "\n"))
            </manifest>
            <spine>
            \(spine.map { "<itemref idref=\"\($0)\"/>" }.joined(separator: "\n"))
            </spine>
            </package>

            """
    }

    private func item(_ id: String, _ file: String, _ type: String, _ properties: [String] = []) -> String {
        let properties = properties.isEmpty ? "" : " properties=\"\(properties.joined(separator: " "))\""
        return "<item id=\"\(id)\" href=\"\(escapedText(file))\" media-type=\"\(type)\"\(properties)/>"
    }

    /// Pictures are part of the publication; other files are not.
    private static func mediaType(of path: String) -> String? {
        switch path.split(separator: ".").last?.lowercased() {
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        default: nil
        }
    }
}
