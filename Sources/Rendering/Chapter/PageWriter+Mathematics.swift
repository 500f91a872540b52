import CommonMark
import Diagnostics
import HTML
import Manuscript

extension PageWriter {
    /// A formula in running text.
    mutating func formula(_ math: Math, range: Range<Int>) -> Node {
        convert(math.tex, lines: lines(of: math), isDisplay: false, range: range)
    }

    /// A displayed formula between double dollars.
    mutating func equation(_ math: Math, range: Range<Int>, element: String) -> Node {
        let node = convert(math.tex, lines: lines(of: math), isDisplay: true, range: range)
        return equation(node, id: math.id, range: range, element: element)
    }

    /// A fence with the info string `math`; nil for any other fence.
    mutating func mathFence(_ fence: Fence, content: String, range: Range<Int>) -> Node? {
        do throws(DiagnosticError) {
            guard let math = try MathFence(fence, in: chapter.file) else { return nil }
            let node = convert(content, lines: fence.lines, isDisplay: true, range: range)
            return equation(node, id: math.id, range: fence.infoRange, element: "div")
        } catch {
            diagnostics += error.diagnostics
            return .empty
        }
    }

    /// A displayed formula, with its number at the right if it can be referred to.
    private mutating func equation(_ formula: Node, id: String?, range: Range<Int>, element: String) -> Node {
        let body = Node.tag("span", ["class": "formula"], [formula])
        guard let id, let label = label(id) else {
            return .element(Element(element, [Attribute("class", "equation")], [body]))
        }
        claim(id, at: range)
        let number = Node.tag("a", ["class": "number", "href": "#\(id)"], label.text)
        keepPreview(id, [formula])
        return .element(
            Element(element, [Attribute("class", "equation"), Attribute("id", id)], [body, number]))
    }

    private mutating func convert(_ tex: String, lines: [Range<Int>], isDisplay: Bool, range: Range<Int>)
        -> Node
    {
        switch mathematics.convert(tex, isDisplay: isDisplay) {
        case .success(let node):
            return node
        case .failure(let error):
            let place = Self.place(of: error.range, in: tex, lines: lines) ?? range
            report(error.message, at: place, help: error.help)
            return .empty
        }
    }

    /// The bytes of each line of a formula in the file.
    private func lines(of math: Math) -> [Range<Int>] {
        let file = chapter.file
        var lines: [Range<Int>] = []
        let first = file.position(at: math.contentRange.lowerBound).line
        let last = file.position(at: math.contentRange.upperBound).line
        for line in first...last { lines.append(file.rangeOfLine(line).clamped(to: math.contentRange)) }
        return lines
    }

    /// Where bytes of TeX stand in the file. Its lines there may begin with the prefix of a list or a quote, which the
    /// TeX has not, so columns are counted from the end of the line.
    static func place(of range: Range<Int>, in tex: String, lines: [Range<Int>]) -> Range<Int>? {
        let rows = tex.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        func offset(_ position: Int) -> Int? {
            var start = 0
            for (row, line) in zip(rows, lines) {
                if position <= start + row.count { return line.upperBound - (start + row.count - position) }
                start += row.count + 1
            }
            return lines.last?.upperBound
        }
        guard let lower = offset(range.lowerBound), let upper = offset(range.upperBound), lower <= upper
        else { return nil }
        return lower..<upper
    }
}
