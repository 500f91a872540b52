import HTML
import SwiftSource

/// The page of one source file of a module.
public struct SourcePage: Sendable, Hashable, Codable {
    /// A declaration that the page shows.
    public struct Name: Sendable, Hashable, Codable {
        /// The declaration.
        public var declaration: Declaration
        /// Its anchor on the page.
        public var anchor: String
    }

    /// A declared name; overloads are one.
    public struct Symbol: Sendable, Hashable, Codable {
        /// The anchor of the first of its declarations.
        public var anchor: String
        /// The name, behind that of what it is a member of.
        public var name: String
        /// The first sentence of its documentation, or nothing.
        public var summary: String
    }

    /// The module.
    public var module: String
    /// The file's path within the module's folder.
    public var path: String
    /// The first sentence of the first documentation, of what is public if any of that has some.
    public var summary: String
    /// The content of `<article>`.
    public var body: String
    /// The list of the declarations, for the contents of the page.
    public var outline: String
    /// The anchors of the declarations.
    public var anchors: [String]
    /// What of the declarations the search box finds.
    public var symbols: [Symbol]
    /// The page's address within the site, not yet encoded.
    public var address: String { "source/\(module)/\(path.dropLast(".swift".utf8.count)).html" }
    /// The file's own name.
    public var title: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension ModuleFile {
    /// Renders a file of a module: its source with numbered lines, and an anchor at each public declaration.
    public func page() -> (page: SourcePage, names: [SourcePage.Name]) {
        var anchors: Set<String> = []
        let names = publicDeclarations(in: text).map { declaration in
            var anchor = declaration.fullName
            var count = 1
            while !anchors.insert(anchor).inserted {
                count += 1
                anchor = "\(declaration.fullName)-\(count)"
            }
            return SourcePage.Name(declaration: declaration, anchor: anchor)
        }
        var page = SourcePage(
            module: module, path: path,
            summary: names.map(\.declaration.summary).first { !$0.isEmpty } ?? firstSummary(in: text),
            body: "", outline: outline(of: names).outlineMarkup,
            anchors: names.map(\.anchor), symbols: symbols(of: names))
        let lines = text.utf8.count { $0 == 0x0A } + (text.hasSuffix("\n") || text.isEmpty ? 0 : 1)
        let folder = [module] + path.split(separator: "/").dropLast().map(String.init)
        page.body = Node.fragment([
            .tag(
                "header", [:],
                [
                    .tag("p", ["class": "kicker"], folder.joined(separator: " / ")),
                    .tag("h1", [:], page.title),
                ]),
            .tag(
                "div", ["class": "code source"],
                [
                    .tag(
                        "pre", ["class": "lines", "aria-hidden": "true"],
                        (0..<lines).map { "\($0 + 1)\n" }.joined()),
                    .tag(
                        "pre", ["tabindex": "0"],
                        [.tag("code", ["class": "language-swift"], [.trusted(markup(of: text, names))])]),
                ]),
        ]).serialised()
        return (page, names)
    }
}

private func markup(of code: String, _ names: [SourcePage.Name]) -> String {
    var output = ""
    var waiting = names[...]
    var position = 0
    for span in highlight(code) {
        let bytes = Array(span.text.utf8)
        var start = 0
        while let name = waiting.first, name.declaration.range.upperBound <= position + bytes.count {
            let range = name.declaration.range
            waiting.removeFirst()
            guard range.lowerBound >= position + start else { continue }
            output += Highlighter.markup(
                String(decoding: bytes[start..<(range.lowerBound - position)], as: UTF8.self), span.kind)
            let text = String(
                decoding: bytes[(range.lowerBound - position)..<(range.upperBound - position)], as: UTF8.self)
            output += Node.tag(
                "a", ["id": name.anchor, "href": "#" + WebAddress.percentEncoded(component: name.anchor)],
                [.trusted(Highlighter.markup(text, span.kind))]
            ).serialised()
            start = range.upperBound - position
        }
        output += Highlighter.markup(String(decoding: bytes[start...], as: UTF8.self), span.kind)
        position += bytes.count
    }
    return output
}

private func symbols(of names: [SourcePage.Name]) -> [SourcePage.Symbol] {
    var known: Set<String> = []
    return names.compactMap { name in
        guard known.insert(name.declaration.path).inserted else { return nil }
        return SourcePage.Symbol(
            anchor: WebAddress.percentEncoded(component: name.anchor), name: name.declaration.path,
            summary: name.declaration.summary)
    }
}

private func outline(of names: [SourcePage.Name]) -> [RenderedPage.Heading] {
    var types: Set<String> = []
    var entries: [RenderedPage.Heading] = []
    var last = ""
    for name in names {
        let declaration = name.declaration
        let isMember = declaration.container.map { types.contains($0) } ?? false
        if declaration.kind == .type { types.insert(declaration.path) }
        // Overloads that follow one another are one entry.
        guard declaration.path != last else { continue }
        last = declaration.path
        entries.append(
            RenderedPage.Heading(
                level: isMember && declaration.kind != .type ? 3 : 2,
                anchor: WebAddress.percentEncoded(component: name.anchor),
                markup: escapedText(
                    isMember && declaration.kind != .type ? declaration.name : declaration.path)))
    }
    return entries
}
