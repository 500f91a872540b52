import Diagnostics

/// Finds the place of every inline of one paragraph or heading.
///
/// libcmark's tree says what the inlines are, and the text says where: both are read side by side, each node using
/// up exactly the bytes it was made of. Nothing depends on the positions that libcmark reports for inlines, which
/// are wrong behind a hard line break and in text that spans lines.
struct InlineConverter {
    /// The tree and the text disagree, which a document parsed by this libcmark cannot bring about.
    struct Disagreement: Error {
        /// Where, in the leaf's text.
        let offset: Int
    }

    let tree: SyntaxTree
    let leaf: LeafText
    /// The file, for what stands under masks.
    let file: SourceFile
    /// Whether this is a cell of a table, where a pipe is escaped even in code.
    let isCell: Bool

    private(set) var position: Int
    /// The masks in this leaf, as ranges of its text.
    private var masks: ArraySlice<(range: Range<Int>, mask: Mask)>
    /// The end of a mask whose letters are being passed over.
    private var maskEnd = 0
    private var linkDepth = 0
    /// The identifier of a trailing `{#id}`.
    private(set) var blockID: String?
    /// The kind of an alert and where its marker stands.
    private(set) var alert: (kind: String, range: Range<Int>)?
    /// Where the masks start that were found in running text; the others stand in raw HTML or the like.
    private(set) var placed: [Int] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The footnotes referred to.
    private(set) var footnoteReferences: [(label: String, range: Range<Int>)] = []

    init(
        tree: SyntaxTree, leaf: LeafText, file: SourceFile, masks: ArraySlice<Mask> = [],
        isCell: Bool = false,
        start: Int
    ) {
        self.tree = tree
        self.leaf = leaf
        self.file = file
        self.isCell = isCell
        position = start
        var located: [(range: Range<Int>, mask: Mask)] = []
        for mask in masks {
            guard let start = leaf.offset(ofFile: mask.range.lowerBound),
                let last = leaf.offset(ofFile: mask.range.upperBound - 1), start <= last
            else { continue }
            located.append((start..<last + 1, mask))
        }
        self.masks = located[...]
    }

    /// The inlines that are children of a node of the tree.
    mutating func convertChildren(of parent: Int) throws(Disagreement) -> [InlineNode] {
        var output: [InlineNode] = []
        let end = tree.nodes[parent].end
        var index = parent + 1
        while index < end {
            try convert(index, to: &output)
            index = tree.nodes[index].end
        }
        return output
    }

    private mutating func convert(_ index: Int, to output: inout [InlineNode]) throws(Disagreement) {
        let start = position
        let kind: InlineNode.Kind
        switch tree.nodes[index].kind {
        case .text:
            return try convertText(tree.nodes[index].literal, to: &output)
        case .softBreak:
            try endLine()
            if start < maskEnd { return }
            kind = .softBreak
        case .hardBreak:
            try endLine()
            kind = .hardBreak
        case .codeSpan:
            try passCodeSpan()
            kind = .code(code(tree.nodes[index].literal), language: nil)
        case .inlineHTML:
            let html = tree.nodes[index].literal
            position += html.count
            kind = .html(tree.text(html))
        case .emphasis:
            try pass(1)
            kind = .emphasis(try convertChildren(of: index))
            try pass(1)
        case .strong:
            try pass(2)
            kind = .strong(try convertChildren(of: index))
            try pass(2)
        case .link:
            kind = .link(try convertLink(index))
        case .image:
            kind = .image(try convertImage(index))
        default:
            throw Disagreement(offset: position)
        }
        output.append(InlineNode(kind, range: leaf.fileRange(start..<position)))
    }
}

// MARK: - Text

extension InlineConverter {
    private mutating func convertText(
        _ literal: Range<Int>, to output: inout [InlineNode]
    ) throws(Disagreement) {
        var run = literal.lowerBound..<literal.lowerBound
        var runStart = position
        var index = literal.lowerBound

        func flush(_ converter: InlineConverter) {
            guard !run.isEmpty else { return }
            output.append(
                InlineNode(
                    .text(converter.tree.text(run)),
                    range: converter.leaf.fileRange(runStart..<converter.position)))
        }

        while index < literal.upperBound {
            if position < maskEnd {
                let count = min(maskEnd - position, literal.upperBound - index)
                position += count
                index += count
                run = index..<index
                runStart = position
                continue
            }
            dropPassedMasks()
            if let (range, mask) = masks.first, range.lowerBound == position {
                flush(self)
                masks.removeFirst()
                maskEnd = range.upperBound
                place(mask, in: &output)
                run = index..<index
                runStart = position
                continue
            }
            index += try passCharacter(literal: index..<literal.upperBound)
            run = run.lowerBound..<index
        }
        flush(self)
    }

    /// Passes over one character of the source; gives how many bytes of the literal it stands for.
    private mutating func passCharacter(literal: Range<Int>) throws(Disagreement) -> Int {
        guard position < leaf.bytes.count else { throw Disagreement(offset: position) }
        let byte = leaf.bytes[position]
        let expected = tree.bytes[literal.lowerBound]
        if byte == UInt8(ascii: "\\"), leaf.bytes[position + 1].isPunctuation {
            guard leaf.bytes[position + 1] == expected else { throw Disagreement(offset: position) }
            position += 2
            return 1
        }
        if byte == UInt8(ascii: "&"), let end = Unescaping.referenceEnd(leaf.bytes[...], at: position),
            let decoded = Libcmark.decode(reference: leaf.bytes[position..<end])
        {
            guard tree.bytes[literal].starts(with: decoded) else { throw Disagreement(offset: position) }
            position = end
            return decoded.count
        }
        guard byte == expected else { throw Disagreement(offset: position) }
        position += 1
        return 1
    }

