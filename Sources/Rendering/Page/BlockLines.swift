import HTML

/// Nodes of blocks with the line endings that libcmark puts between them.
struct BlockLines {
    /// The nodes so far.
    private(set) var nodes: [Node] = []
    private var endsLine: Bool

    /// Output that starts at the start of a line, or behind an opening tag.
    init(startsLine: Bool = true) {
        endsLine = startsLine
    }

    /// Puts a block on a line of its own.
    mutating func appendLine(_ node: Node) {
        endLine()
        nodes.append(node)
        nodes.append(.text("\n"))
        endsLine = true
    }

    /// Puts text of a tight list behind what is there.
    mutating func append(_ inlines: [Node]) {
        guard !inlines.isEmpty else { return }
        nodes.append(contentsOf: inlines)
        endsLine = false
    }

    /// Ends the line unless it is ended already.
    mutating func endLine() {
        if !endsLine { nodes.append(.text("\n")) }
        endsLine = true
    }
}
