/// How a tree is written down.
public enum Syntax: Sendable {
    /// As pages of a site are.
    case html
    /// As documents of an EPUB are; what is written so can be read as HTML as well.
    case xml
}

extension Node {
    /// The markup of this tree, with everything that needs escaping escaped.
    public func serialised(as syntax: Syntax = .html) -> String {
        var output: [UInt8] = []
        write(to: &output, as: syntax)
        return String(decoding: output, as: UTF8.self)
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

    private func write(to output: inout [UInt8], as syntax: Syntax) {
        switch self {
        case .text(let text): output.append(escaping: text)
        case .trusted(let markup): output.append(contentsOf: markup.utf8)
        case .fragment(let nodes): for node in nodes { node.write(to: &output, as: syntax) }
        case .element(let element):
            output.append(UInt8(ascii: "<"))
            output.append(contentsOf: element.name.utf8)
            for attribute in element.attributes(in: syntax) {
                output.append(UInt8(ascii: " "))
                output.append(contentsOf: attribute.name.utf8)
                guard let value = attribute.value ?? (syntax == .xml ? attribute.name : nil) else { continue }
                output.append(contentsOf: "=\"".utf8)
                output.append(escaping: value)
                output.append(UInt8(ascii: "\""))
            }
            if syntax == .xml, element.isVoid { output.append(UInt8(ascii: "/")) }
            output.append(UInt8(ascii: ">"))
            if element.isVoid { return }
            for child in element.children { child.write(to: &output, as: syntax) }
            output.append(contentsOf: "</".utf8)
            output.append(contentsOf: element.name.utf8)
            output.append(UInt8(ascii: ">"))
        }
    }
}

/// Text with the four characters that HTML gives a meaning to replaced by character references, as libcmark does.
public func escapedText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0.characterReference != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    escaped.append(escaping: text)
    return String(decoding: escaped, as: UTF8.self)
}

extension [UInt8] {
    /// Appends text, escaped: what needs no escaping is copied in one piece.
    fileprivate mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let reference = byte.characterReference else { continue }
                append(contentsOf: bytes[start..<index])
                append(contentsOf: reference.utf8)
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
    }
}

extension UInt8 {
    fileprivate var characterReference: String? {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}

extension Element {
    /// The attributes; in XML, an element that begins another language names it.
    fileprivate func attributes(in syntax: Syntax) -> [Attribute] {
        let namespaces = ["math": "http://www.w3.org/1998/Math/MathML", "svg": "http://www.w3.org/2000/svg"]
        guard syntax == .xml, let namespace = namespaces[name],
            !attributes.contains(where: { $0.name == "xmlns" })
        else { return attributes }
        return [Attribute("xmlns", namespace)] + attributes
    }

    /// Whether HTML gives this element no content and no end tag.
    fileprivate var isVoid: Bool {
        switch name {
        case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
            "wbr":
            true
        default: false
        }
    }
}
