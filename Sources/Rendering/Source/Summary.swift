import HTML
import TeXMath

/// The first sentence of a declaration's documentation, read as the Markdown of documentation is: words, code between
/// backticks, formulas between dollar signs.
struct Summary {
    private enum Part {
        case words(String)
        case code(String)
        case formula(MathFormula)
    }

    private let parts: [Part]

    init(_ sentence: String) {
        var parts: [Part] = []
        let pieces = sentence.split(separator: "$", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if index % 2 == 1, index + 1 < pieces.count,
                let formula = try? MathConverter().convert(String(piece), display: false)
            {
                parts.append(.formula(formula))
                continue
            }
            let runs = piece.replacing("``", with: "`").split(
                separator: "`", omittingEmptySubsequences: false)
            for (index, run) in runs.enumerated() where !run.isEmpty {
                parts.append(index % 2 == 1 ? .code(String(run)) : .words(String(run)))
            }
        }
        self.parts = parts
    }

    /// In plain text.
    var text: String {
        parts.map { part in
            switch part {
            case .words(let text), .code(let text): text
            case .formula(let formula): formula.text
            }
        }.joined()
    }

    /// As markup.
    var nodes: [Node] {
        parts.map { part in
            switch part {
            case .words(let text): .text(text)
            case .code(let text): .tag("code", [:], text)
            case .formula(let formula): formula.node
            }
        }
    }
}
