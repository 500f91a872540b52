/// Path data of SVG under construction.
struct Path {
    private(set) var data = ""

    /// Whether nothing has been drawn.
    var isEmpty: Bool { data.isEmpty }

    /// Starts anew at a point.
    mutating func move(_ x: Double, _ y: Double) {
        add("M", x)
        add(" ", y)
    }

    /// A line to a point.
    mutating func line(_ x: Double, _ y: Double) {
        add("L", x)
        add(" ", y)
    }

    /// A horizontal line between two points.
    mutating func horizontal(_ y: Double, from start: Double, to end: Double) {
        move(start, y)
        add("H", end)
    }

    /// A vertical line between two points.
    mutating func vertical(_ x: Double, from start: Double, to end: Double) {
        move(x, start)
        add("V", end)
    }

    /// A rectangle between two corners.
    mutating func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        move(left, top)
        add("H", right)
        add("V", bottom)
        add("H", left)
        data += "z"
    }

    /// An outline in relative path data, around a point.
    mutating func mark(_ x: Double, _ y: Double, _ outline: String) {
        move(x, y)
        data += outline
    }

    private mutating func add(_ command: String, _ value: Double) {
        data += command
        data += value.coordinate
    }
}

extension Double {
    /// As a coordinate: at most two decimals, written the same everywhere.
    var coordinate: String {
        let hundredths = (self * 100).nearest
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        var text = hundredths < 0 ? "-" : ""
        text += String(whole)
        if rest == 0 { return text }
        text += rest < 10 ? ".0" : "."
        return text + String(rest % 10 == 0 ? rest / 10 : rest)
    }
}
