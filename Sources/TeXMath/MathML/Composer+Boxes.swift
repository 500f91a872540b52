import HTML

extension Composer {
    func boxed(_ box: Box, _ terms: [Term]) -> Piece {
        if box == .frame {
            let nodes = setting(.display).row(terms)
            let display = style == .display ? nodes : [.styled(MathStyle.display, nodes)]
            return atom(.ordinary, .node(.tag("mrow", ["class": "tex-box"], display)))
        }
        return atom(.ordinary, .node(boxed(box, row(terms))))
    }

    private func boxed(_ box: Box, _ nodes: [Node]) -> Node {
        switch box {
        case .phantom(let width, let height): phantom(nodes, width, height)
        case .smashed(let height, let depth): smashed(nodes, height, depth)
        case .lapped(let side): .tag("mpadded", ["width": "0em"], [lapped(side, nodes)])
        case .raised(let length): .tag("mpadded", ["voffset": length.css], nodes)
        case .cancel: .tag("mrow", ["class": "tex-cancel"], nodes)
        case .backCancel: .tag("mrow", ["class": "tex-cancel-back"], nodes)
        case .crossCancel: .tag("mrow", ["class": "tex-cancel-cross"], nodes)
        case .strikeOut: .tag("mrow", ["class": "tex-strike"], nodes)
        case .lineAbove: line("mover", ["accent": "true", "class": "tex-overline"], nodes, "‾")
        case .lineBelow: line("munder", ["accentunder": "true", "class": "tex-underline"], nodes, "_")
        case .frame: .tag("mrow", ["class": "tex-box"], nodes)
        case .ground(let colour, nil):
            .tag("mrow", ["class": "tex-ground", "mathbackground": colour], nodes)
        case .ground(let colour, let frame?):
            .tag(
                "mrow", ["class": "tex-box", "mathbackground": colour, "style": "border-color:\(frame)"],
                nodes)
        }
    }

    private func phantom(_ nodes: [Node], _ width: Bool, _ height: Bool) -> Node {
        let phantom = Node.tag("mphantom", [:], nodes)
        return switch (width, height) {
        case (true, false): .tag("mpadded", ["height": "0em", "depth": "0em"], [phantom])
        case (false, true): .tag("mpadded", ["width": "0em"], [phantom])
        default: phantom
        }
    }

    private func smashed(_ nodes: [Node], _ height: Bool, _ depth: Bool) -> Node {
        var attributes: [Attribute] = []
        if height { attributes.append(Attribute("height", "0em")) }
        if depth { attributes.append(Attribute("depth", "0em")) }
        return .element(Element("mpadded", attributes, nodes))
    }

    private func lapped(_ side: ColumnAlignment, _ nodes: [Node]) -> Node {
        switch side {
        case .right: .row(nodes)
        case .left: .tag("mrow", ["class": "tex-lap-left"], nodes)
        case .centre: .tag("mrow", ["class": "tex-lap-centre"], nodes)
        }
    }

    /// The stylesheet draws the line, because fonts have no line of any length; the sign is for what reads markup.
    private func line(
        _ name: String, _ attributes: KeyValuePairs<String, String?>, _ nodes: [Node], _ sign: String
    ) -> Node {
        .tag(name, attributes, [.row(nodes), .tag("mo", ["stretchy": "true"], sign)])
    }

    func rule(_ width: Length, _ height: Length, _ raise: Length) -> Piece {
        let attributes: KeyValuePairs<String, String?> = [
            "width": width.css, "height": Length(ems: height.ems + raise.ems).css,
            "depth": Length(ems: -raise.ems).css, "mathbackground": "currentcolor",
        ]
        return atom(.ordinary, .node(.tag("mspace", attributes)))
    }
}
