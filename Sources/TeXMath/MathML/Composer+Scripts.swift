import HTML

extension Composer {
    /// A base with scripts beside it, or as limits below and above it.
    func scripts(_ scripts: Scripts) -> Piece {
        let base = pieces(scripts.base)
        var piece = self.base(base)
        let below = scripts.below.map(ofScripts.node)
        let above = self.above(scripts)
        if let before = scripts.before {
            piece.body = piece.embellished { multiscripts($0, below, above, before) }
        } else if hasLimits(scripts) {
            if case .operator(var core) = piece.body, style != .display, core.isLarge {
                core.attributes.append(Attribute("movablelimits", "false"))
                piece.body = .operator(core)
            }
            piece.body = piece.embellished { attach($0, below, above, ("munder", "mover", "munderover")) }
        } else if below != nil || above != nil {
            piece.body = piece.embellished { attach($0, below, above, ("msub", "msup", "msubsup")) }
        }
        return piece
    }

    /// What carries scripts: exactly one element, even for nothing.
    private func base(_ pieces: [Piece]) -> Piece {
        guard pieces.count == 1, pieces[0].wrapper == Piece.Wrapper() else {
            return atom(.ordinary, .node(.row(Row(pieces).nodes())))
        }
        var piece = pieces[0]
        if case .node(.fragment(let nodes)) = piece.body, nodes.isEmpty { piece.body = .node(.row([])) }
        return piece
    }

    private func hasLimits(_ scripts: Scripts) -> Bool {
        switch scripts.placement {
        case .limits: return true
        case .noLimits: return false
        case .natural:
            guard let base = scripts.base.last else { return false }
            if case .stacked(let stack) = base, stack.atomClass == .largeOperator { return true }
            return style == .display && base.hasLimits
        }
    }

    /// The superscript with the primes before it.
    private func above(_ scripts: Scripts) -> Node? {
        guard scripts.primes > 0 else { return scripts.above.map(ofScripts.node) }
        let quadruples = String(repeating: "⁗", count: scripts.primes / 4)
        let text = quadruples + ["", "′", "″", "‴"][scripts.primes % 4]
        let composer = ofScripts
        var primes = composer.operator(text, .closing)
        primes.attributes.append(Attribute("class", "tex-prime"))
        let piece = composer.atom(.ordinary, .operator(primes))
        return .row(Row([piece] + composer.pieces(scripts.above ?? [])).nodes())
    }

    private func attach(
        _ base: Node, _ below: Node?, _ above: Node?, _ names: (String, String, String)
    ) -> Node {
        switch (below, above) {
        case (nil, nil): base
        case (let below?, nil): .tag(names.0, [:], [base, below])
        case (nil, let above?): .tag(names.1, [:], [base, above])
        case (let below?, let above?): .tag(names.2, [:], [base, below, above])
        }
    }

    private func multiscripts(_ base: Node, _ below: Node?, _ above: Node?, _ before: Prescripts) -> Node {
        let empty = Node.tag("mrow")
        var children = [base]
        if below != nil || above != nil { children += [below ?? empty, above ?? empty] }
        children += [.tag("mprescripts"), ofScripts.node(before.below), ofScripts.node(before.above)]
        return .tag("mmultiscripts", [:], children)
    }

    /// A mark over or under its base.
    func accent(_ accent: Accent, _ terms: [Term]) -> Piece {
        var mark = self.operator(accent.mark, .closing)
        mark.isStretchy = accent.isWide
        if !accent.isWide, accent.mark == "→" { mark.attributes.append(Attribute("mathsize", "70%")) }
        let name = accent.isBelow ? "munder" : "mover"
        let attribute = accent.isBelow ? "accentunder" : "accent"
        return atom(
            .ordinary,
            .node(
                .tag(name, [attribute: "true"], [node(terms), mark.node(left: 0, right: 0, place: .postfix)]))
        )
    }

    /// Something over or under a base, which is spaced as the base is.
    func stack(_ stack: Stack) -> Piece {
        var piece = base(pieces(stack.base))
        if stack.over != nil || stack.under != nil {
            if case .operator(var core) = piece.body, core.isLarge, style != .display {
                core.attributes.append(Attribute("movablelimits", "false"))
                piece.body = .operator(core)
            }
            let under = stack.under.map(ofScripts.node)
            let over = stack.over.map(ofScripts.node)
            piece.body = piece.embellished { attach($0, under, over, ("munder", "mover", "munderover")) }
        }
        let own = piece.classes?.left ?? .ordinary
        let atomClass = stack.atomClass ?? (own == .binary || own == .relation ? own : .ordinary)
        piece.classes = (atomClass, atomClass)
        return piece
    }

    /// An arrow as long as what is written above and below it.
    func extensibleArrow(_ arrow: String, _ above: [Term], _ below: [Term]) -> Piece {
        var core = self.operator(arrow, .relation)
        core.isStretchy = true
        func label(_ terms: [Term]) -> Node {
            let padding = Node.space(Length(ems: 0.4))
            return .tag("mrow", [:], [padding] + ofScripts.row(terms) + [padding])
        }
        let over = above.isEmpty && !below.isEmpty ? nil : label(above)
        let under = below.isEmpty ? nil : label(below)
        return atom(
            .relation, .embellished(core) { attach($0, under, over, ("munder", "mover", "munderover")) })
    }
}