    private mutating func endLine() throws(Disagreement) {
        while leaf.bytes[position].isMarkupSpace, leaf.bytes[position] != 0x0A { position += 1 }
        let isEscaped = leaf.bytes[position] == UInt8(ascii: "\\")
        if isEscaped { position += 1 }
        guard leaf.bytes[position] == 0x0A else { throw Disagreement(offset: position) }
        position += 1
        // Behind a backslash libcmark leaves the next line's white space to the text.
        if isEscaped { return }
        while position < leaf.bytes.count, leaf.bytes[position].isSpaceOrTab { position += 1 }
    }
}

// MARK: - Masks

extension InlineConverter {
    private mutating func dropPassedMasks() {
        while let (range, _) = masks.first, range.lowerBound < position { masks.removeFirst() }
    }

    private mutating func place(_ mask: Mask, in output: inout [InlineNode]) {
        placed.append(mask.range.lowerBound)
        switch mask.kind {
        case .node(.citation) where linkDepth > 0: break
        case .node(let kind):
            if case .footnoteReference(let label) = kind { footnoteReferences.append((label, mask.range)) }
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
}

// MARK: - Marks

extension InlineConverter {
    private mutating func pass(_ count: Int) throws(Disagreement) {
        for _ in 0..<count {
            guard leaf.bytes[position] == UInt8(ascii: "*") || leaf.bytes[position] == UInt8(ascii: "_")
            else {
                throw Disagreement(offset: position)
            }
            position += 1
        }
    }

    private mutating func pass(_ byte: Character) throws(Disagreement) {
        guard leaf.bytes[position] == byte.asciiValue else { throw Disagreement(offset: position) }
        position += 1
    }

    private mutating func passCodeSpan() throws(Disagreement) {
        let width = passBackticks()
        while position < leaf.bytes.count {
            if leaf.bytes[position] == UInt8(ascii: "`") {
                if passBackticks() == width { return }
            } else {
                position += 1
            }
        }
        throw Disagreement(offset: position)
    }

    private mutating func passBackticks() -> Int {
        let start = position
        while position < leaf.bytes.count, leaf.bytes[position] == UInt8(ascii: "`") { position += 1 }
        return position - start
    }

    private func code(_ literal: Range<Int>) -> String {
        guard isCell else { return tree.text(literal) }
        var code: [UInt8] = []
        for byte in tree.bytes[literal] {
            if byte == UInt8(ascii: "|"), code.last == UInt8(ascii: "\\") { code.removeLast() }
            code.append(byte)
        }
        return String(decoding: code, as: UTF8.self)
    }
}

// MARK: - Links

extension InlineConverter {
    private mutating func convertLink(_ index: Int) throws(Disagreement) -> Link {
        let node = tree.nodes[index]
        let title = tree.text(node.detail)
        if leaf.bytes[position] == UInt8(ascii: "<") {
            return try convertAutolink(index)
        }
        try pass("[")
        let contentStart = position
        linkDepth += 1
        let content = try convertChildren(of: index)
        linkDepth -= 1
        let contentRange = leaf.fileOffset(contentStart)..<leaf.fileOffset(position)
        let (destination, range) = try passTail(of: node)
        return Link(
            destination: destination, destinationRange: range, title: title, content: content,
            contentRange: contentRange)
    }

    private mutating func convertAutolink(_ index: Int) throws(Disagreement) -> Link {
        let start = position + 1
        guard let close = leaf.bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
            throw Disagreement(offset: position)
        }
        position = close + 1
        let range = leaf.fileRange(start..<close)
        let content = tree.children(of: index).map {
            InlineNode(.text(tree.text(tree.nodes[$0].literal)), range: range)
        }
        return Link(
            destination: tree.text(tree.nodes[index].literal), destinationRange: nil, title: "",
            content: Array(content), contentRange: nil)
    }

    private mutating func convertImage(_ index: Int) throws(Disagreement) -> Image {
        let node = tree.nodes[index]
        try pass("!")
        try pass("[")
        let content = try convertChildren(of: index)
        let (source, _) = try passTail(of: node)
        return Image(source: source, title: tree.text(node.detail), alternative: content)
    }

    /// Passes over what follows the text of a link: `](destination "title")`, `][label]` or `]`.
    private mutating func passTail(
        of node: SyntaxTree.Node
    ) throws(Disagreement) -> (destination: String, range: Range<Int>?) {
        try pass("]")
        let destination = tree.text(node.literal)
        if let tail = LinkSyntax.tail(leaf.bytes, at: position) {
            dropPassedMasks()
            position = tail.end
            let trimmed = leaf.bytes[tail.destination].trimmingMarkupSpace
            let range = leaf.fileRange(trimmed.startIndex..<trimmed.endIndex)
            if let (masked, mask) = masks.first, masked == trimmed.startIndex..<trimmed.endIndex,
                case .destination(let destination) = mask.kind
            {
                masks.removeFirst()
                placed.append(mask.range.lowerBound)
                return (destination, range)
            }
            return (destination, range)
        }
        if let end = LinkSyntax.label(leaf.bytes, at: position) { position = end }
        return (destination, nil)
    }
}
