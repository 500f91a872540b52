import CCmark

/// The boundary to libcmark: no C name is used outside this file.
enum Libcmark {
    /// A document nested too deeply to be read.
    struct TooDeep: Error {
        /// The line, from 0, on which the first block too deep stands.
        let line: Int
    }

    /// Finds the blocks of text, which must be UTF-8 without NUL, and answers questions about it.
    ///
    /// The questions are put before the text, a paragraph each, so that libcmark reads everything once.
    static func parse(
        _ text: [UInt8], answering questions: inout Questions, maximumDepth: Int
    ) throws(TooDeep) -> BlockTree {
        guard let root = document(questions.isEmpty ? text : questions.preface + text) else {
            return BlockTree()
        }
        defer { cmark_node_free(root) }
        var child = cmark_node_first_child(root)
        for index in 0..<questions.count {
            guard let paragraph = child else { break }
            questions.answer(index, with: Answer(paragraph))
            child = cmark_node_next(paragraph)
        }
        return try tree(root, from: child, linesBefore: questions.lineCount, maximumDepth: maximumDepth)
    }

    private static func tree(
        _ root: OpaquePointer, from first: OpaquePointer?, linesBefore: Int, maximumDepth: Int
    ) throws(TooDeep) -> BlockTree {
        var tree = BlockTree()
        tree.append(root, linesBefore: linesBefore)
        var open = [0]
        var next = first
        while let node = next {
            let index = tree.append(node, linesBefore: linesBefore)
            if open.count > maximumDepth { throw TooDeep(line: tree.nodes[index].line) }
            if !tree.nodes[index].kind.isLeaf, let child = cmark_node_first_child(node) {
                open.append(index)
                next = child
                continue
            }
            tree.nodes[index].end = tree.nodes.count
            next = cmark_node_next(node)
            var current = node
            while next == nil, open.count > 1, let parent = open.popLast() {
                tree.nodes[parent].end = tree.nodes.count
                guard let up = cmark_node_parent(current) else { break }
                current = up
                next = cmark_node_next(current)
            }
        }
        tree.nodes[0].end = tree.nodes.count
        return tree
    }

    private static func document(_ text: [UInt8]) -> OpaquePointer? {
        text.withUnsafeBytes { buffer in
            cmark_parse_document(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_SOURCEPOS)
        }
    }

    fileprivate static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        return Array(UnsafeRawBufferPointer(start: text, count: length(of: text)))
    }

    fileprivate static func length(of text: UnsafePointer<CChar>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}

extension Answer {
    /// What libcmark made of the paragraph of a question.
    fileprivate init(_ paragraph: OpaquePointer) {
        guard let first = cmark_node_first_child(paragraph) else {
            self = .text([])
            return
        }
        if cmark_node_get_type(first) == CMARK_NODE_LINK {
            self = .link(
                destination: Libcmark.bytes(cmark_node_get_url(first)),
                title: Libcmark.bytes(cmark_node_get_title(first)))
        } else {
            self = .text(Libcmark.bytes(cmark_node_get_literal(first)))
        }
    }
}

extension BlockTree.Kind {
    fileprivate var isLeaf: Bool {
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
        case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
        default: self = .paragraph
        }
    }
}

extension BlockTree {
    /// Copies one node without its children.
    @discardableResult
    fileprivate mutating func append(_ node: OpaquePointer, linesBefore: Int) -> Int {
        let kind = Kind(node)
        var literal = bytes.count..<bytes.count
        var info = literal
        switch kind {
        case .html: literal = append(cmark_node_get_literal(node))
        case .code:
            literal = append(cmark_node_get_literal(node))
            info = append(cmark_node_get_fence_info(node))
        default: break
        }
        nodes.append(
            Node(
                kind: kind, line: max(Int(cmark_node_get_start_line(node)) - 1 - linesBefore, 0),
                column: max(Int(cmark_node_get_start_column(node)) - 1, 0),
                lastLine: max(Int(cmark_node_get_end_line(node)) - 1 - linesBefore, 0), literal: literal,
                info: info, end: nodes.count + 1))
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
