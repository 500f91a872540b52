import CCmark

/// The boundary to libcmark: no C name is used outside this file.
enum Libcmark {
    /// What a tree is needed for.
    enum Detail {
        /// Blocks only.
        case blocks
        /// Blocks and the running text in them.
        case everything
    }

    /// A document nested too deeply to be converted.
    struct TooDeep: Error {
        /// The line, from 1, on which the first node too deep stands.
        let line: Int
    }

    /// Parses text, which must be UTF-8 without NUL.
    static func parse(
        _ text: [UInt8], detail: Detail = .everything, maximumDepth: Int
    ) throws(TooDeep) -> SyntaxTree {
        guard let root = document(text) else { return SyntaxTree() }
        defer { cmark_node_free(root) }
        var tree = SyntaxTree()
        tree.bytes.reserveCapacity(text.count)
        tree.nodes.reserveCapacity(text.count / 24)
        var open: [Int] = []
        var line = 1
        var next: OpaquePointer? = root
        while let node = next {
            let index = tree.append(node, lineOfParent: line)
            line = tree.nodes[index].line
            if open.count > maximumDepth { throw TooDeep(line: line) }
            if !(detail == .blocks && tree.nodes[index].kind.isLeafBlock),
                let child = cmark_node_first_child(node)
            {
                open.append(index)
                next = child
                continue
            }
            tree.nodes[index].end = tree.nodes.count
            next = cmark_node_next(node)
            var current = node
            while next == nil, let parent = open.popLast() {
                tree.nodes[parent].end = tree.nodes.count
                guard let up = cmark_node_parent(current) else { break }
                current = up
                if !open.isEmpty { next = cmark_node_next(current) }
            }
        }
        return tree
    }

    /// What a character reference such as `&amp;` stands for, or nil if it is none.
    static func decode(reference: ArraySlice<UInt8>) -> [UInt8]? {
        guard let root = document(Array(reference)) else { return nil }
        defer { cmark_node_free(root) }
        guard let paragraph = cmark_node_first_child(root), let text = cmark_node_first_child(paragraph),
            let literal = cmark_node_get_literal(text)
        else { return nil }
        let decoded = Array(UnsafeRawBufferPointer(start: literal, count: length(of: literal)))
        return decoded.elementsEqual(reference) ? nil : decoded
    }

    private static func document(_ text: [UInt8]) -> OpaquePointer? {
        text.withUnsafeBytes { buffer in
            cmark_parse_document(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_SOURCEPOS)
        }
    }

    fileprivate static func length(of text: UnsafePointer<CChar>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}

extension SyntaxTree.Kind {
    fileprivate var isLeafBlock: Bool {
        switch self {
        case .paragraph, .heading: true
        default: false
        }
    }

    fileprivate init(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: self = .document
        case CMARK_NODE_BLOCK_QUOTE: self = .quote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            self = .list(
                isOrdered ? .ordered(start: Int(cmark_node_get_list_start(node))) : .bullet,
                isTight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_ITEM: self = .item
        case CMARK_NODE_CODE_BLOCK: self = .code
        case CMARK_NODE_HTML_BLOCK: self = .html
        case CMARK_NODE_PARAGRAPH: self = .paragraph
        case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
        case CMARK_NODE_SOFTBREAK: self = .softBreak
        case CMARK_NODE_LINEBREAK: self = .hardBreak
        case CMARK_NODE_CODE: self = .codeSpan
        case CMARK_NODE_HTML_INLINE: self = .inlineHTML
        case CMARK_NODE_EMPH: self = .emphasis
        case CMARK_NODE_STRONG: self = .strong
        case CMARK_NODE_LINK: self = .link
        case CMARK_NODE_IMAGE: self = .image
        default: self = .text
        }
    }
}

extension SyntaxTree {
    /// Copies one node without its children; inlines, whose lines libcmark does not know well, take their parent's.
    fileprivate mutating func append(_ node: OpaquePointer, lineOfParent: Int) -> Int {
        let kind = Kind(node)
        var literal = bytes.count..<bytes.count
        var detail = literal
        switch kind {
        case .text, .codeSpan, .inlineHTML, .html:
            literal = append(cmark_node_get_literal(node))
        case .code:
            literal = append(cmark_node_get_literal(node))
            detail = append(cmark_node_get_fence_info(node))
        case .link, .image:
            literal = append(cmark_node_get_url(node))
            detail = append(cmark_node_get_title(node))
        default: break
        }
        var line = lineOfParent
        var column = 0
        var endLine = lineOfParent
        switch kind {
        case .text, .softBreak, .hardBreak, .codeSpan, .inlineHTML, .emphasis, .strong, .link, .image: break
        default:
            line = Int(cmark_node_get_start_line(node))
            column = Int(cmark_node_get_start_column(node))
            endLine = Int(cmark_node_get_end_line(node))
        }
        nodes.append(
            Node(
                kind: kind, line: line, column: column, endLine: endLine, literal: literal, detail: detail,
                end: nodes.count + 1))
        return nodes.count - 1
    }

    private mutating func append(_ text: UnsafePointer<CChar>?) -> Range<Int> {
        let start = bytes.count
        if let text {
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: Libcmark.length(of: text)))
        }
        return start..<bytes.count
    }
}
