/// Whether a drawing has only shapes and text: no script, link, style sheet or handler can come in with it.
///
/// What a chapter's program draws passes through here before it becomes part of a page.
func isHarmless(svg: String) -> Bool {
    guard svg.hasPrefix("<svg") else { return false }
    var rest = svg.utf8[...]
    var depth = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
        rest = rest[rest.index(after: open)...]
        // Every `>` inside a tag ends it: a drawing escapes the character in its attributes.
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        let tag = rest[..<close]
        rest = rest[rest.index(after: close)...]
        if tag.first == UInt8(ascii: "/") {
            depth -= 1
            if depth == 0 { return !rest.contains(UInt8(ascii: "<")) }
        } else {
            guard isHarmless(tag: tag) else { return false }
            if tag.last != UInt8(ascii: "/") { depth += 1 }
        }
    }
    return false
}

private let elements: Set<String> = [
    "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan", "title",
    "desc",
    "defs", "linearGradient", "stop",
]

private func isHarmless(tag: Substring.UTF8View) -> Bool {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
    let name = tag.prefix { !isSpace($0) && $0 != UInt8(ascii: "/") }
    guard elements.contains(String(Substring(name))) else { return false }
    var rest = tag[name.endIndex...]
    while true {
        rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "/") }
        if rest.isEmpty { return true }
        let attribute = rest.prefix { $0 != UInt8(ascii: "=") && !isSpace($0) }
        let words = String(Substring(attribute)).lowercased()
        guard !words.hasPrefix("on"), words != "id", words != "class", !words.hasSuffix("href") else {
            return false
        }
        rest = rest[attribute.endIndex...].drop(while: isSpace)
        guard rest.first == UInt8(ascii: "=") else { return false }
        rest = rest.dropFirst().drop(while: isSpace)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return false
        }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { return false }
        let value = String(Substring(rest[..<end])).lowercased()
        guard !value.contains("url("), words != "style" || isHarmless(style: value) else { return false }
        rest = rest[rest.index(after: end)...]
    }
}

/// Styles that only say how large and how dark something is, not where on the page it stands.
private func isHarmless(style: String) -> Bool {
    style.split(separator: ";").allSatisfy { declaration in
        ["max-width:", "height:", "font-", "fill:", "stroke:", "opacity:"].contains {
            declaration.hasPrefix($0)
        }
    }
}
