/// What a chapter's program shows on its page: drawings of one figure, widest first, or a table.
///
/// Only shapes, cells and text are let through: no script, link, style sheet or handler can come in with them.
enum Drawn {
    case drawings(String)
    case table(String)

    /// What some markup is; nil if it has anything that may not stand in a page.
    init?(_ markup: String) {
        if markup.hasPrefix("<svg"), isHarmless(markup, root: "svg", elements: shapes, attribute: isOfShape) {
            self = .drawings(markup)
        } else if markup.hasPrefix("<table"),
            isHarmless(markup, root: "table", elements: cells, attribute: isOfCell)
        {
            self = .table(markup)
        } else {
            return nil
        }
    }
}

private let shapes: Set<String> = [
    "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan", "title",
    "desc",
    "defs", "linearGradient", "stop",
]

private let cells: Set<String> = ["table", "caption", "thead", "tbody", "tr", "th", "td"]

/// Whether markup consists of known elements with known attributes, in whole trees of one root.
private func isHarmless(
    _ markup: String, root: String, elements: Set<String>, attribute: (String, String) -> Bool
) -> Bool {
    var rest = markup.utf8[...]
    var depth = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
        if depth == 0, !rest[..<open].allSatisfy(isSpace) { return false }
        rest = rest[rest.index(after: open)...]
        // Every `>` inside a tag ends it: a drawing escapes the character in its attributes.
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        let tag = rest[..<close]
        rest = rest[rest.index(after: close)...]
        if tag.first == UInt8(ascii: "/") {
            depth -= 1
            if depth < 0 { return false }
        } else {
            guard let name = knownElement(tag, elements, attribute), depth > 0 || name == root else {
                return false
            }
            if tag.last != UInt8(ascii: "/") { depth += 1 }
        }
    }
    return depth == 0 && rest.allSatisfy(isSpace)
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

/// The element's name, if it and its attributes are known.
private func knownElement(
    _ tag: Substring.UTF8View, _ elements: Set<String>, _ isKnown: (String, String) -> Bool
) -> String? {
    let name = String(Substring(tag.prefix { !isSpace($0) && $0 != UInt8(ascii: "/") }))
    guard elements.contains(name) else { return nil }
    var rest = tag.dropFirst(name.utf8.count)
    while true {
        rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "/") }
        if rest.isEmpty { return name }
        let attribute = rest.prefix { $0 != UInt8(ascii: "=") && !isSpace($0) }
        rest = rest[attribute.endIndex...].drop(while: isSpace)
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop(while: isSpace)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return nil
        }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { return nil }
        let (key, value) = (String(Substring(attribute)), String(Substring(rest[..<end])))
        guard isKnown(key.lowercased(), value.lowercased()) else { return nil }
        rest = rest[rest.index(after: end)...]
    }
}

/// Attributes of shapes: whatever names nothing outside the drawing.
private func isOfShape(attribute name: String, _ value: String) -> Bool {
    !name.hasPrefix("on") && name != "id" && name != "class" && !name.hasSuffix("href")
        && !value.contains("url(") && (name != "style" || isHarmless(style: value))
}

/// Attributes of cells: what a column's head is, and that numbers stand at the right.
private func isOfCell(attribute name: String, _ value: String) -> Bool {
    (name, value) == ("scope", "col") || (name, value) == ("class", "right")
}

/// Styles that only say how large and how dark something is, not where on the page it stands.
private func isHarmless(style: String) -> Bool {
    style.split(separator: ";").allSatisfy { declaration in
        ["max-width:", "height:", "font-", "fill:", "stroke:", "opacity:"].contains {
            declaration.hasPrefix($0)
        }
    }
}
