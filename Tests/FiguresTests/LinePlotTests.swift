import TestSupport
import Testing

@testable import Figures

@Suite struct LinePlotTests {
    @Test(arguments: 0..<200)
    func everyFinitePointLiesInTheFrame(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let plot = generator.linePlot()
        let panel = Panel(plot)
        for (series, curve) in zip(plot.series, panel.curves) {
            let placeable = series.points.filter(plot.canPlace)
            if plot.y.range == nil {
                #expect(curve.marks.count == placeable.count)
            } else {
                #expect(curve.marks.count == placeable.count { (0.5...100).contains($0.y) })
            }
            let places = curve.marks + curve.runs.joined()
            #expect(places.allSatisfy { $0.isInside })
        }
    }

    @Test(arguments: 0..<50)
    func rowsAreConstant(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let plot = generator.linePlot()
        let rows = plot.text().split(separator: "\n", omittingEmptySubsequences: false).count - 1
        let legend = plot.hasLegend ? 1 : 0
        #expect(rows == 5 + legend + plot.height + Panel(plot).notes.count)
    }

    @Test(arguments: -40...40)
    func scalingByPowersOfTwoMovesNothing(power: Int) {
        var generator = SeededGenerator(seed: 7)
        let values = (0..<100).map { _ in generator.unit() * 3 - 1 }
        let factor = Double(sign: .plus, exponent: power, significand: 1)
        let plot = LinePlot(title: "", x: "", y: "", values)
        let scaled = LinePlot(
            title: "", x: "", y: "", at: (0..<100).map { Double($0) * factor }, values.map { $0 * factor })
        #expect(Panel(plot).curves[0].runs == Panel(scaled).curves[0].runs)
    }

    @Test func permutedSeriesTradeLooksOnly() {
        let series = [Series("a", [1, 2, 3]), Series("b", [2, 2.5, 2]), Series("c", [3, 1, 2])]
        let curves = Panel(LinePlot(title: "", x: "", y: "", series: series)).curves
        let turned = Panel(LinePlot(title: "", x: "", y: "", series: [series[2], series[0], series[1]]))
            .curves
        #expect(curves.map(\.runs) == [turned[1], turned[2], turned[0]].map(\.runs))
    }

    @Test func curvesHaveTheirOwnLetters() {
        func legend(_ names: [String]) -> Substring? {
            LinePlot(title: "", x: "", y: "", series: names.map { Series($0, [1]) }).text().split(
                separator: "\n"
            ).first
        }
        #expect(legend(["RNN", "LSTM", "GRU"]) == "R RNN   L LSTM   G GRU")
        #expect(legend(["seed 1", "seed 2"]) == "1 seed 1   2 seed 2")
        #expect(legend(["train", "test"]) == "r train   e test")
        #expect(legend(["漢", "字"]) == "A 漢   B 字")
    }

    @Test func meetingCurvesTakeTurns() {
        let same = [0.0, 0, 0, 0]
        let text = LinePlot(title: "", x: "", y: "", ["a": same, "b": same]).text()
        #expect(text.contains("abababab"))
    }

    @Test func legendNamesASingleCurveOnlyIfTheAxisDoesNot() {
        #expect(!LinePlot(title: "", x: "", y: "loss", [1, 2]).hasLegend)
        #expect(LinePlot(title: "", x: "", y: "loss", ["train": [1, 2]]).hasLegend)
    }

    @Test func whatIsLeftOutIsSaid() {
        let text = LinePlot(title: "", x: "", y: .log("y", 1...10), [1, .nan, .infinity, 0, -3, -4, 5, 100])
            .text()
        #expect(text.contains("(2 points not finite)"))
        #expect(text.contains("(3 points not above 0, which a log axis cannot show)"))
        #expect(text.contains("(1 point outside the axes)"))
    }

    /// One spike among many points is seen in both forms, and the drawing stays small.
    @Test(arguments: [10_000, 40_000])
    func decimationKeepsSpikes(count: Int) {
        var values = (0..<count).map { Double($0 % 7) / 100 }
        values[count / 3] = 5
        values[count / 2] = -5
        let plot = LinePlot(title: "", x: "", y: "", values)
        let svg = plot.svg()
        #expect(svg.utf8.count < 80_000)
        let path = svg.split(separator: "M").max { $0.count < $1.count } ?? ""
        let heights = path.split(separator: "L").compactMap {
            $0.split(separator: " ").last.flatMap { Double($0.prefix { $0 != "\"" }) }
        }
        #expect(heights.min() == 15)
        #expect(heights.max() == 275)
        let rows = plot.text().split(separator: "\n").map { $0.drop { $0 != "│" && $0 != "┤" }.dropFirst() }
        #expect(rows[0].contains { $0 != "\u{2800}" })
        #expect(rows[plot.height - 1].contains { $0 != "\u{2800}" })
    }

    @Test func aPointWithoutNeighboursIsDrawn() {
        let plot = LinePlot(title: "", x: "", y: "", [.nan, 1, .nan, 2, .nan])
        #expect(Panel(plot).curves[0].runs.map(\.count) == [1, 1])
        #expect(plot.text().count { $0 == "•" } == 2)
        #expect(plot.svg().split(separator: "a3.2 3.2 0 1 0 6.4").count == 3)
    }

    @Test func segmentsAreCutAtTheFrame() {
        let plot = LinePlot(title: "", x: "", y: .linear("", 0...1), [-1, 1, 3, 0.5])
        let runs = Panel(plot).curves[0].runs
        #expect(runs.count == 2)
        #expect(runs[0] == [Place(x: 1.0 / 6, y: 0), Place(x: 1.0 / 3, y: 1)])
        #expect(runs[1].first?.y == 1)
        #expect(runs[1].last == Place(x: 1, y: 0.5))
    }

    @Test func alternativeTextNamesEndsAndExtremes() {
        let plot = LinePlot(title: "Loss", x: "update", y: .log("error"), ["RNN": [4, 8, 0.5, 1]])
        #expect(
            plot.alternativeText
                == "Line plot of “Loss”. Horizontal axis: update, from 0 to 3. Vertical axis: error, logarithmic, from "
                + "0.5 to 8. RNN: 4 points, first 4 at 0, last 1 at 3, least 0.5 at 2, greatest 8 at 1.")
    }

    @Test func brailleDrawsADiagonal() {
        let text = LinePlot(title: "", x: "", y: "", [0, 1], width: 40, height: 4).text()
        let dots = text.unicodeScalars.reduce(0) { sum, scalar in
            (0x2800...0x28FF).contains(scalar.value) ? sum + (scalar.value - 0x2800).nonzeroBitCount : sum
        }
        #expect(dots == 2 * (40 - 3 - 2))
    }
}
