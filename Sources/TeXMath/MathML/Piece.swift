import HTML

/// A term composed, but not yet spaced: the spaces of an operator within it depend on its neighbours.
struct Piece {
    /// How it is spaced on its left and right; `nil` for what TeX does not count as an atom.
    var classes: (left: AtomClass, right: AtomClass)?
    var body: Body
    /// Whether it is the name of a function, which is applied to what follows.
    var isFunction = false
    var style: MathStyle
    var wrapper = Wrapper()

    indirect enum Body {
        case node(Node)
        /// An operator standing in the row itself.
        case `operator`(Operator)
        /// An operator with something attached, such as limits: a browser spaces the whole by the operator.
        case embellished(Operator, (Node) -> Node)
    }

    /// What a change of style, colour or size puts around the rest of a list.
    struct Wrapper: Hashable {
        var style: MathStyle?
        var colour: String?
        var percent: Int?
    }

    var core: Operator? {
        switch body {
        case .node: nil
        case .operator(let core), .embellished(let core, _): core
        }
    }

    /// The piece as one node, without spaces around it.
    var node: Node {
        switch body {
        case .node(let node): node
        case .operator(let core): core.node(left: 0, right: 0, place: nil)
        case .embellished(let core, let wrap): wrap(core.node(left: 0, right: 0, place: nil))
        }
    }

    /// The piece as the core of something larger.
    func embellished(_ wrap: @escaping (Node) -> Node) -> Body {
        switch body {
        case .node(let node): .node(wrap(node))
        case .operator(let core): .embellished(core, wrap)
        case .embellished(let core, let inner): .embellished(core) { wrap(inner($0)) }
        }
    }
}
