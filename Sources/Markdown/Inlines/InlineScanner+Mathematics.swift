/// Formulas between dollars, by pandoc's rules.
extension InlineScanner {
    /// The content of `$…$`: the opening dollar is followed by text, the closing one preceded by text and not followed
    /// by a digit. A formula ends at the next dollar that is no code, or not at all.
    mutating func formula(at start: Int) -> Range<Int>? {
        guard let first = byte(start + 1), !first.isMarkupSpace, let close = closingDollar(from: start + 1),
            !bytes[close - 1].isMarkupSpace, byte(close + 1)?.isDigit != true
        else { return nil }
        return start + 1..<close
    }

    /// The content of `$$…$$`.
    func display(at start: Int) -> Range<Int>? {
        var index = start + 2
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$") where self.byte(index + 1) == UInt8(ascii: "$"): return start + 2..<index
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    private mutating func closingDollar(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$"): return index
            case UInt8(ascii: "\\"): index = textGroupEnd(at: index) ?? index + 2
            case UInt8(ascii: "`"): index = codeSpanEnd(at: index) ?? runEnd(at: index)
            default: index += 1
            }
        }
        return nil
    }

    /// The end of `\text{…}`, in which dollars are TeX's own. What is longer than 500 bytes is no such group, so that
    /// many groups that are never closed do not cost more than their number.
    private func textGroupEnd(at start: Int) -> Int? {
        guard isNext(#"\text{"#, at: start) || isNext(#"\mbox{"#, at: start) else { return nil }
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
