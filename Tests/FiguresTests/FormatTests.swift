import Foundation
import Testing

@testable import Figures

/// The drawing for narrow places.
@Suite struct FormatTests {
    /// Text of the drawing's own size is at least 11 pixels in the room that a telephone of 390 pixels leaves.
    @Test func wordsAreLargeEnough() {
        #expect(12 * 340 / Format.narrow.width >= 11)
    }

    private static let figures: [any Figure] = [
        LinePlot(
            title: "A title that is rather long for a telephone",
            x: "what is measured to the right, at length", y: "what is measured upwards, at some length too",
            ["one": [1, 2, 3], "another with a long name": [3, 1, 2]]),
        HeatMap(
            title: "Gates", x: "a long label below a map of few columns", y: "unit", [[0, 1], [1, 0]],
            rows: ["a row with a very long name", "another"]),
        BarChart(
            title: "Solved", value: "seeds that solve the task, of twenty in all",
            series: ["before", "after"],
            ["one hidden layer of 32": [1200, 300], "two": [-400, 90]]),
    ]

    /// Every label of a narrow drawing lies inside it, by the widths that drawings reckon with.
    @Test(arguments: figures.indices)
    func nothingIsCutOff(index: Int) throws {
        let drawings = Self.figures[index].markup().components(separatedBy: "</svg>")
        try #require(drawings.count == 3)
        #expect(drawings[1].contains("viewBox=\"0 0 300 "))
        let labels = drawings[1].matches(
            of: /<text x="([-0-9.]+)" y="([-0-9.]+)" text-anchor="(\w+)">([^<]*)</)
        #expect(labels.count > 5)
        for label in labels {
            let x = try #require(Double(label.1))
            let width = String(label.4).drawnWidth
            let (left, right) =
                switch label.3 {
                case "end": (x - width, x)
                case "middle": (x - width / 2, x + width / 2)
                default: (x, x + width)
                }
            #expect(left >= 0 && right <= 300, "\(label.4)")
        }
    }
}
