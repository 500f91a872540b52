import HTML

/// Puts pieces in a row, spaced as TeX spaces them (The TeXbook, chapter 18 and appendix G).
struct Row {
    private var pieces: [Piece]
    private var left: [Int]
    private var right: [Int]
    /// Space that no operator can carry, before each piece.
    private var before: [Int]
    /// Whether the piece before is a function applied to this one.
    private var isApplied: [Bool]

    /// - Parameter previous: The class of what stands to the left, if the row continues something.
    init(_ pieces: [Piece], after previous: AtomClass? = nil) {
        self.pieces = pieces
        left = Array(repeating: 0, count: pieces.count)
        right = left
        before = left
        isApplied = Array(repeating: false, count: pieces.count)
        resolveBinaries(after: previous)
        space(after: previous)
    }

    /// The classes at the ends of the row, if it has any atom.
    var classes: (left: AtomClass, right: AtomClass)? {
        guard let first = pieces.first(where: { $0.classes != nil })?.classes,
            let last = pieces.last(where: { $0.classes != nil })?.classes
        else { return nil }
        return (first.left, last.right)
    }

    /// A binary operator without two operands is an ordinary sign.
    private mutating func resolveBinaries(after previous: AtomClass?) {
        var last = previous
        var lastBinary: Int?
        for index in pieces.indices {
            guard let classes = pieces[index].classes else { continue }
            var current = classes
            if current.left == .binary {
                switch last {
                case nil, .binary, .largeOperator, .relation, .opening, .punctuation:
                    current = (.ordinary, .ordinary)
                    pieces[index].classes = current
                default: break
                }
            }
            if let binary = lastBinary {
                switch current.left {
                case .relation, .closing, .punctuation: pieces[binary].classes = (.ordinary, .ordinary)
                default: break
                }
            }
            lastBinary = current.right == .binary ? index : nil
            last = current.right
        }
        if let lastBinary { pieces[lastBinary].classes = (.ordinary, .ordinary) }
    }

    private mutating func space(after previous: AtomClass?) {
        var last: (index: Int?, atomClass: AtomClass)? = previous.map { (nil, $0) }
        for index in pieces.indices {
            guard let classes = pieces[index].classes else { continue }
            if let last {
                let space = AtomClass.space(
                    between: last.atomClass, and: classes.left, in: pieces[index].style)
                share(space, between: last.index, and: index, classes.left)
            }
            last = (index, classes.right)
        }
    }

    /// Gives a space to the operators beside it, so that as few as possible need attributes.
    private mutating func share(_ space: Int, between first: Int?, and second: Int, _ atomClass: AtomClass) {
        let leftCore = first.flatMap { pieces[$0].core }
        let rightCore = pieces[second].core
        switch (leftCore, rightCore) {
        case (nil, nil): before[second] = space
        case (nil, _?): left[second] = space
        case (_?, nil): if let first { right[first] = space }
        case (let one?, let other?):
            let natural = (one.naturalSpaces.right, other.naturalSpaces.left)
            let split = natural.0 + natural.1 == space || natural.1 == space ? natural.1 : 0
            left[second] = split
            if let first { right[first] = space - split }
        }
        guard let first, pieces[first].isFunction, second == first + 1 else { return }
        switch atomClass {
        case .ordinary, .largeOperator, .opening, .inner: isApplied[second] = true
        default: break
        }
    }

    /// The row's elements.
    func nodes() -> [Node] {
        var nodes: [Node] = []
        var index = 0
        while index < pieces.count {
            let wrapper = pieces[index].wrapper
            let end = pieces[index...].firstIndex { $0.wrapper != wrapper } ?? pieces.count
            let isWhole = index == 0 && end == pieces.count
            if wrapper == Piece.Wrapper() {
                nodes += children(index..<end, hasBefore: index > 0, hasAfter: end < pieces.count)
            } else {
                let inner = children(index..<end, hasBefore: false, hasAfter: false)
                nodes.append(wrapper.around(inner))
            }
            if isWhole { break }
            index = end
        }
        return nodes
    }

    private func children(_ range: Range<Int>, hasBefore: Bool, hasAfter: Bool) -> [Node] {
        var children: [Child] = []
        for index in range {
            if isApplied[index] {
                var apply = Operator("\u{2061}", .ordinary)
                apply.form = .infix
                children.append(.placed(apply, 0, before[index]))
            } else if before[index] > 0 {
                children.append(.node(.space(Length(mu: before[index]))))
            }
            switch pieces[index].body {
            case .node(.fragment(let nodes)) where nodes.isEmpty: break
            case .node(let node): children.append(.node(node))
            case .operator(let core): children.append(.placed(core, left[index], right[index]))
            case .embellished(let core, let wrap):
                children.append(.node(wrap(core.node(left: left[index], right: right[index], place: nil))))
            }
        }
        return children.indices.map { index in
            switch children[index] {
            case .node(let node): return node
            case .placed(let core, let left, let right):
                let isFirst = index == 0 && !hasBefore
                let isLast = index == children.count - 1 && !hasAfter
                let place: OperatorDictionary.Form =
                    isFirst == isLast ? .infix : isFirst ? .prefix : .postfix
                return core.node(left: left, right: right, place: place)
            }
        }
    }

    private enum Child {
        case node(Node)
        case placed(Operator, Int, Int)
    }
}

extension Piece.Wrapper {
    func around(_ nodes: [Node]) -> Node {
        var attributes: [Attribute] = []
        if let style { attributes += style.attributes }
        if let colour { attributes.append(Attribute("mathcolor", colour)) }
        if let percent { attributes.append(Attribute("mathsize", "\(percent)%")) }
        return .element(Element("mstyle", attributes, nodes))
    }
}

extension MathStyle {
    /// What makes an element have this style.
    var attributes: [Attribute] {
        [Attribute("displaystyle", "\(self == .display)"), Attribute("scriptlevel", "\(scriptLevel)")]
    }
}

extension Node {
    /// A space; MathML Core has no negative widths, but CSS has negative margins.
    static func space(_ length: Length) -> Node {
        length.ems < 0
            ? .tag("mspace", ["style": "margin-left:\(length.css)"])
            : .tag("mspace", ["width": length.css])
    }

    /// Nodes in a style.
    static func styled(_ style: MathStyle, _ nodes: [Node]) -> Node {
        .element(Element("mstyle", style.attributes, nodes))
    }

    /// Several nodes as one.
    static func row(_ nodes: [Node]) -> Node {
        nodes.count == 1 ? nodes[0] : .tag("mrow", [:], nodes)
    }
}
