import Figures
import TestSupport

extension SeededGenerator {
    /// From 0 to below 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Any finite number, all magnitudes alike.
    mutating func finite() -> Double {
        while true {
            let value = Double(bitPattern: next())
            if value.isFinite { return value }
        }
    }

    /// Values of one kind: smooth, noisy, constant, of all magnitudes, or spoilt by what is not finite.
    mutating func values() -> [Double] {
        let count = Int.random(in: 0...200, using: &self)
        let kind = Int.random(in: 0..<6, using: &self)
        let spoilt = [Double.nan, .infinity, -.infinity, 0, -0.0, 1]
        let size = [1e-12, 1.0, 1e6][Int.random(in: 0..<3, using: &self)]
        return (0..<count).map { (index: Int) -> Double in
            switch kind {
            case 0: return size * Double(index)
            case 1: return size * (unit() - 0.5)
            case 2: return size
            case 3: return finite()
            case 4: return spoilt[Int.random(in: 0..<6, using: &self)]
            default: return size / Double(1 + index * index)
            }
        }
    }

    /// A line plot of up to six series on any scales.
    mutating func linePlot() -> LinePlot {
        let scales: [Axis.Scale] = [.linear, .log]
        let range: ClosedRange<Double>? = Bool.random(using: &self) ? nil : 0.5...100
        return LinePlot(
            title: "generated", x: Axis("x", scales.randomElement(using: &self) ?? .linear),
            y: Axis("y", scales.randomElement(using: &self) ?? .linear, range: range),
            series: (0..<Int.random(in: 0...6, using: &self)).map { index in
                let values = self.values()
                if Bool.random(using: &self) { return Series("s\(index)", values) }
                return Series("s\(index)", values.map { (unit() * 10, $0) })
            },
            style: Bool.random(using: &self) ? .line : .points)
    }

    /// Any figure.
    mutating func figure() -> any Figure {
        let labels = (0..<5).map { "label \($0)" }
        switch Int.random(in: 0..<4, using: &self) {
        case 0:
            return linePlot()
        case 1:
            let shadings: [HeatMap.Shading] = [.sequential, .diverging, .logarithmic]
            return HeatMap(
                title: "generated", x: "x", y: "y",
                (0..<Int.random(in: 0...60, using: &self)).map { _ in values() },
                rows: Bool.random(using: &self) ? labels : [],
                shading: shadings.randomElement(using: &self) ?? .sequential)
        case 2:
            return BarChart(
                title: "generated", value: "v", labels: labels, values: labels.map { _ in values().last ?? 0 }
            )
        default:
            return Table(title: "generated", labels.map { .numbers($0, values()) } + [.text("text", labels)])
        }
    }
}
