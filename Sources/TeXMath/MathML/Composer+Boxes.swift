import HTML

extension Composer {
    func phantom(_ terms: [Term], _ width: Bool, _ height: Bool) -> Piece {
        let phantom = Node.tag("mphantom", [:], row(terms))
        let node: Node =
            switch (width, height) {
            case (true, false): .tag("mpadded", ["height": "0em", "depth": "0em"], [phantom])
            case (false, true): .tag("mpadded", ["width": "0em"], [phantom])
            default: phantom
            }
        return atom(.ordinary, .node(node))
    }

    func smashed(_ terms: [Term], _ height: Bool, _ depth: Bool) -> Piece {
        var attributes: [Attribute] = []
        if height { attributes.append(Attribute("height", "0em")) }
        if depth { attributes.append(Attribute("depth", "0em")) }
        return atom(.ordinary, .node(.element(Element("mpadded", attributes, row(terms)))))
    }

    func lapped(_ lap: Lap, _ terms: [Term]) -> Piece {
        let content: Node =
            switch lap {
            case .right: node(terms)
            case .left: .tag("mrow", ["class": "tex-lap-left"], row(terms))
            case .centre: .tag("mrow", ["class": "tex-lap-centre"], row(terms))
            }
        return atom(.ordinary, .node(.tag("mpadded", ["width": "0em"], [content])))
    }

    func rule(_ width: Length, _ height: Length, _ raise: Length) -> Piece {
        let attributes: KeyValuePairs<String, String?> = [
            "width": width.css, "height": Length(ems: height.ems + raise.ems).css,
            "depth": Length(ems: -raise.ems).css, "mathbackground": "currentcolor",
        ]
        return atom(.ordinary, .node(.tag("mspace", attributes)))
    }

    func enclosed(_ enclosure: Enclosure, _ terms: [Term]) -> Piece {
        let nodes = row(terms)
        let node: Node =
            switch enclosure {
            case .cancel: .tag("mrow", ["class": "tex-cancel"], nodes)
            case .backCancel: .tag("mrow", ["class": "tex-cancel-back"], nodes)
            case .crossCancel: .tag("mrow", ["class": "tex-cancel-cross"], nodes)
            case .strikeOut: .tag("mrow", ["class": "tex-strike"], nodes)
            case .lineAbove:
                .tag(
                    "mover", ["accent": "true", "class": "tex-overline"],
                    [.row(nodes), .tag("mo", ["stretchy": "true"], "‾")])
            case .lineBelow:
                .tag(
                    "munder", ["accentunder": "true", "class": "tex-underline"],
                    [.row(nodes), .tag("mo", ["stretchy": "true"], "_")])
            case .box: .tag("mrow", ["class": "tex-box"], nodes)
            case .colourBox(let background, nil):
                .tag("mrow", ["class": "tex-ground", "mathbackground": background], nodes)
            case .colourBox(let background, let frame?):
                .tag(
                    "mrow",
                    ["class": "tex-box", "mathbackground": background, "style": "border-color:\(frame)"], nodes)
            }
        return atom(.ordinary, .node(node))
    }
}
