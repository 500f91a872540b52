import Markdown
import Diagnostics

extension ChapterReader {
    /// Reads sibling blocks: an output belongs to the block of Swift directly before it.
    mutating func passages(_ blocks: [BlockNode]) -> [Passage] {
        var passages: [Passage] = []
        passages.reserveCapacity(blocks.count)
        var rest = blocks[...]
        while let block = rest.popFirst() {
            if case .code(let code) = block.kind, let fence = code.fence {
                if let passage = fenced(code, fence, block.range, before: &rest) { passages.append(passage) }
            } else if let passage = passage(block) {
                passages.append(passage)
            }
        }
        return passages
    }

    private mutating func passage(_ block: BlockNode) -> Passage? {
        switch block.kind {
        case .paragraph(let content): return paragraph(content, range: block.range)
        case .heading(let level, let id, let content):
            return heading(level: level, id: id, content, range: block.range)
        case .thematicBreak: return .rule
        case .quote(let content):
            refuseMarkerWithoutMark(content)
            return .quote(passages(content))
        case .alert(let alert): return self.alert(alert, range: block.range)
        case .list(let list): return self.list(list)
        case .code(let code):
            return .code(Passage.Listing(code: code.content, language: "", name: nil, caption: []))
        case .table(let table): return self.table(table)
        case .details(let details):
            return .details(
                summary: phrases(details.summary), isOpen: details.isOpen, passages(details.content))
        case .html(let markup):
            if HarmlessTag(markup) != .comment { refuseMarkup(at: block.range) }
            return nil
        }
    }

    /// A formula or an image alone in its paragraph stands on its own.
    private mutating func paragraph(_ content: [InlineNode], range: Range<Int>) -> Passage {
        refuseHalfFence(range)
        if content.count == 1 {
            switch content[0].kind {
            case .math(let math) where math.isDisplay:
                return .equation(equation(math, range: content[0].range))
            case .image(let image) where !image.title.isEmpty || image.id != nil:
                return picture(image, range: content[0].range, captioned: true).map { .picture($0) }
                    ?? .prose([])
            default: break
            }
        }
        return .prose(phrases(content))
    }

    private mutating func list(_ list: ListBlock) -> Passage {
        for item in list.items { refuseTask(item) }
        let items = list.items.map { passages($0) }
        switch list.marker {
        case .bullet: return .list(Passage.List(start: nil, isTight: list.isTight, items: items))
        case .ordered(let start):
            return .list(Passage.List(start: start, isTight: list.isTight, items: items))
        }
    }

    private mutating func alert(_ alert: Alert, range: Range<Int>) -> Passage {
        let title = phrases(alert.title)
        let label = "term-" + Anchor.named(alert.title.plainText)
        guard let kind = AlertKind(rawValue: alert.kind) else {
            let known = AlertKind.allCases.map(\.rawValue)
            report(
                "there is no alert [!\(alert.kind)]", at: alert.markerRange,
                help: nearest(to: alert.kind, among: known).map { "did you mean [!\($0)]?" }
                    ?? "there are " + known.joined(separator: ", "))
            return .quote(passages(alert.content))
        }
        if let id = alert.id { self.label(id, of: kind, alert) }
        guard kind == .definition else {
            return .alert(
                kind, title: title, passages(alert.content), label: kind.labelKind == nil ? nil : alert.id)
        }
        if alert.title.isEmpty {
            report(
                "this definition names no term", at: alert.markerRange,
                help: "write > [!DEFINITION] the term")
        } else {
            append(label, .term, number: nil, title: alert.title.plainText, at: range)
        }
        let content = passages(alert.content)
        if !alert.title.isEmpty { claim(label, at: alert.markerRange) }
        return .definition(Passage.Definition(term: title, label: label, content: content))
    }

    private mutating func label(_ id: String, of kind: AlertKind, _ alert: Alert) {
        guard let labelKind = kind.labelKind else {
            return report(
                "a \(kind.word.lowercased()) has no number", at: alert.markerRange,
                help: kind == .definition
                    ? "take {#\(id)} out, and refer to it as [](#term-\(Anchor.named(alert.title.plainText)))"
                    : "take {#\(id)} out, or put the label on a heading")
        }
        label(
            id, of: "a \(kind.word.lowercased())", as: [labelKind], title: alert.title.plainText,
            at: alert.markerRange)
        claim(id, at: alert.markerRange)
    }

    private mutating func table(_ table: PipeTable) -> Passage {
        let header = table.header.map { phrases($0) }
        let rows = table.rows.map { row in row.map { phrases($0) } }
        var caption: [Phrase]?
        if let written = table.caption {
            if written.id == nil { refuseLabel(endingIn: written.content) }
            caption = phrases(written.content)
            if let id = written.id {
                label(id, of: "a table", as: [.table], title: written.content.plainText, at: written.range)
                claim(id, at: written.range)
            }
        }
        return .table(
            Passage.Table(
                alignments: table.alignments.map(Passage.Table.Alignment.init), header: header, rows: rows,
                caption: caption, label: table.caption?.id, name: table.caption?.content.plainText ?? "Table")
        )
    }
}

extension Passage.Table.Alignment {
    init(_ alignment: PipeTable.Alignment) {
        switch alignment {
        case .none: self = .none
        case .left: self = .left
        case .center: self = .center
        case .right: self = .right
        }
    }
}
