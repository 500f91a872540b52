import HTML

/// A tree with one element a line, so that a golden file can be read and compared line by line.
func outline(_ node: Node, depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth)
    switch node {
    case .text(let text): return indent + escapedText(text) + "\n"
    case .trusted(let markup): return indent + markup + "\n"
    case .fragment(let nodes): return nodes.map { outline($0, depth: depth) }.joined()
    case .element(let element):
        let attributes = element.attributes.map { " \($0.name)=\"\(escapedText($0.value ?? ""))\"" }.joined()
        let open = "\(indent)<\(element.name)\(attributes)>"
        let isLeaf = element.children.allSatisfy { if case .text = $0 { true } else { false } }
        if isLeaf { return open + escapedText(node.plainText) + "</\(element.name)>\n" }
        let children = element.children.map { outline($0, depth: depth + 1) }.joined()
        return "\(open)\n\(children)\(indent)</\(element.name)>\n"
    }
}

/// What a formula draws: the tree without `math`, `semantics` and the annotation.
func body(of node: Node) -> Node {
    guard case .element(let math) = node, case .element(let semantics)? = math.children.first,
        let body = semantics.children.first
    else { return node }
    return body
}
