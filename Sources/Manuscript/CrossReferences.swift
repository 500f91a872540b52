import CommonMark
import Diagnostics

/// What one chapter offers to references, numbered, and which works it cites: both in the order of the page.
struct CrossReferences {
    private(set) var labels: [Label] = []
    private(set) var citations: [Citation.Item] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile
    private let slug: String
    private let role: Chapter.Role
    private var counts: [Label.Kind: Int] = [:]
    private var section = 0

    init(_ document: Document, steps: [Step], slug: String, role: Chapter.Role) {
        file = document.file
        self.slug = slug
        self.role = role
        let blocks = Dictionary(
            steps.compactMap {
                if case .block(let block) = $0 { (block.range.lowerBound, block) } else { nil }
            },
            uniquingKeysWith: { first, _ in first })
        document.walk { node in
            collect(node, blocks)
            node.inlines.walk { collect($0) }
        }
    }

    private mutating func collect(_ node: BlockNode, _ blocks: [Int: SwiftBlock]) {
        switch node.kind {
        case .heading(let level, let id, let content):
            if level == 2 { section += 1 }
            if let id { addHeading(id, content, node.range) }
        case .table(let table):
            if let caption = table.caption, let id = caption.id {
                add(id, to: "a table", as: [.table], title: caption.content, at: caption.range)
            }
        case .code(let code):
            if let block = blocks[node.range.lowerBound], let id = block.id, let fence = code.fence {
                guard Label.Kind(prefixOf: id) != nil else { break }
                let title = block.caption.map { InlineNode(.text($0), range: fence.infoRange) }
                add(
                    id, to: "a listing", as: [.listing, .figure, .table], title: title.map { [$0] } ?? [],
                    at: fence.infoRange)
            } else if let fence = code.fence, let math = try? MathFence(fence, in: file),
                let id = math.id
            {
                add(
                    id, to: "an equation", as: [.equation], number: math.number, title: [],
                    at: fence.infoRange)
            }
        case .alert(let alert):
            if alert.kind == "DEFINITION" { addTerm(alert, node.range) }
        case .paragraph, .thematicBreak, .quote, .list, .details, .html:
            break
        }
    }

    private mutating func collect(_ inline: InlineNode) {
        switch inline.kind {
        case .math(let math):
            if let id = math.id {
                add(
                    id, to: "an equation", as: [.equation], number: givenNumber(math.tex), title: [],
                    at: inline.range)
            }
        case .image(let image):
            if let id = image.id {
                add(
                    id, to: "an image", as: [.figure],
                    title: [InlineNode(.text(image.title), range: inline.range)], at: inline.range)
            }
        case .citation(let citation):
            citations += citation.items
        default:
            break
        }
    }

    private mutating func addHeading(_ id: String, _ content: [InlineNode], _ range: Range<Int>) {
        // Headings may carry any identifier as their anchor; only these are labels.
        switch Label.Kind(prefixOf: id) {
        case .section:
            append(id, .section, number: section > 0 ? numbered(section) : nil, title: content, at: range)
        case .exercise:
            append(id, .exercise, number: next(.exercise), title: content, at: range)
        case nil:
            break
        default:
            refuse(id, of: "a heading", kinds: [.section, .exercise], at: range)
        }
    }

    private mutating func addTerm(_ alert: Alert, _ range: Range<Int>) {
        guard !alert.title.isEmpty else {
            diagnostics.append(
                .error(
                    "this definition names no term", at: file.location(alert.markerRange),
                    help: "write > [!DEFINITION] the term"))
            return
        }
        append(
            "term-" + anchor(for: alert.title.plainText), .term, number: nil, title: alert.title, at: range)
    }

    private mutating func add(
        _ id: String, to thing: String, as kinds: [Label.Kind], number: String? = nil, title: [InlineNode],
        at range: Range<Int>
    ) {
        guard let kind = Label.Kind(prefixOf: id), kinds.contains(kind) else {
            return refuse(id, of: thing, kinds: kinds, at: range)
        }
        append(
            id, kind, number: number ?? next(kind), isNumberedByHand: number != nil, title: title, at: range)
    }

    private mutating func refuse(_ id: String, of thing: String, kinds: [Label.Kind], at range: Range<Int>) {
        diagnostics.append(
            .error(
                "'\(id)' is no label of \(thing)", at: file.location(range),
                help: "begin it with \(Label.prefixes(of: kinds))"))
    }

    private mutating func append(
        _ id: String, _ kind: Label.Kind, number: String?, isNumberedByHand: Bool = false,
        title: [InlineNode], at range: Range<Int>
    ) {
        labels.append(
            Label(
                id: id, kind: kind, number: number, isNumberedByHand: isNumberedByHand, title: title,
                chapter: slug, location: file.location(range)))
    }

    private mutating func next(_ kind: Label.Kind) -> String {
        counts[kind, default: 0] += 1
        return numbered(counts[kind, default: 0])
    }

    /// `2.4` in chapter 2; plain `4` on pages without a number.
    private func numbered(_ count: Int) -> String {
        if case .chapter(let number) = role { "\(number).\(count)" } else { "\(count)" }
    }

    /// The argument of TeX's `\tag`, which numbers an equation by hand.
    private func givenNumber(_ tex: String) -> String? {
        guard let start = tex.range(of: "\\tag{"), let end = tex[start.upperBound...].firstIndex(of: "}")
        else {
            return nil
        }
        return String(tex[start.upperBound..<end])
    }
}
