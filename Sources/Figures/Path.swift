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

    /// A rectangle between two corners. Its sides are relative, so that many of one size are told by few different words.
    mutating func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        let (width, height) = (right.tenths - left.tenths, bottom.tenths - top.tenths)
        move(left, top)
        data += "h\(written(tenths: width))v\(written(tenths: height))h\(written(tenths: -width))z"
    }

    /// An outline in relative path data, around a point.
    mutating func mark(_ x: Double, _ y: Double, _ outline: String) {
        move(x, y)
        data += outline
    }

    private mutating func add(_ command: String, _ value: Double) {
        data += command
        data += written(tenths: value.tenths)
    }
}

private func written(tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
}

extension Double {
    /// In tenths of a unit, which are as fine as lines need.
    fileprivate var tenths: Int { (self * 10).nearest }

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
