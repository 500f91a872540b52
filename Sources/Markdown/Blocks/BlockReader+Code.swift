import Diagnostics

/// Blocks of code and HTML, with what was hidden of them from libcmark.
extension BlockReader {
    mutating func readCode(_ node: BlockTree.Node) -> BlockNode {
        let literal = tree.bytes[node.literal]
        guard isFenced(node) else {
            let lines = literal.count { $0 == 0x0A }
            let content = String(
                decoding: asWritten(literal, from: node.line, to: node.line + lines), as: UTF8.self)
            return BlockNode(
                .code(CodeBlock(content: content, fence: nil)),
                range: range(from: node, to: node.line + max(lines, 1) - 1))
        }
        let reader = FenceReader(
            file: file, text: text, path: path, line: node.line, start: text.offset(of: node))
        do throws(DiagnosticError) {
            let info = String(decoding: tree.bytes[node.info], as: UTF8.self)
            let content = asWritten(literal, from: node.line + 1, to: node.lastLine)
            let (fence, end) = try reader.read(info: info, content: content)
            let code = CodeBlock(content: String(decoding: content, as: UTF8.self), fence: fence)
            return BlockNode(.code(code), range: range(from: node, to: end))
        } catch {
            diagnostics += error.diagnostics
            return BlockNode(
                .code(CodeBlock(content: "", fence: nil)), range: range(from: node, to: node.line))
        }
    }

    mutating func readHTML(_ node: BlockTree.Node, among siblings: inout Siblings) {
        if text.lines[node.line].role == .separator { return }
        let literal = tree.bytes[node.literal]
        let last = min(node.line + max(literal.count { $0 == 0x0A }, 1), text.lines.count) - 1
        if isBook, readDetails(node, to: last, among: &siblings) { return }
        let markup = String(decoding: asWritten(literal, from: node.line, to: last), as: UTF8.self)
        let html = BlockNode(.html(markup), range: range(from: node, to: last))
        opaqueRanges.append(html.range)
        siblings.append(html)
    }

    /// What libcmark gave back, with what was hidden from it.
    private func asWritten(_ literal: ArraySlice<UInt8>, from first: Int, to last: Int) -> ArraySlice<UInt8> {
        let next = hidden.partitioningIndex { $0.lines.upperBound >= first }
        guard next < hidden.count, hidden[next].lines.lowerBound <= last else { return literal }
        var written: [UInt8] = []
        for (number, line) in literal.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if number > 0 { written.append(0x0A) }
            guard first + number < text.lines.count else { break }
            let end = text.lines[first + number].range.upperBound
            let rest = line.drop(while: \.isSpaceOrTab)
            written += line.prefix(line.count - rest.count) + text.bytes[(end - rest.count)..<end]
        }
        return written[...]
    }

    /// Whether a code block starts with a fence; text that looks like one may also be indented code.
    private func isFenced(_ node: BlockTree.Node) -> Bool {
        let start = text.offset(of: node)
        guard text.bytes[start] == UInt8(ascii: "`") || text.bytes[start] == UInt8(ascii: "~") else {
            return false
        }
        var cursor = LineCursor(text, line: node.line)
        cursor.advance(to: start)
        return cursor.column - path.contentColumn(text, line: node.line) < 4
    }
}
