extension MaskScanner {
    /// Pandoc's rules: the opening dollar is followed by text, the closing one preceded by text and not followed by
    /// a digit. An inline formula ends at the next dollar or not at all.
    mutating func scanMath() {
        let start = position
        if byte(start + 1) == UInt8(ascii: "$") { return scanDisplay() }
        position += 1
        guard let first = byte(start + 1), !first.isMarkupSpace, let close = closingDollar(from: start + 1),
            !leaf.bytes[close - 1].isMarkupSpace, byte(close + 1)?.isDigit != true
        else { return }
        let content = start + 1..<close
        let math = Math(tex: text(content), isDisplay: false, contentRange: leaf.fileRange(content))
        hide(start..<close + 1, .node(.math(math)))
    }

    mutating func scanDisplay() {
        let start = position
        guard let close = closingDollars(from: start + 2) else {
            unclosedDisplay = start
            return
        }
        let content = start + 2..<close
        position = close + 2
        if leaf.bytes[content].allSatisfy(\.isMarkupSpace) {
            report(
                "this formula is empty", at: start..<close + 2,
                help: "write TeX between the dollars; for dollars as text write \\$")
            return
        }
        var end = close + 2
        var id: String?
        var brace = end
        while let space = byte(brace), space.isMarkupSpace { brace += 1 }
        if let (name, behind) = Identifier.braced(leaf.bytes, at: brace) {
            (id, end) = (name, behind)
        }
        let math = Math(tex: text(content), isDisplay: true, contentRange: leaf.fileRange(content), id: id)
        hide(start..<end, .node(.math(math)))
    }

    func closingDollar(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$"): return index
            case UInt8(ascii: "\\"): index = textGroupEnd(at: index) ?? index + 2
            default: index += 1
            }
        }
        return nil
    }

    func closingDollars(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$") where self.byte(index + 1) == UInt8(ascii: "$"): return index
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The end of `\text{…}`, in which dollars are TeX's own. What is longer than 500 bytes is no such group, so that
    /// many groups that are never closed do not cost more than their number.
    func textGroupEnd(at start: Int) -> Int? {
        guard
            leaf.bytes[start...].starts(with: #"\text{"#.utf8)
                || leaf.bytes[start...].starts(with: #"\mbox{"#.utf8)
        else {
            return nil
        }
        var depth = 0
        var index = start + 5
        while index - start < 500, let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            index += 1
            if depth == 0 { return index }
        }
        return nil
    }
}
