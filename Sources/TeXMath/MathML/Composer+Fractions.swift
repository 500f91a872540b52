import HTML

extension Composer {
    func fraction(_ fraction: Fraction) -> Piece {
        let outer = setting(fraction.isContinued ? .display : fraction.style ?? style)
        let inner = outer.setting(fraction.isContinued ? .display : outer.style.ofFractions)
        func part(_ terms: [Term]) -> Node {
            let nodes = inner.row(terms)
            return fraction.isContinued ? .styled(MathStyle.display, nodes) : .row(nodes)
        }
        let attributes = fraction.bar.map { [Attribute("linethickness", $0.css)] } ?? []
        var node: Node = .element(
            Element("mfrac", attributes, [part(fraction.numerator), part(fraction.denominator)]))
        if fraction.left != nil || fraction.right != nil {
            let height = Extent.delimiterHeight(around: .fraction(fraction), in: outer.style)
            let left = fence(fraction.left, .opening, height)
            node = .tag("mrow", [:], [left, node, fence(fraction.right, .closing, height)])
        }
        if outer.style != style || fraction.isContinued {
            node = .styled(outer.style, [node])
        }
        return atom(.ordinary, .node(node))
    }

    private func fence(_ text: String?, _ atomClass: AtomClass, _ height: Double) -> Node {
        guard let text else { return .empty }
        return stretchy(text, atomClass, height).node(left: 0, right: 0, place: nil)
    }

    func root(_ degree: [Term]?, _ radicand: [Term]) -> Piece {
        guard let degree, !degree.isEmpty else {
            return atom(.ordinary, .node(.tag("msqrt", [:], row(radicand))))
        }
        let index = setting(.scriptScript).node(degree)
        return atom(.ordinary, .node(.tag("mroot", [:], [node(radicand), index])))
    }

    /// `\left … \middle … \right`: one row, in which the delimiters open and close.
    func fenced(_ parts: [FencedPart]) -> Piece {
        let height = Extent.delimiterHeight(around: .fenced(parts), in: style)
        var pieces: [Piece] = []
        for (index, part) in parts.enumerated() {
            switch part {
            case .terms(let terms): pieces += self.pieces(terms)
            case .delimiter(let text):
                let isFirst = index == 0
                let isLast = index == parts.count - 1
                let atomClass: AtomClass = isFirst ? .opening : .closing
                guard let text else {
                    var nothing = atom(atomClass, .node(.empty))
                    if !isFirst, !isLast { nothing.classes = (.closing, .opening) }
                    pieces.append(nothing)
                    continue
                }
                var core = stretchy(text, atomClass, height)
                if !isFirst, !isLast { core.form = .infix }
                var piece = atom(atomClass, .operator(core))
                if !isFirst, !isLast { piece.classes = (.closing, .opening) }
                pieces.append(piece)
            }
        }
        return atom(.inner, .node(.tag("mrow", [:], Row(pieces).nodes())))
    }

    func sizedDelimiter(_ text: String, _ atomClass: AtomClass, _ size: Length) -> Piece {
        var core = stretchy(text, atomClass, size.ems)
        core.attributes += [Attribute("minsize", size.css), Attribute("maxsize", size.css)]
        return atom(atomClass, .operator(core))
    }

    /// A delimiter that grows with what stands beside it, symmetric to the axis.
    /// - Parameter height: About how high it will be, in ems of the style.
    func stretchy(_ text: String, _ atomClass: AtomClass, _ height: Double) -> Operator {
        var core = self.operator(text, atomClass)
        guard height > 1 else { return core }
        if let width = DelimiterWidth.of(text, height: height) {
            core.attributes.append(Attribute("style", "width:\(width.css)"))
        }
        core.isStretchy = true
        core.isSymmetric = true
        return core
    }
}
