import TestSupport
import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What holds of every figure.
@Suite struct FigureTests {
    private func check(_ figure: any Figure, _ comment: Comment) {
        let text = figure.text()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.last == "", comment)
        for line in lines {
            #expect(String(line).columns <= 80, "\(comment) \(line)")
            #expect(line.last != " " && line.last != "\u{2800}", comment)
        }
        #expect(
            !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }, comment
        )

        let svg = figure.svg()
        let picture = Picture(svg)
        #expect(picture.isWellFormed, comment)
        #expect(picture.attributes.allSatisfy { $0.name != "id" }, comment)
        #expect(picture.elements.filter { $0 == "svg" }.count == 1, comment)
        #expect(picture.isInside, comment)
        #expect(!svg.contains("nan") || text.contains("nan") || figure.title.contains("nan"), comment)
        #expect(picture.elements.dropFirst().first == "title", comment)
        #expect(
            picture.describes(figure.title.isEmpty ? figure.alternativeText : figure.title.cleaned), comment)
        #expect(picture.describes(figure.alternativeText), comment)
    }

    @Test(arguments: 0..<60)
    func generated(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        check(generator.figure(), "seed \(seed)")
    }

    @Test func golden() {
        for (name, figure) in GoldenCases.all { check(figure, "\(name)") }
    }

    private static let hostileNames = [
        "", " ", "\u{0}\u{1}\r\n\t", "]]>", "<!--", "&#0;", "\u{FFFE}\u{FFFF}", "\u{202E}reversed\u{202C}",
        String(repeating: "word ", count: 100), String(repeating: "x", count: 1000),
        String(repeating: "漢", count: 100),
        "e" + String(repeating: "\u{301}", count: 500), "👩‍👩‍👧‍👦 family", "\"quoted\" 'twice'", "\u{301}alone",
    ]

    @Test(arguments: hostileNames)
    func names(name: String) {
        let values = [1.0, 2, 3]
        let axes = (Axis(name), Axis.log(name))
        let series = [Series(name, values), Series(name, values), Series("b", values)]
        check(LinePlot(title: name, x: axes.0, y: axes.1, series: series), "\(name)")
        check(LinePlot(title: name, x: axes.0, y: axes.1, series: [series[0]], style: .points), "\(name)")
        check(
            HeatMap(title: name, x: name, y: name, [values, values], rows: [name, name], columns: [name]),
            "\(name)")
        check(BarChart(title: name, value: name, series: [name, name], ["a": [1, -2]]), "\(name)")
        check(BarChart(title: name, value: name, labels: [name], values: [1]), "\(name)")
        check(
            Table(title: name, columns: [name, name, "c"], rows: [[name], [name, "1", name], []]), "\(name)")
    }

    private static let hostileValues: [[Double]] = [
        [], [0], [-0.0, 0], [.nan], [.infinity, -.infinity], [1, 1], [-7, -7, -7], [.leastNonzeroMagnitude],
        [.leastNonzeroMagnitude, -.leastNonzeroMagnitude], [0, .leastNonzeroMagnitude],
        [.greatestFiniteMagnitude], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
        [1, 1 + .ulpOfOne],
        [1e300, 1e300 * (1 + .ulpOfOne)], [1e-300, 1e300], [-1e300, 1e-300], [1e15, 1e15 + 1],
        [123_456_789_012, 123_456_789_013],
        [0.1, 0.2, 0.3], [-5, .nan, 5], [.nan, 1, .nan, 2, .nan], [0x1p-1023, 0x1p-1022],
    ]

    @Test(arguments: hostileValues)
    func values(values: [Double]) {
        for style in [LinePlot.Style.line, .points] {
            for scale in [Axis.Scale.linear, .log] {
                for width in [0, 40, 80, 1000] {
                    let plot = LinePlot(
                        title: "t", x: Axis("x", scale), y: Axis("y", scale), at: values, values,
                        style: style,
                        width: width, height: width)
                    check(plot, "\(values)")
                }
                let range = LinePlot(
                    title: "t", x: Axis("x", scale, range: 1...1), y: Axis("y", scale, range: 3...4), values)
                check(range, "\(values)")
            }
        }
        for shading in [HeatMap.Shading.sequential, .diverging, .logarithmic] {
            check(HeatMap(title: "t", [values, values.reversed(), []], shading: shading), "\(values)")
            check(HeatMap(title: "t", [values], shading: shading, range: 1...1), "\(values)")
            check(HeatMap(title: "t", values.map { [$0] }, shading: shading), "\(values)")
        }
        check(BarChart(title: "t", labels: values.map { "\($0)" }, values: values), "\(values)")
        check(BarChart(title: "t", labels: values.map { "\($0)" }, values: values, decimals: 2), "\(values)")
        check(Table(title: "t", [.numbers("n", values), .numbers("f", values, decimals: 3)]), "\(values)")
        check(Table(title: "t", values.map { .numbers("column", [$0, $0]) }), "\(values)")
    }
}

/// An SVG picture as an XML parser sees it.
private final class Picture: NSObject, XMLParserDelegate {
    private(set) var isWellFormed = false
    private(set) var elements: [String] = []
    private(set) var attributes: [(name: String, value: String)] = []
    private var texts: [String] = []
    private var characters = ""

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    /// Whether every absolute coordinate lies in the picture.
    var isInside: Bool {
        func numbers(_ names: Set<String>) -> [Double] {
            attributes.filter { names.contains($0.name) }.map { Double($0.value) ?? .nan }
        }
        let size = (numbers(["width"]).first ?? 0, numbers(["height"]).first ?? 0)
        return numbers(["x", "width"]).allSatisfy { (0...size.0).contains($0) }
            && numbers(["y", "height"]).allSatisfy { (0...size.1).contains($0) }
    }

    func describes(_ text: String) -> Bool {
        texts.contains(text)
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        self.attributes += attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        characters = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        characters += string
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        texts.append(characters)
        characters = ""
    }
}
