import Testing

@testable import Figures

/// Sub- and superscripts of labels.
@Suite struct ScriptTests {
    /// Pieces in a short form: `h[T]` is below the line, `x{2}` above it.
    private static func pieces(_ label: String) -> String {
        Script.pieces(of: label).map { piece in
            switch piece.level {
            case .line: piece.text
            case .below: "[\(piece.text)]"
            case .above: "{\(piece.text)}"
            }
        }.joined()
    }

    @Test(arguments: [
        ("‖∂h_T/∂h_0‖", "‖∂h[T]/∂h[0]‖"), ("h_t", "h[t]"), ("W_hh", "W[hh]"), ("x^2 + y^2", "x{2} + y{2}"),
        ("h_{t-1}", "h[t−1]"), ("10^{-3}", "10{−3}"), ("‖x‖^2", "‖x‖{2}"), ("σ_1", "σ[1]"),
        // Names and stray marks are no formulas.
        ("learning_rate", "learning_rate"), ("n_steps", "n_steps"), ("_x", "_x"), ("a_", "a_"),
        ("a_{}", "a_{}"), ("a_{b", "a_{b"), ("a ^ b", "a ^ b"), ("", ""), ("loss", "loss"),
    ])
    func labels(label: String, pieces: String) {
        #expect(Self.pieces(label) == pieces)
    }

    @Test func whatIsBelowTheLineIsLower() {
        let svg = LinePlot(title: "", x: "t", y: "h_t", [1, 2]).svg()
        #expect(svg.contains("<tspan>↑ h</tspan><tspan dy=\"3\" font-size=\"75%\">t</tspan></text>"))
    }
}
