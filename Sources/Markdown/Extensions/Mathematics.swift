import Diagnostics

/// `$…$` and `$$…$$ {#eq-id}`
extension InlineReader {
    mutating func readFormula() {
        let start = position
        if scanner.byte(start + 1) == UInt8(ascii: "$") { return readDisplay() }
        guard let content = scanner.formula(at: start) else { return appendText(to: start + 1) }
        append(.math(math(content, isDisplay: false)), start..<content.upperBound + 1)
    }

    private mutating func readDisplay() {
        let start = position
        guard let content = scanner.display(at: start) else {
            if unclosedDisplay == nil { unclosedDisplay = start }
            return appendText(to: start + 2)
        }
        var end = content.upperBound + 2
        guard !scanner.bytes[content].allSatisfy(\.isMarkupSpace) else {
            report(
                "this formula is empty", at: start..<end,
                help: "write TeX between the dollars; for dollars as text write \\$")
            return appendText(to: end)
        }
        var id: String?
        if let (name, behind) = Identifier.braced(scanner.bytes, at: scanner.spaceEnd(from: end)) {
            (id, end) = (name, behind)
        }
        displays.append(start)
        append(.math(math(content, isDisplay: true, id: id)), start..<end)
    }

    private func math(_ content: Range<Int>, isDisplay: Bool, id: String? = nil) -> Math {
        Math(
            tex: leaf.indentedText(content, of: context.text), isDisplay: isDisplay,
            contentRange: leaf.fileRange(content), id: id)
    }
}

extension Diagnostic {
    static func unclosedFormula(at location: SourceLocation) -> Diagnostic {
        .error(
            "this formula is not closed", at: location,
            help: "close it with $$ before the next empty line; for dollars as text write \\$\\$")
    }
}
