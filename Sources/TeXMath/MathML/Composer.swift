import HTML

/// Makes MathML of terms in a style and a font. Further files extend it by what they compose.
struct Composer {
    var style: MathStyle
    /// The alphabet in force; without one letters are italic or upright by nature.
    var font: MathFont?
    var isBold = false

    /// Terms as the children of an element that lays out a row.
    func row(_ terms: [Term], after previous: AtomClass? = nil) -> [Node] {
        Row(pieces(terms), after: previous).nodes()
    }

    /// Terms as exactly one element.
    func node(_ terms: [Term]) -> Node {
        .row(row(terms))
    }

    func pieces(_ terms: [Term]) -> [Piece] {
        var composer = self
        var wrapper = Piece.Wrapper()
        var pieces: [Piece] = []
        pieces.reserveCapacity(terms.count)
        var index = 0
        while index < terms.count {
            let term = terms[index]
            index += 1
            if case .change(let change) = term {
                composer.apply(change, &wrapper)
                continue
            }
            var piece: Piece
            if composer.setsWords, let word = word(in: terms, from: &index) {
                piece = composer.piece(.identifier(word, upright: false))
            } else {
                piece = composer.piece(term)
            }
            piece.wrapper = wrapper
            pieces.append(piece)
        }
        return pieces
    }

    private mutating func apply(_ change: Change, _ wrapper: inout Piece.Wrapper) {
        switch change {
        case .style(let style):
            self.style = style
            wrapper.style = style
        case .colour(let colour): wrapper.colour = colour
        case .size(let percent): wrapper.percent = percent
        case .font(let change): self = setting(change)
        }
    }

    private var setsWords: Bool { !isBold && font?.setsWords == true }

    /// Letters in a row, of which the first was at `index - 1`.
    private func word(in terms: [Term], from index: inout Int) -> String? {
        guard case .identifier(var text, false) = terms[index - 1], isLatin(text) else { return nil }
        while index < terms.count, case .identifier(let next, false) = terms[index], isLatin(next) {
            text += next
            index += 1
        }
        return text
    }

    private func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
    }

    func setting(_ change: FontChange) -> Composer {
        var composer = self
        switch change {
        case .alphabet(let font): composer.font = font
        case .bolder: composer.isBold = true
        }
        return composer
    }

    func setting(_ style: MathStyle) -> Composer {
        var composer = self
        composer.style = style
        return composer
    }

    /// The composer of superscripts and subscripts.
    var ofScripts: Composer { setting(style.ofScripts) }

    func piece(_ term: Term) -> Piece {
        switch term {
        case .identifier(let text, let upright): atom(.ordinary, .node(identifier(text, upright)))
        case .number(let text): atom(.ordinary, .node(number(text)))
        case .symbol(let symbol):
            atom(symbol.atomClass, .operator(self.operator(symbol.text, symbol.atomClass)))
        case .function(let name, _): function(name)
        case .largeOperator(let text, _): atom(.largeOperator, .operator(largeOperator(text)))
        case .group(let terms): classed(.ordinary, terms)
        case .classed(let atomClass, let terms): classed(atomClass, terms)
        case .scripts(let scripts): self.scripts(scripts)
        case .fraction(let fraction): self.fraction(fraction)
        case .root(let degree, let radicand): root(degree, radicand)
        case .fenced(let parts): fenced(parts)
        case .sizedDelimiter(let text, let atomClass, let size):
            sizedDelimiter(text, atomClass, size)
        case .accent(let accent, let terms): self.accent(accent, terms)
        case .stacked(let stack): self.stack(stack)
        case .extensibleArrow(let arrow, let above, let below): extensibleArrow(arrow, above, below)
        case .font(let change, let terms): setting(change).transparent(terms) { .row($0) }
        case .coloured(let colour, let terms):
            transparent(terms) { .tag("mstyle", ["mathcolor": colour], $0) }
        case .change: spacer(.empty)
        case .text(let runs): atom(.ordinary, .node(words(runs)))
        case .space(let length): spacer(.space(length))
        case .rule(let width, let height, let raise): rule(width, height, raise)
        case .boxed(let box, let terms): boxed(box, terms)
        case .table(let table): self.table(table)
        case .choice(let lists): transparent(lists[style.rawValue]) { .row($0) }
        }
    }

    func atom(_ atomClass: AtomClass, _ body: Piece.Body) -> Piece {
        Piece(classes: (atomClass, atomClass), body: body, style: style)
    }

    /// What takes room but is no atom.
    func spacer(_ node: Node) -> Piece {
        Piece(classes: nil, body: .node(node), style: style)
    }

    /// A list as one atom of a class.
    private func classed(_ atomClass: AtomClass, _ terms: [Term]) -> Piece {
        let pieces = pieces(terms)
        if pieces.count == 1, pieces[0].wrapper == Piece.Wrapper() {
            var piece = atom(atomClass, pieces[0].body)
            piece.isFunction = pieces[0].isFunction && atomClass == .largeOperator
            return piece
        }
        let nodes = Row(pieces).nodes()
        return atom(atomClass, .node(nodes.isEmpty ? .empty : .row(nodes)))
    }

    /// A list that is spaced towards its neighbours by what stands at its ends.
    private func transparent(_ terms: [Term], _ wrap: @escaping ([Node]) -> Node) -> Piece {
        let pieces = pieces(terms)
        if pieces.count == 1, pieces[0].wrapper == Piece.Wrapper() {
            var piece = pieces[0]
            let isWrapping = wrap([.empty]) != .empty
            if isWrapping { piece.body = piece.embellished { wrap([$0]) } }
            return piece
        }
        let row = Row(pieces)
        let nodes = row.nodes()
        return Piece(classes: row.classes, body: .node(nodes.isEmpty ? .empty : wrap(nodes)), style: style)
    }
}
