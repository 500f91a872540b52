import Foundation
import Testing

@testable import Figures

@Suite struct HeatMapTests {
    private func rows(_ map: HeatMap) -> [String] {
        map.text().split(separator: "\n").filter { $0.contains("│") }.map { line in
            String(line.drop { $0 != "│" }.dropFirst().prefix { $0 != "│" })
        }
    }

    @Test func sequentialShades() {
        let map = HeatMap(title: "", [[0, 0.2, 0.4, 0.6, 0.8, 1]])
        #expect(rows(map) == ["    ░░░░▒▒▒▒▓▓▓▓████████"])
        #expect(map.text().hasSuffix("0 [  ] 0.2 [░░] 0.4 [▒▒] 0.6 [▓▓] 0.8 [██] 1\n"))
    }

    @Test func divergingShadesAreSymmetric() {
        let map = HeatMap(
            title: "", [[-1, -0.6, -0.3, -0.15, 0, 0.15, 0.3, 0.6, 1, .nan]], shading: .diverging)
        #expect(rows(map) == ["####====----....    ░░░░▒▒▒▒▓▓▓▓████××××"])
    }

    @Test func logarithmicShadesFollowTheRatio() {
        let map = HeatMap(title: "", [[1, 10, 100, 1000, 10_000, 100_000]], shading: .logarithmic)
        #expect(rows(map) == ["    ░░░░▒▒▒▒▓▓▓▓████████"])
        #expect(map.text().contains("1 [  ] 10 [░░] 100 [▒▒] 1000 [▓▓] 10000 [██] 100000"))
    }

    @Test func mergedCellsShowTheExtremeAndSaySo() {
        var values = [[Double]](repeating: [Double](repeating: 0, count: 300), count: 100)
        values[57][123] = 1
        let map = HeatMap(title: "", values)
        #expect(rows(map).joined().count { $0 == "█" } == 1)
        #expect(map.text().contains("(each cell shows the greatest value of 3 rows × 5 columns)"))
        values[57][123] = -1
        let negative = HeatMap(title: "", values, shading: .diverging)
        #expect(rows(negative).joined().count { $0 == "#" } == 1)
    }

    @Test func whatIsMissingIsSaid() {
        let text = HeatMap(title: "", [[1, 2, 3], [0, .nan]], shading: .logarithmic, range: 1...2).text()
        for note in [
            "(1 value missing)", "(1 value not finite)",
            "(1 value not above 0, which a log scale cannot show)",
            "(1 value beyond the ends of the scale)",
        ] {
            #expect(text.contains(note))
        }
    }

    @Test func drawingGroupsCellsByShade() {
        let row = (0..<200).map { Double($0 % 50) }
        let svg = HeatMap(title: "", [[Double]](repeating: row, count: 100)).svg()
        #expect(svg.utf8.count < 300_000)
        #expect(svg.split(separator: "<path").count < 100)
    }

    @Test func alternativeTextNamesTheExtremes() {
        let map = HeatMap(title: "W", x: "from", y: "to", [[1, 2], [.nan, -4]], rows: ["a", "b"])
        #expect(
            map.alternativeText
                == "Heat map of “W”. 2 rows (to) by 2 columns (from). Least value -4 in row b, column 1. "
                + "Greatest value 2 in row a, column 1. 1 value not finite.")
    }

    @Test func coloursStandOutOnBothBackgrounds() {
        for index in 0..<8 {
            let colour = SeriesStyle(index: index).colour.suffix(7).dropLast()
            let luminance = self.luminance(String(colour))
            for background in ["ffffff", "1a1a1a"] {
                let other = self.luminance(background)
                #expect((max(luminance, other) + 0.05) / (min(luminance, other) + 0.05) >= 3.5)
            }
        }
    }

    /// Relative luminance as WCAG 2 defines it.
    private func luminance(_ hex: String) -> Double {
        let value = Int(hex, radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
