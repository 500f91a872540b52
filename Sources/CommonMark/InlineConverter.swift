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

    var position: Int
    /// The masks in this leaf, as ranges of its text.
    var masks: ArraySlice<(range: Range<Int>, mask: Mask)>
    /// The end of a mask whose letters are being passed over.
    var maskEnd = 0
    var linkDepth = 0
    /// The identifier of a trailing `{#id}`.
    var blockID: String?
    /// The kind of an alert and where its marker stands.
    var alert: (kind: String, range: Range<Int>)?
    /// Where the masks start that were found in running text; the others stand in raw HTML or the like.
    var placed: [Int] = []
    var diagnostics: [Diagnostic] = []
    /// The footnotes referred to.
    var footnoteReferences: [(label: String, range: Range<Int>)] = []

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

    mutating func convert(_ index: Int, to output: inout [InlineNode]) throws(Disagreement) {
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
    mutating func convertText(
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
    mutating func passCharacter(literal: Range<Int>) throws(Disagreement) -> Int {
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

    mutating func endLine() throws(Disagreement) {
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

// MARK: - Marks

extension InlineConverter {
    mutating func pass(_ count: Int) throws(Disagreement) {
        for _ in 0..<count {
            guard leaf.bytes[position] == UInt8(ascii: "*") || leaf.bytes[position] == UInt8(ascii: "_")
            else {
                throw Disagreement(offset: position)
            }
            position += 1
        }
    }

    mutating func pass(_ byte: Character) throws(Disagreement) {
        guard leaf.bytes[position] == byte.asciiValue else { throw Disagreement(offset: position) }
        position += 1
    }

    mutating func passCodeSpan() throws(Disagreement) {
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

    mutating func passBackticks() -> Int {
        let start = position
        while position < leaf.bytes.count, leaf.bytes[position] == UInt8(ascii: "`") { position += 1 }
        return position - start
    }

    func code(_ literal: Range<Int>) -> String {
        guard isCell else { return tree.text(literal) }
        var code: [UInt8] = []
        for byte in tree.bytes[literal] {
            if byte == UInt8(ascii: "|"), code.last == UInt8(ascii: "\\") { code.removeLast() }
            code.append(byte)
        }
        return String(decoding: code, as: UTF8.self)
    }
}
