import Diagnostics

/// Every label of the book, in the order of the book.
public struct LabelIndex: Sendable {
    /// The labels in the order of the book.
    public let labels: [Label]
    private let positions: [String: Int]

    /// Collects the labels of all chapters. Two labels with one identifier are an error, and so are two
    /// equations with one number, if an author gave it.
    init(_ chapters: [Chapter], _ diagnostics: inout [Diagnostic]) {
        var labels: [Label] = []
        var positions: [String: Int] = [:]
        var equations: [String: Label] = [:]
        for label in chapters.flatMap(\.labels) {
            if let first = positions[label.id] {
                let place = labels[first].location
                diagnostics.append(
                    .error(
                        "two labels are called '\(label.id)'", at: label.location,
                        help: "the first is at \(place.file.path):\(place.start.line)"))
            } else {
                positions[label.id] = labels.count
                labels.append(label)
            }
            guard label.kind == .equation, let number = label.number else { continue }
            if let first = equations[number], first.isNumberedByHand || label.isNumberedByHand {
                let place = first.location
                diagnostics.append(
                    .error(
                        "two equations have the number \(number)", at: label.location,
                        help:
                            "the first is at \(place.file.path):\(place.start.line); give one of them another "
                            + "\\tag, or none, and the book numbers it"))
            } else if equations[number] == nil {
                equations[number] = label
            }
        }
        self.labels = labels
        self.positions = positions
    }

    /// The label with an identifier.
    public subscript(id: String) -> Label? {
        positions[id].map { labels[$0] }
    }

    /// The identifier that a misspelt one was probably meant to be.
    public func suggestion(for id: String) -> String? {
        nearest(to: id, among: labels.map(\.id))
    }
}
