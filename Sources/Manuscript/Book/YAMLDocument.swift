import Diagnostics
import Yams

/// A YAML file read strictly: every value knows where it stands, unknown keys are errors.
struct YAMLDocument {
    let file: SourceFile
    let root: Node

    /// Parses a file; nil if it is empty.
    init(_ file: SourceFile) throws(DiagnosticError) {
        self.file = file
        let conflicts = MergeConflict.mistakes(in: file)
        guard conflicts.isEmpty else { throw DiagnosticError(conflicts) }
        do {
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                throw DiagnosticError(.error("\(file.path) is not UTF-8 text", at: file.location(0..<0)))
            }
            root = try compose(yaml: text) ?? Node([(Node, Node)]())
        } catch let error as DiagnosticError {
            throw error
        } catch let error as YamlError {
            throw DiagnosticError(.error(error.summary, at: file.location(error.mark, length: 1)))
        } catch {
            throw DiagnosticError(.error("\(file.path) cannot be read: \(error)", at: file.location(0..<0)))
        }
    }

    /// The values of a mapping by key; a key outside `keys` is an error with a suggestion.
    func entries(of node: Node, keys: [String], in what: String) throws(DiagnosticError) -> [String: Node] {
        guard case .mapping(let mapping) = node else {
            throw expected("keys and values", for: what, at: node)
        }
        var entries: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                let name = key.string ?? "?"
                let suggestion = nearest(to: name, among: keys).map { "did you mean '\($0)'? " } ?? ""
                throw DiagnosticError(
                    .error(
                        "unknown key '\(name)' in \(what)", at: location(key),
                        help: suggestion + "keys are \(keys.joined(separator: ", "))"))
            }
            entries[name] = value
        }
        return entries
    }

    func text(_ node: Node, for what: String) throws(DiagnosticError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw expected(
                "some text", for: what, at: node,
                help: "write it on one line, in quotes if it has marks of YAML")
        }
        return scalar.string
    }

    func texts(_ node: Node, for what: String, each element: String) throws(DiagnosticError) -> [String] {
        guard case .sequence(let sequence) = node else {
            throw expected("a list", for: what, at: node, help: "write for example \(what): [one, two]")
        }
        var texts: [String] = []
        for node in sequence { texts.append(try text(node, for: element)) }
        return texts
    }

    func expected(_ shape: String, for what: String, at node: Node, help: String? = nil) -> DiagnosticError {
        DiagnosticError(.error("\(what) should be \(shape)", at: location(node), help: help))
    }

    func location(_ node: Node) -> SourceLocation {
        let length: Int
        if case .scalar(let scalar) = node { length = scalar.string.utf8.count } else { length = 1 }
        return file.location(node.mark, length: length)
    }
}

extension SourceFile {
    /// A place given as YAML gives it: its columns count Unicode scalars.
    fileprivate func location(_ mark: Mark?, length: Int) -> SourceLocation {
        guard let mark else { return location(0..<0) }
        let line = text(in: rangeOfLine(mark.line))
        let prefix = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(mark.column - 1, 0))))
        let start = min(offset(ofLine: mark.line) + prefix.utf8.count, bytes.count)
        return location(start..<min(start + length, max(rangeOfLine(mark.line).upperBound, start)))
    }
}

extension YamlError {
    fileprivate var mark: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        case .duplicatedKeysInMapping(_, let context): context.mark
        default: nil
        }
    }

    fileprivate var summary: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
            .reader(let problem, _, _, _):
            "this is not YAML: \(problem)"
        case .duplicatedKeysInMapping(let keys, _):
            "these keys stand twice: \(keys.sorted().joined(separator: ", "))"
        default: "this is not YAML: \(self)"
        }
    }
}
