import Testing

@testable import Figures

@Suite struct BarChartTests {
    private func lengths(_ chart: BarChart) -> [Int] {
        let eighths: [Character: Int] = [
            "█": 8, "▉": 7, "▊": 6, "▋": 5, "▌": 4, "▐": 4, "▍": 3, "▎": 2, "▏": 1,
        ]
        return chart.text().split(separator: "\n").filter { $0.contains("│") }.map { line in
            line.reduce(0) { $0 + (eighths[$1] ?? 0) }
        }
    }

    @Test func barsAreAnEighthOfACharacterFine() {
        let values = (0...400).map { Double($0) / 400 }
        let chart = BarChart(title: "", labels: values.map { _ in "x" }, values: values)
        let lengths = lengths(chart)
        let full = Double(lengths[400])
        for (value, length) in zip(values, lengths) {
            #expect(abs(Double(length) - value * full) <= 0.5)
        }
    }

    @Test func negativeBarsEndAtZero() {
        let chart = BarChart(title: "", ["a": -1, "b": 1, "c": -0.5])
        let lengths = lengths(chart)
        #expect(abs(lengths[0] - lengths[1]) <= 4)
        #expect(abs(lengths[0] - 2 * lengths[2]) <= 8)
        let lines = chart.text().split(separator: "\n")
        let zeros = lines.map { line in line.prefix { $0 != "│" }.count }
        #expect(Set(zeros).count == 1)
    }

    @Test func valuesHaveEquallyManyDecimals() {
        let chart = BarChart(title: "", ["a": 0.5, "b": 0.125, "c": 1])
        #expect(chart.written([0.5, 0.125, 1]) == ["0.500", "0.125", "1.000"])
        #expect(chart.written([1e-9, 1]) == ["1e-9", "1"])
        #expect(BarChart(title: "", [:], decimals: 1).written([0.25, .nan]) == ["0.3", "nan"])
    }

    @Test func valuesBeyondTheSeriesAreLeftOut() {
        let chart = BarChart(title: "", series: ["one"], ["a": [1, 2, 3], "b": []])
        #expect(chart.groups.map(\.values) == [[1], []])
    }

    @Test func alternativeTextListsTheBars() {
        let chart = BarChart(
            title: "L", value: "nats", series: ["T = 1", "T = 2"], ["RNN": [1, 2], "GRU": [3, 4]])
        #expect(
            chart.alternativeText
                == "Bar chart of “L”. Bars show nats. RNN: T = 1 1, T = 2 2. GRU: T = 1 3, T = 2 4.")
    }
}
