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
        for label in chapters.flatMap(\.labels) {
            if let first = positions[label.id] {
                diagnostics.append(
                    .error(
                        "two labels are called '\(label.id)'", at: label.location,
                        help: "the first is at \(labels[first].location.name)"))
            } else {
                positions[label.id] = labels.count
                labels.append(label)
            }
        }
        var equations: [String: Chapter.EquationNumber] = [:]
        for equation in chapters.flatMap(\.equations) {
            guard let first = equations[equation.number] else {
                equations[equation.number] = equation
                continue
            }
            guard first.isGivenByHand || equation.isGivenByHand else { continue }
            diagnostics.append(
                .error(
                    "two equations have the number \(equation.number)", at: equation.location,
                    help:
                        "the first is at \(first.location.name); give one of them another \\tag, or none, and the "
                        + "book numbers it"))
        }
        self.labels = labels
        self.positions = positions
    }

    /// The label with an identifier.
    public subscript(id: String) -> Label? {
        positions[id].map { labels[$0] }
    }

    /// The identifier that a misspelt one was probably meant to be; none after many mistakes.
    public func suggestion(for id: String, after mistakes: Int = 0) -> String? {
        nearest(to: id, among: labels.map(\.id), after: mistakes)
    }
}

extension SourceLocation {
    /// The place as people write it: `03-lstm.md:57`.
    fileprivate var name: String { "\(file.path):\(start.line)" }
}
