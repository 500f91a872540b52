import HTML

extension Composer {
    func identifier(_ text: String, _ upright: Bool) -> Node {
        let natural: MathFont = upright ? .upright : .italic
        let font = isBold ? (self.font ?? natural).emboldened : self.font ?? natural
        let needsMapping = font != .upright && !(font == .italic && text.unicodeScalars.count == 1)
        let set = needsMapping ? MathAlphabet.set(text, in: font) : text
        var attributes: [Attribute] = []
        if font != .italic, set == text, MathAlphabet.isItalicByItself(text) {
            attributes.append(Attribute("mathvariant", "normal"))
        }
        if isBold, set == text { attributes.append(Attribute("class", "tex-bold")) }
        return .element(Element("mi", attributes, [.text(set)]))
    }

    func number(_ text: String) -> Node {
        guard font != nil || isBold else { return .tag("mn", [:], text) }
        let font = isBold ? (self.font ?? .upright).emboldened : self.font ?? .upright
        return .tag("mn", [:], MathAlphabet.set(text, in: font))
    }

    func `operator`(_ text: String, _ atomClass: AtomClass) -> Operator {
        var result = Operator(text, atomClass)
        if isBold { result.attributes.append(Attribute("class", "tex-bold")) }
        return result
    }

    func largeOperator(_ text: String) -> Operator {
        var result = self.operator(text, .largeOperator)
        result.isLarge = true
        return result
    }

    func function(_ name: String) -> Piece {
        let node: Node =
            MathAlphabet.isItalicByItself(name)
            ? .tag("mi", ["mathvariant": "normal"], name)
            : .tag("mi", [:], isBold ? MathAlphabet.set(name, in: .bold) : name)
        var piece = atom(.largeOperator, .node(node))
        piece.isFunction = true
        return piece
    }

    /// Words, with the blanks at their ends kept from collapsing.
    func words(_ runs: [TextRun]) -> Node {
        .row(
            runs.map { run in
                switch run {
                case .words(let text, let face):
                    return .element(Element("mtext", face.attributes, [.text(keepingEnds(of: text))]))
                case .math(let terms): return Composer(style: style == .display ? .text : style).node(terms)
                case .space(let length): return .space(length)
                }
            })
    }

    private func keepingEnds(of text: String) -> String {
        var characters = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        if text.first == " " { characters = "\u{A0}" + characters }
        if text.last == " ", text.count > 1 { characters += "\u{A0}" }
        return characters
    }
}

extension TextFace {
    fileprivate var attributes: [Attribute] {
        var attributes: [Attribute] = []
        if !classes.isEmpty { attributes.append(Attribute("class", classes)) }
        if percent != 100 { attributes.append(Attribute("mathsize", "\(percent)%")) }
        return attributes
    }

    private var classes: String {
        var classes: [String] = []
        if isBold { classes.append("tex-bold") }
        if isItalic { classes.append("tex-italic") }
        switch family {
        case .roman: break
        case .sansSerif: classes.append("tex-sans")
        case .monospace: classes.append("tex-mono")
        }
        return classes.joined(separator: " ")
    }
}
