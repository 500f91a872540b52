import TestSupport
import Figures

/// Figures whose drawings are kept in `Golden`, one folder each. Their data uses exact arithmetic only.
enum GoldenCases {
    static let all = lines + others

    private static let lines: [(name: String, figure: any Figure)] = [
        ("line-one-curve", LinePlot(title: "Norm of the hidden state", x: "t", y: "‖h_t‖", saturation)),
        (
            "line-log-three-curves",
            LinePlot(
                title: "Norm of the gradient that reaches step T − lag", x: "lag", y: .log("‖∂L/∂h‖"),
                ["RNN": powers(0.78), "LSTM": powers(0.985), "GRU": powers(0.94)])
        ),
        (
            "line-gaps",
            LinePlot(
                title: "What cannot be drawn", x: .linear("x", 0...20), y: .log("y", 1e-3...1e3),
                ["hostile": hostile])
        ),
        (
            "line-reference",
            LinePlot(
                title: "A curve and its bound", x: .linear("t", 0...60), y: "norm",
                series: [
                    Series("norm", Array(saturation.prefix(60))), Series("bound √H", [(0, 2.5), (60, 2.5)]),
                    Series("measured", [(5, 0.9), (10, 1.4), (20, 2.1), (40, 2.2)]),
                ])
        ),
        (
            "points",
            LinePlot(
                title: "Scatter", x: "x", y: "y",
                points: ["first": scatter(seed: 1), "second": scatter(seed: 2)], style: .points)
        ),
        ("line-empty", LinePlot(title: "Nothing to see", x: "x", y: .log("y"), [])),
        ("line-one-point", LinePlot(title: "", x: "x", y: "y", [3])),
        (
            "line-wide-range",
            LinePlot(
                title: "From the least to the greatest", x: "step", y: .log("value"),
                [.leastNonzeroMagnitude, 1, 1.7e308])
        ),
        (
            "line-escaping",
            LinePlot(
                title: "a < b && \"c\" > 'd'", x: "<x>\u{0}\n", y: "&amp; \u{202E}y",
                ["<script>": [1, 2], "漢字 👩‍👩‍👧": [2, 1]])
        ),
    ]

    private static let others: [(name: String, figure: any Figure)] = [
        (
            "heat-diverging",
            HeatMap(
                title: "Recurrent weights", x: "from unit", y: "to unit", weights, shading: .diverging)
        ),
        (
            "heat-logarithmic",
            HeatMap(
                title: "Gradient by lag and update", x: "lag", y: "update",
                [0.5, 0.8, 0.9, 0.95, 1].map { powers($0) }, rows: ["0", "50", "100", "150", "200"],
                shading: .logarithmic)
        ),
        (
            "heat-named",
            HeatMap(
                title: "Confusion", x: "predicted", y: "true",
                [[0.9, 0.05, 0.05], [0.1, .nan, 0.1], [0, 0.3]],
                rows: ["cat", "dog", "bird"], columns: ["cat", "dog", "bird"], range: 0...1)
        ),
        (
            "bars",
            BarChart(
                title: "Share of eight seeds that solve the adding problem", value: "share of seeds",
                ["RNN": 0.125, "GRU": 0.875, "LSTM": 1, "LSTM without forget gate": 0.5])
        ),
        (
            "bars-grouped",
            BarChart(
                title: "Change of loss", value: "nats", series: ["T = 10", "T = 100"],
                ["RNN": [-0.52, 0.1], "LSTM": [-1.2, -0.98], "GRU": [-1.1, .nan]])
        ),
        (
            "table",
            Table(
                title: "Cells",
                [
                    .text("cell", ["RNN", "LSTM", "GRU"]), .numbers("parameters", [4480, 17920, 13440]),
                    .numbers("loss", [0.1672, 0.0012, 0.000_98], decimals: 4),
                    .text(
                        "remark",
                        ["does not leave the baseline within the first ten thousand updates", "", "fastest"]),
                ])
        ),
    ]

    private static let hostile = [
        1, 2, .nan, 4, .infinity, 0, -1, 8, 1e9, 10, 20, 1e-9, 5, 6, 7, 300, 2000, 9, .nan, 50,
    ]

    private static let saturation: [Double] = (0..<80).map { step in
        let square = Double(step * step)
        let ripple = Double((step * 7) % 11)
        return 2.2 * square / (40 + square) + ripple / 110
    }

    private static let weights: [[Double]] = (0..<12).map { row in
        (0..<12).map { column in
            if row == column { return 0.9 }
            return Double((row * 31 + column * 17) % 23 - 11) / 22
        }
    }

    private static func powers(_ base: Double) -> [Double] {
        var power = 1.0
        return (0..<100).map { _ in
            defer { power *= base }
            return power
        }
    }

    private static func scatter(seed: UInt64) -> [(Double, Double)] {
        var generator = SeededGenerator(seed: seed)
        return (0..<40).map { _ in (generator.unit(), generator.unit()) }
    }
}
