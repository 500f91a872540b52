import CommonMark
import Diagnostics
import HTML
import Manuscript

extension PageWriter {
    /// A note, a warning, a definition and the like.
    mutating func alert(_ alert: Alert, range: Range<Int>) -> Node {
        guard let kind = AlertKind(rawValue: alert.kind) else {
            let known = AlertKind.allCases.map(\.rawValue)
            report(
                "there is no alert [!\(alert.kind)]", at: alert.markerRange,
                help: nearest(to: alert.kind, among: known).map { "did you mean [!\($0)]?" }
                    ?? "there are " + known.joined(separator: ", "))
            return .empty
        }
        var title: [Node] = [kind.icon.node, .tag("span", [:], kind.word)]
        if !alert.title.isEmpty {
            title.append(.tag("span", ["class": "topic"], renderer.render(alert.title, delegate: &self)))
        }
        var attributes = [
            Attribute("class", "alert alert-\(alert.kind.lowercased())"), Attribute("role", "note"),
        ]
        let head = Node.tag("p", ["class": "title"], title)
        let content = renderer.render(alert.content, delegate: &self)
        if kind == .definition, !alert.title.isEmpty {
            let id = "term-" + anchor(for: alert.title.plainText)
            claim(id, at: alert.markerRange)
            attributes.append(Attribute("id", id))
            keepPreview(id, content)
        }
        return .element(Element("div", attributes, [head] + content))
    }
}

extension AlertKind {
    var icon: Icon {
        switch self {
        case .note, .summary: .note
        case .tip: .tip
        case .important, .theorem: .important
        case .warning: .warning
        case .caution: .caution
        case .definition, .proof: .definition
        case .exercise, .example: .exercise
        }
    }
}
