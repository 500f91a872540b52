import Diagnostics
import Yams

extension BookConfiguration {
    private static let keys = [
        "title", "subtitle", "authors", "language", "opening", "front", "chapters", "appendices", "back",
        "modules", "package", "data", "limits", "swift", "macros", "repository", "coverage", "literals",
        "address", "fold",
    ]

    /// Reads `book.yml`. Keys it does not know are errors.
    init(parsing file: SourceFile) throws(DiagnosticError) {
        let document = try YAMLDocument(file)
        let entries = try document.entries(of: document.root, keys: Self.keys, in: "book.yml")
        places = [:]
        for (key, _) in document.root.mapping ?? Node.Mapping([]) {
            places[.key(key.string ?? "")] = document.location(key)
        }
        func text(_ key: String) throws(DiagnosticError) -> String? {
            guard let node = entries[key] else { return nil }
            return try document.text(node, for: key)
        }
        func texts(_ key: String, _ element: String) throws(DiagnosticError) -> [String] {
            guard let node = entries[key] else { return [] }
            return try document.texts(node, for: key, each: element)
        }
        guard let title = try text("title"), entries["opening"] != nil else {
            throw DiagnosticError(
                .error(
                    "book.yml needs a title and an opening page", at: file.location(0..<0),
                    help: "write for example: title: My Book, and: opening: index.md"))
        }
        self.title = title
        subtitle = try text("subtitle")
        authors = try texts("authors", "an author")
        language = try text("language") ?? "en"
        pages = try Self.pages(entries, document)
        modules = try texts("modules", "a module")
        package = try text("package") ?? ".."
        data = try texts("data", "a data file")
        repository = try text("repository")
        coverage = try entries["coverage"].map { node throws(DiagnosticError) in
            let share = try document.text(node, for: "coverage").split(separator: "%").first ?? ""
            guard let percent = Int(share.filter { $0 != " " }), (0...100).contains(percent) else {
                throw document.expected("a share such as 100 %", for: "coverage", at: node)
            }
            return percent
        }
        literals = try texts("literals", "a literal")
        foldsFigures =
            try entries["fold"].map { node throws(DiagnosticError) in
                guard try document.text(node, for: "fold") == "figures" else {
                    throw document.expected("figures", for: "fold", at: node)
                }
                return true
            } ?? false
        address = try entries["address"].map { node throws(DiagnosticError) in
            let address = try document.text(node, for: "address")
            guard address.hasPrefix("https://") || address.hasPrefix("http://"),
                !address.contains(where: { $0.isWhitespace || "?#\"<>".contains($0) })
            else {
                throw document.expected(
                    "an address such as https://example.org/book/", for: "address", at: node)
            }
            return address.hasSuffix("/") ? address : address + "/"
        }
        limits =
            try entries["limits"].map { node throws(DiagnosticError) in try Limits(node, in: document) }
            ?? Limits()
        swift =
            try entries["swift"].map { node throws(DiagnosticError) in try SwiftDialect(node, in: document) }
            ?? SwiftDialect()
        macros = [:]
        if let node = entries["macros"] {
            guard case .mapping(let mapping) = node else {
                throw document.expected("names and definitions", for: "macros", at: node)
            }
            for (key, value) in mapping {
                let name = try document.text(key, for: "a macro's name")
                macros[name] = try document.text(value, for: "a macro's definition")
                places[.macro(name)] = document.location(key)
            }
        }
        for element in entries["data"]?.sequence.map(Array.init) ?? [] {
            try Self.requireInside(element, document)
            places[.data(element.string ?? "")] = document.location(element)
        }
        for element in entries["modules"]?.sequence.map(Array.init) ?? [] {
            try Self.requireIdentifier(element, document)
            places[.module(element.string ?? "")] = document.location(element)
        }
    }

    /// Files of the book stay in the book's folder.
    private static func requireInside(_ node: Node, _ document: YAMLDocument) throws(DiagnosticError) {
        let path = node.string ?? ""
        if path.hasPrefix("/") || path.split(separator: "/").contains("..") || path.contains("\0") {
            throw DiagnosticError(
                .error(
                    "'\(path)' leads out of the book's folder", at: document.location(node),
                    help: "name a file inside the folder of book.yml"))
        }
    }

    private static func requireIdentifier(_ node: Node, _ document: YAMLDocument) throws(DiagnosticError) {
        let name = node.string ?? ""
        guard name.first?.isLetter == true || name.first == "_",
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else {
            throw DiagnosticError(
                .error("'\(name)' is no name of a Swift module", at: document.location(node)))
        }
    }

