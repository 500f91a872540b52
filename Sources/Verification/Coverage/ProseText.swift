import Diagnostics
import Manuscript
import Markdown

/// A paragraph, a heading, a cell: its characters with the bytes they stand on. What is not prose — formulas, code,
/// values, citations — is one character that is neither letter nor digit, so that the words around it stay apart.
struct ProseText {
    private(set) var characters: [Character] = []
    /// The first byte of each character.
    private(set) var places: [Int] = []
    /// Where the texts of values and claims stand, by their ranges of bytes.
    private(set) var values: [Range<Int>] = []
    /// The texts that are marked as given.
    private(set) var literals: [String] = []

    private let file: SourceFile
    private static let object: Character = "\u{FFFC}"

    /// The prose of running text. In a caption, which is Markdown of its own, every character stands at one place.
    init(_ inlines: [InlineNode], in file: SourceFile, at place: Int? = nil) {
        self.file = file
        add(inlines)
        if let place { places = places.map { _ in place } }
    }

    /// Words that are no Markdown, all at one place.
    init(_ text: String, in file: SourceFile, at place: Int) {
        self.file = file
        characters = Array(text)
        places = characters.map { _ in place }
    }

    private mutating func add(_ inlines: [InlineNode]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text): add(text, inline.range)
            case .softBreak, .hardBreak: append(" ", inline.range.lowerBound)
            case .emphasis(let content), .strong(let content): add(content)
            case .code, .math, .citation: append(Self.object, inline.range.lowerBound)
            case .footnoteReference, .html: break
            case .image(let image): add(image.alternative)
            case .link(let link):
                if link.destination.hasPrefix("swift:") {
                    values.append(inline.range)
                    append(Self.object, inline.range.lowerBound)
                } else if link.destination == Chapter.literalDestination {
                    literals.append(link.content.plainText)
                    append(Self.object, inline.range.lowerBound)
                } else {
                    add(link.content)
                }
            }
        }
    }

    private mutating func append(_ character: Character, _ place: Int) {
        characters.append(character)
        places.append(place)
    }

    /// Text as it is written may have backslashes and entities that the text has not.
    private mutating func add(_ text: String, _ range: Range<Int>) {
        var place = range.lowerBound
        for character in text {
            let bytes = Array(String(character).utf8)
            let rest = file.bytes[min(place, range.upperBound)..<range.upperBound].prefix(12 + bytes.count)
            let found = rest.firstRange(of: bytes)
            append(character, found?.lowerBound ?? place)
            if let found { place = found.upperBound }
        }
    }
}

extension ProseText {
    /// Everything of a chapter that is prose: paragraphs, headings, cells, captions, footnotes, the words that say what
    /// pictures show.
    static func all(of chapter: Chapter) -> [ProseText] {
        guard let document = try? chapter.content().document else { return [] }
        var collector = Collector(file: chapter.file)
        collector.add(document.blocks)
        for note in document.footnotes { collector.add(note.content) }
        for block in chapter.blocks where block.visibility != .hidden {
            guard let caption = block.caption,
                let words = ProseText(
                    caption: caption, of: chapter.file, at: block.fence.infoRange.lowerBound)
            else { continue }
            collector.found.append(words)
        }
        return collector.found
    }

    /// A caption, which is Markdown of its own; nil if it is more than a paragraph.
    private init?(caption: String, of file: SourceFile, at place: Int) {
        let text = SourceFile(path: file.path, text: caption)
        guard let document = try? Document.examine(text).document,
            case .paragraph(let content)? = document.blocks.first?.kind
        else { return nil }
        self.init(content, in: document.file, at: place)
    }

    private struct Collector {
        let file: SourceFile
        var found: [ProseText] = []

        mutating func add(_ blocks: [BlockNode]) {
            for block in blocks {
                switch block.kind {
                case .paragraph(let content): paragraph(content)
                case .heading(_, _, let content): add(content)
                case .quote(let content): add(content)
                case .alert(let alert):
                    add(alert.title)
                    add(alert.content)
                case .list(let list): list.items.forEach { add($0) }
                case .table(let table):
                    table.header.forEach { add($0) }
                    table.rows.forEach { row in row.forEach { add($0) } }
                    if let caption = table.caption { add(caption.content) }
                case .details(let details):
                    add(details.summary)
                    add(details.content)
                case .code, .html, .thematicBreak: break
                }
            }
        }

        private mutating func add(_ content: [InlineNode]) {
            if !content.isEmpty { found.append(ProseText(content, in: file)) }
        }

        /// A picture has its caption between quotes.
        private mutating func paragraph(_ content: [InlineNode]) {
            add(content)
            for inline in content {
                guard case .image(let image) = inline.kind, !image.title.isEmpty else { continue }
                let place = inline.range.lowerBound
                found.append(
                    ProseText(caption: image.title, of: file, at: place)
                        ?? ProseText(image.title, in: file, at: place))
            }
        }
    }
}
