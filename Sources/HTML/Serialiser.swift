extension Node {
    /// The markup of this tree, with everything that needs escaping escaped.
    public func serialised() -> String {
        var output = ""
        write(to: &output)
        return output
    }

    /// The text of this tree without its markup: what a screen reader or a search index reads.
    public var plainText: String {
        switch self {
        case .element(let element): element.children.map(\.plainText).joined()
        case .text(let text): text
        case .trusted: ""
        case .fragment(let nodes): nodes.map(\.plainText).joined()
        }
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text): output.append(escapedText(text))
        case .trusted(let markup): output.append(markup)
        case .fragment(let nodes): for node in nodes { node.write(to: &output) }
        case .element(let element):
            output.append("<\(element.name)")
            for attribute in element.attributes {
                output.append(" \(attribute.name)")
                if let value = attribute.value { output.append("=\"\(escapedText(value))\"") }
            }
            output.append(">")
            if voidElements.contains(element.name) { return }
            for child in element.children { child.write(to: &output) }
            output.append("</\(element.name)>")
        }
    }
}

/// Text with the four characters that HTML gives a meaning to replaced by character references, as libcmark does.
public func escapedText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case 0x26: escaped.append(contentsOf: "&amp;".utf8)
        case 0x3C: escaped.append(contentsOf: "&lt;".utf8)
        case 0x3E: escaped.append(contentsOf: "&gt;".utf8)
        case 0x22: escaped.append(contentsOf: "&quot;".utf8)
        default: escaped.append(byte)
        }
    }
    return String(decoding: escaped, as: UTF8.self)
}

private let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
]