    /// The pages in order; two files must not make the same page.
    private static func pages(
        _ entries: [String: Node], _ document: YAMLDocument
    ) throws(DiagnosticError) -> [Page] {
        var pages: [Page] = []
        var names: Set<String> = []
        func add(
            _ node: Node, _ role: Chapter.Role, part: String? = nil
        ) throws(DiagnosticError) {
            let file = try document.text(node, for: "a page")
            let location = document.location(node)
            try requireInside(node, document)
            guard file.hasSuffix(".md") else {
                throw DiagnosticError(
                    .error("'\(file)' is no Markdown file", at: location, help: "name a .md file"))
            }
            guard file.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) }) else {
                throw DiagnosticError(
                    .error(
                        "'\(file)' would make no good address of a page", at: location,
                        help: "rename the file: letters, digits, '-', '_' and '.' may stand in its name"))
            }
            guard names.insert(file.lowercased()).inserted else {
                throw DiagnosticError(.error("'\(file)' is listed twice", at: location))
            }
            pages.append(Page(file: file, role: role, part: part, location: location))
        }
        func list(_ key: String) throws(DiagnosticError) -> [Node] {
            guard let node = entries[key] else { return [] }
            guard case .sequence(let sequence) = node else {
                throw document.expected("a list", for: key, at: node)
            }
            return Array(sequence)
        }
        if let node = entries["opening"] { try add(node, .opening) }
        for element in try list("front") { try add(element, .page) }
        var number = 0
        for element in try list("chapters") {
            var part: String?
            for file in try chapters(of: element, &part, document) {
                number += 1
                try add(file, .chapter(number: number), part: part)
                part = nil
            }
        }
        var letters = 0
        for element in try list("appendices") {
            // The lists of the book have no sections to be numbered.
            if listPages.contains(element.string ?? "") {
                try add(element, .page)
            } else {
                try add(element, .appendix(letter: letter(letters)))
                letters += 1
            }
        }
        for element in try list("back") { try add(element, .page) }
        return pages
    }

    /// The pages that are made of the whole book, below the text that their author may give them.
    private static let listPages = ["references.md", "glossary.md", "exercises.md"]

    /// `A`, `B`, …, `Z`, `AA`, …
    private static func letter(_ index: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return (index >= 26 ? letter(index / 26 - 1) : "") + String(letters[index % 26])
    }

    /// A chapter's file, or those of a part of the book, whose title then belongs to the first.
    private static func chapters(
        of element: Node, _ part: inout String?, _ document: YAMLDocument
    ) throws(DiagnosticError) -> [Node] {
        guard case .mapping = element else { return [element] }
        let entries = try document.entries(of: element, keys: ["part", "chapters"], in: "a part")
        guard let title = entries["part"], let chapters = entries["chapters"],
            case .sequence(let files) = chapters, !files.isEmpty
        else {
            throw document.expected(
                "a title and a list of chapters", for: "a part", at: element,
                help: "write for example: - {part: Foundations, chapters: [one.md, two.md]}")
        }
        part = try document.text(title, for: "a part's title")
        return Array(files)
    }
}

extension Limits {
    fileprivate init(_ node: Node, in document: YAMLDocument) throws(DiagnosticError) {
        let entries = try document.entries(of: node, keys: ["time", "memory", "output"], in: "limits")
        self.init()
        if let node = entries["time"] {
            guard let time = Duration(written: try document.text(node, for: "time")) else {
                throw document.expected("a time such as 30s or 2m", for: "time", at: node)
            }
            self.time = time
        }
        if let node = entries["memory"] { memory = try bytes(node, "memory", document) }
        if let node = entries["output"] { output = try bytes(node, "output", document) }
    }

    /// Reads `512MB`, `2GB`, `64kB`: powers of 1024, as tools for memory count.
    private func bytes(_ node: Node, _ what: String, _ document: YAMLDocument) throws(DiagnosticError) -> Int
    {
        let text = try document.text(node, for: what).lowercased()
        for (suffix, shift) in [("gb", 30), ("mb", 20), ("kb", 10)] where text.hasSuffix(suffix) {
            let digits = text.dropLast(2).filter { $0 != " " }
            if let number = Int(digits), number > 0, number < 1 << 20 { return number << shift }
        }
        throw document.expected("a size such as 512MB or 2GB", for: what, at: node)
    }
}
