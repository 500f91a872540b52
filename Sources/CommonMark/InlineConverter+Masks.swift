import Diagnostics

extension InlineConverter {
    mutating func dropPassedMasks() {
        while let (range, _) = masks.first, range.lowerBound < position { masks.removeFirst() }
    }

    mutating func place(_ mask: Mask, in output: inout [InlineNode]) {
        placed.append(mask.range.lowerBound)
        switch mask.kind {
        case .node(.citation) where linkDepth > 0: break
        case .node(let kind):
            if case .footnoteReference(let label) = kind { refer(to: label, at: mask.range) }
            output.append(InlineNode(kind, range: mask.range))
            return
        case .imageID(let id):
            if let last = output.last, case .image(let image) = last.kind,
                last.range.upperBound == mask.range.lowerBound
            {
                let labelled = Image(
                    source: image.source, title: image.title, alternative: image.alternative, id: id)
                let range = last.range.lowerBound..<mask.range.upperBound
                output[output.count - 1] = InlineNode(.image(labelled), range: range)
                return
            }
            diagnostics.append(
                .error(
                    "only an image can be called \(id) here", at: file.location(mask.range),
                    help: "for the braces as text write \\{#\(id)}"))
        case .codeLanguage(let language):
            if let last = output.last, case .code(let code, language: nil) = last.kind,
                last.range.upperBound == mask.range.lowerBound
            {
                let range = last.range.lowerBound..<mask.range.upperBound
                output[output.count - 1] = InlineNode(.code(code, language: language), range: range)
                return
            }
        case .blockID(let id):
            blockID = id
            return
        case .alert(let kind):
            alert = (kind, mask.range)
            return
        case .destination: break
        }
        output.append(InlineNode(.text(file.text(in: mask.range)), range: mask.range))
    }

    private mutating func refer(to label: String, at range: Range<Int>) {
        footnoteReferences.append((label, range))
        guard linkDepth > 0 else { return }
        diagnostics.append(
            .error(
                "a footnote cannot be referred to inside a link", at: file.location(range),
                help: "put [^\(label)] behind the link"))
    }
}
