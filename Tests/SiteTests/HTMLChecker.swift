import Foundation

/// A small reader of pages that checks what every page must hold to.
struct HTMLChecker {
    struct Tag {
        var name: String
        var attributes: [String: String]
        var isInTemplate: Bool
    }

    private(set) var tags: [Tag] = []
    private(set) var problems: [String] = []
    private(set) var text = ""

    private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input", "wbr", "col"]

    init(_ page: String) {
        var open: [String] = []
        let bytes = Array(page.utf8)
        var index = 0
        func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        func end(of byte: Character, from start: Int) -> Int {
            bytes[start...].firstIndex(of: byte.asciiValue ?? 0) ?? bytes.count
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let next = end(of: "<", from: index)
                text += string(index..<next)
                index = next
                continue
            }
            if bytes[index...].starts(with: "<!--".utf8) || bytes[index...].starts(with: "<!DOCTYPE".utf8) {
                index = end(of: ">", from: index) + 1
                continue
            }
            if bytes[index + 1] == UInt8(ascii: "/") {
                let close = end(of: ">", from: index)
                let name = string((index + 2)..<close)
                if open.last == name {
                    open.removeLast()
                } else {
                    problems.append("</\(name)> closes \(open.last ?? "nothing")")
                }
                index = close + 1
                continue
            }
            // Inside a tag, quotes protect what they hold.
            var cursor = index + 1
            while cursor < bytes.count, !" />\n".utf8.contains(bytes[cursor]) { cursor += 1 }
            let name = string((index + 1)..<cursor)
            var attributes: [String: String] = [:]
            var isSelfClosing = false
            while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ">") {
                if " \n".utf8.contains(bytes[cursor]) { cursor += 1; continue }
                if bytes[cursor] == UInt8(ascii: "/") { isSelfClosing = true; cursor += 1; continue }
                var nameEnd = cursor
                while nameEnd < bytes.count, !"= >/\n".utf8.contains(bytes[nameEnd]) { nameEnd += 1 }
                let attribute = string(cursor..<nameEnd)
                var value = ""
                cursor = nameEnd
                if cursor + 1 < bytes.count, bytes[cursor] == UInt8(ascii: "="),
                    bytes[cursor + 1] == UInt8(ascii: "\"")
                {
                    let close = end(of: "\"", from: cursor + 2)
                    value = string((cursor + 2)..<close)
                    cursor = close + 1
                }
                if attributes.updateValue(value, forKey: attribute) != nil {
                    problems.append("<\(name)> has \(attribute) twice")
                }
            }
            tags.append(Tag(name: name, attributes: attributes, isInTemplate: open.contains("template")))
            if !isSelfClosing, !Self.void.contains(name) { open.append(name) }
            index = cursor + 1
        }
        if !open.isEmpty { problems.append("never closed: \(open)") }
    }

    /// Everything that is wrong with the page by itself.
    func mistakes() -> [String] {
        var mistakes = problems
        var ids: Set<String> = []
        var heading = 0
        for tag in tags {
            if let id = tag.attributes["id"] {
                if tag.isInTemplate {
                    if tag.name != "template" { mistakes.append("the id \(id) is in a template") }
                } else if !ids.insert(id).inserted {
                    mistakes.append("two elements have the id \(id)")
                }
            }
            for (name, value) in tag.attributes {
                if name.hasPrefix("on") { mistakes.append("<\(tag.name)> has a handler \(name)") }
                if name == "src" || name == "href" && tag.name == "link" || name == "srcset"
                    || name == "xlink:href",
                    value.contains("://") || value.hasPrefix("//"), !value.hasPrefix("data:image/svg+xml,")
                {
                    mistakes.append("<\(tag.name)> asks the network for \(value)")
                }
                if value.lowercased().hasPrefix("javascript:") {
                    mistakes.append("<\(tag.name)> runs script")
                }
            }
            if tag.name == "img", tag.attributes["alt", default: ""].isEmpty {
                mistakes.append("an image has no alt")
            }
            if tag.name == "script", tag.attributes["src"]?.replacing("../", with: "") != "assets/book.js" {
                mistakes.append("a script that is not ours")
            }
            if tag.name.count == 2, tag.name.hasPrefix("h"), let level = Int(tag.name.dropFirst()),
                !tag.isInTemplate
            {
                if heading > 0, level > heading + 1 {
                    mistakes.append("a heading of level \(level) follows one of \(heading)")
                }
                heading = level
            }
        }
        for tag in tags {
            for name in ["aria-describedby", "aria-labelledby", "aria-controls"] {
                if let id = tag.attributes[name], !ids.contains(id) {
                    mistakes.append("\(name) names \(id), which is not there")
                }
            }
        }
        if tags.count(where: { $0.name == "h1" }) != 1 { mistakes.append("a page has one h1") }
        if tags.count(where: { $0.name == "main" }) != 1 { mistakes.append("a page has one main") }
        if tags.first(where: { $0.name == "html" })?.attributes["lang"] == nil {
            mistakes.append("no language")
        }
        return mistakes
    }

    var ids: Set<String> {
        Set(
            tags.filter { !$0.isInTemplate }.compactMap {
                $0.attributes["id"]?.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            })
    }
}

/// Where a relative address on a page leads.
private func path(_ address: String, from file: String) -> String {
    var folders = file.split(separator: "/").dropLast()
    for part in address.split(separator: "/") {
        if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
}

/// Everything that is wrong with a site: pages by themselves, and every link and file they name.
func mistakes(ofSite files: [String: Data]) -> [String] {
    var mistakes: [String] = []
    let pages = files.filter { $0.key.hasSuffix(".html") }
        .mapValues { HTMLChecker(String(decoding: $0, as: UTF8.self)) }
    for (file, page) in pages.sorted(by: { $0.key < $1.key }) {
        mistakes += page.mistakes().map { "\(file): \($0)" }
        for tag in page.tags {
            for name in ["href", "src"] {
                guard let address = tag.attributes[name], !address.hasPrefix("data:"),
                    !address.hasPrefix("mailto:"), !address.hasPrefix("tel:"),
                    !address.hasPrefix("https://"), !address.hasPrefix("http://")
                else { continue }
                let parts = address.replacingOccurrences(of: "&amp;", with: "&")
                    .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target =
                    parts[0].isEmpty ? file : path(parts[0].removingPercentEncoding ?? "", from: file)
                if files[target] == nil { mistakes.append("\(file): nothing is at \(address)") }
                if parts.count > 1, let known = pages[target],
                    !known.ids.contains(parts[1].removingPercentEncoding ?? "")
                {
                    mistakes.append("\(file): there is no anchor \(address)")
                }
            }
        }
    }
    return mistakes
}
