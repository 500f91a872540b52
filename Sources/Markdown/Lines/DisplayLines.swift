/// Finds the lines of displayed formulas that libcmark would take for other blocks: list items, quotes, headings.
///
/// What a formula says below its first line is hidden from libcmark behind as many letters, so that these lines go on with
/// the paragraph in which the formula begins. Marks of quotes around it stay.
struct DisplayLines {
    /// A formula of several lines.
    struct Display {
        /// Where its dollars start, in the text.
        let start: Int
        /// Its lines.
        let lines: ClosedRange<Int>
    }

    let text: MarkdownText
    /// The formulas, in order.
    private(set) var displays: [Display] = []
    /// The text as libcmark is to see it.
    private(set) var hidden: [UInt8]

    init(_ text: MarkdownText) {
        self.text = text
        hidden = text.bytes
        guard text.bytes.contains("$$") else { return }
        var kinds = LineKinds()
        var lines: [LineKinds.Line] = []
        for number in text.lines.indices {
            let line = kinds.next(number, of: text)
            switch line.kind {
            case .text, .heading: lines.append(line)
            case .blank, .opaque, .fence:
                scan(lines, endingBefore: number)
                lines.removeAll(keepingCapacity: true)
            }
        }
        scan(lines, endingBefore: text.lines.count)
    }

    /// Scans lines of running text that follow one another.
    private mutating func scan(_ lines: [LineKinds.Line], endingBefore next: Int) {
        guard let content = lines.first?.content else { return }
        let first = next - lines.count
        let stretch = text.bytes[content..<text.lines[next - 1].range.upperBound]
        guard lines.count > 1, stretch.contains(UInt8(ascii: "$")) else { return }
        var scanner = InlineScanner(Array(stretch))
        var position = 0
        while let byte = scanner.byte(position) {
            switch byte {
            case UInt8(ascii: "\\"): position += 2
            case UInt8(ascii: "`"):
                position = scanner.codeSpanEnd(at: position) ?? scanner.runEnd(at: position)
            case UInt8(ascii: "<"):
                position = scanner.addressEnd(at: position) ?? scanner.htmlEnd(at: position) ?? position + 1
            case UInt8(ascii: "]"):
                position = LinkSyntax.tail(scanner.bytes, at: position + 1)?.end ?? position + 1
            case UInt8(ascii: "$"):
                if scanner.byte(position + 1) != UInt8(ascii: "$") {
                    position = scanner.formula(at: position).map { $0.upperBound + 1 } ?? position + 1
                } else if let formula = scanner.display(at: position) {
                    let last = text.line(of: content + formula.upperBound)
                    let start = text.line(of: content + position)
                    if last > start, lines[start - first].kind == .heading {
                        position += 2
                        continue
                    }
                    if last > start {
                        displays.append(Display(start: content + position, lines: start...last))
                        let quotes = lines[start - first].quotes
                        for line in start + 1...last {
                            hide(line, behind: quotes, before: content + formula.upperBound + 2)
                        }
                    }
                    position = formula.upperBound + 2
                } else {
                    return
                }
            default: position += 1
            }
        }
    }

    /// Hides what a line says behind its marks of quotes, up to an offset.
    private mutating func hide(_ number: Int, behind quotes: Int, before end: Int) {
        var cursor = LineCursor(text, line: number)
        for _ in 0..<quotes {
            let next = cursor.indentation.offset
            guard cursor.byte(at: next) == UInt8(ascii: ">") else { break }
            cursor.advance(to: next + 1)
        }
        for offset in cursor.indentation
            .offset..<max(cursor.indentation.offset, min(end, text.lines[number].range.upperBound))
        {
            hidden[offset] = UInt8(ascii: "x")
        }
    }
}
