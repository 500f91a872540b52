/// An SVG picture under construction. Attribute values and text are escaped here and nowhere else.
struct Drawing {
    private var markup = ""
    private var open: [String] = []

    /// Characters of the body text, on average and with some reserve, are this wide.
    static let characterWidth = 6.7

    /// An empty picture that scales with the page and says in words what it shows.
    init(width: Double, height: Double, role: String = "img", _ figure: any Figure) {
        let (width, height) = (width.coordinate, height.coordinate)
        begin(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": width,
                "height": height, "role": role, "style": "max-width:100%;height:auto", "fill": "currentColor",
                "font-family": "var(--figure-font, system-ui, sans-serif)", "font-size": "12",
            ])
        let title = figure.title.cleaned
        element("title", [:], title.isEmpty ? figure.alternativeText : title)
        if !title.isEmpty { element("desc", [:], figure.alternativeText) }
    }

    /// Starts an element that holds others.
    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        markup += "<\(name)\(written(attributes))>\n"
        open.append(name)
    }

    /// Ends the element started last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        markup += "</\(name)>\n"
    }

    /// An element without children, or with text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String? = nil)
    {
        let start = "<\(name)\(written(attributes))"
        markup += text.map { "\(start)>\($0.escaped)</\(name)>\n" } ?? "\(start)/>\n"
    }

    /// Text with its baseline at a point, and its scripts below and above the line.
    mutating func text(_ text: String, x: Double, y: Double, anchor: String = "start") {
        let pieces = Script.pieces(of: text.cleaned)
        let attributes: KeyValuePairs = ["x": x.coordinate, "y": y.coordinate, "text-anchor": anchor]
        if pieces.count == 1, pieces[0].level == .line {
            return element("text", attributes, pieces[0].text)
        }
        markup += "<text\(written(attributes))>"
        var height = 0.0
        for piece in pieces {
            let next =
                switch piece.level {
                case .line: 0.0
                case .below: 3.0
                case .above: -4.5
                }
            var attributes = next == height ? "" : " dy=\"\((next - height).coordinate)\""
            if piece.level != .line { attributes += " font-size=\"75%\"" }
            markup += "<tspan\(attributes)>\(piece.text.escaped)</tspan>"
            height = next
        }
        markup += "</text>\n"
    }

    /// Starts a group of labels along an axis.
    mutating func beginLabels() {
        begin("g", ["fill-opacity": "0.85", "style": "font-variant-numeric:tabular-nums"])
    }

    /// Lines of the text colour, at full strength or less.
    mutating func stroke(_ path: Path, opacity: String) {
        element(
            "path", ["d": path.data, "fill": "none", "stroke": "currentColor", "stroke-opacity": opacity])
    }

    /// The title above the figure.
    mutating func title(_ title: String, width: Double) {
        let lines = Self.titleLines(title, width: width)
        if lines.isEmpty { return }
        begin("g", ["font-size": "15", "font-weight": "600"])
        for (index, line) in lines.enumerated() {
            text(line, x: 0, y: 16 + 19 * Double(index))
        }
        end()
    }

    /// The height that a title takes.
    static func titleHeight(_ title: String, width: Double) -> Double {
        let count = titleLines(title, width: width).count
        return count == 0 ? 0 : 19 * Double(count) + 8
    }

    private static func titleLines(_ title: String, width: Double) -> [String] {
        title.cleaned.wrapped(Int(width / (1.3 * characterWidth)))
    }

    /// A name of a legend: where the piece of its curve begins, and what it is.
    struct Entry {
        var x: Double
        var y: Double
        var name: String
    }

    /// Names side by side, in as many rows as they need.
    static func entries(_ names: [String], width: Double, top: Double) -> [Entry] {
        var entries: [Entry] = []
        var (x, y) = (0.0, top + 8)
        for name in names {
            let needed = 25 + name.drawnWidth
            if x > 0, x + needed > width { (x, y) = (0, y + 18) }
            entries.append(Entry(x: x, y: y, name: name))
            x += needed + 14
        }
        return entries
    }

    /// A text in lines that fit.
    static func lines(_ text: String, within format: Format) -> [String] {
        text.cleaned.wrapped(Int(format.width / characterWidth))
    }

    /// Lines of text, the baseline of the first at a point.
    mutating func lines(_ lines: [String], x: Double, y: Double, anchor: String = "start") {
        for (index, line) in lines.enumerated() {
            text(line, x: x, y: y + 16 * Double(index), anchor: anchor)
        }
    }

    /// Remarks below the figure.
    mutating func notes(_ notes: [String], y: Double) {
        guard !notes.isEmpty else { return }
        begin("g", ["font-style": "italic", "fill-opacity": "0.8"])
        for (index, note) in notes.enumerated() {
            text(note, x: 0, y: y + 16 * Double(index))
        }
        end()
    }

    /// The finished picture.
    consuming func finished() -> String {
        while !open.isEmpty { end() }
        return markup
    }

    private func written(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0.key)=\"\($0.value.escaped)\"" }.joined()
    }
}

extension String {
    /// With the characters that mean something in XML written as entities.
    var escaped: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Estimated width in the body font of a drawing.
    var drawnWidth: Double {
        Double(columns) * Drawing.characterWidth
    }
}
