/// A marked value of an axis.
struct Tick {
    /// Between 0 and 1.
    var position: Double
    /// As it stands in text: `1e-3`.
    var label: String

    /// As it stands in a drawing: `10⁻³`.
    var typeset: String {
        let parts = label.split(separator: "e")
        guard parts.count == 2 else { return label.replacingMinus }
        let superscripts: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
            "8": "⁸", "9": "⁹",
        ]
        let power = "10" + String(parts[1].map { superscripts[$0] ?? $0 })
        switch parts[0] {
        case "1": return power
        case "-1": return "−" + power
        default: return "\(String(parts[0]).replacingMinus)×\(power)"
        }
    }
}

extension String {
    /// With the typographic minus sign in front of a number.
    var replacingMinus: String {
        hasPrefix("-") ? "−" + dropFirst() : self
    }
}

extension Scale {
    /// Ticks at round values, about `count` of them; the two ends where no round value can be told apart.
    ///
    /// An axis of whole numbers is marked at whole numbers only.
    func ticks(about count: Int, integral: Bool = false) -> [Tick] {
        let ticks = kind == .log ? logarithmicTicks(count) : linearTicks(count, integral: integral)
        if ticks.count >= 2 { return ticks }
        return [
            Tick(position: 0, label: Decimal(lower).compact),
            Tick(position: 1, label: Decimal(upper).compact),
        ]
    }

    private func linearTicks(_ count: Int, integral: Bool = false) -> [Tick] {
        let raw = upper / Double(count) - lower / Double(count)
        guard raw > 0, raw.isFinite else { return [] }
        let exponent = commonLogarithm(raw).floored - 1
        guard var step = roundValues(exponent...exponent + 2).first(where: { $0.value >= raw * 0.999_999 })
        else { return [] }
        if integral, step.value < 1 { step = Decimal(1) }
        let (first, last) = (lower / step.value, upper / step.value)
        guard first.magnitude < 1e14, last.magnitude < 1e14, step.value.isFinite else { return [] }
        let unit = Int(step.mantissa.value)
        let values = (first.floored...last.ceiled).map { Decimal($0 * unit, exponent: step.magnitude) }
        return labelled(values, decimals: max(0, -step.magnitude))
    }

    private func logarithmicTicks(_ count: Int) -> [Tick] {
        let first = commonLogarithm(lower).floored
        let last = commonLogarithm(upper).ceiled
        let powers = (first...last).filter { contains(Decimal(1, exponent: $0)) }
        if powers.count < 3 {
            let ticks = labelled(roundValues(first...last).filter(contains))
            if ticks.count >= 3, ticks.count <= max(count, 3) { return ticks }
            if powers.count < 2 { return linearTicks(count) }
        }
        let stride = [1, 2, 3, 5, 10, 20, 30, 50, 100].first { 2 * powers.count / $0 <= 3 * count } ?? 200
        return labelled(powers.filter { $0 % stride == 0 }.map { Decimal(1, exponent: $0) })
    }

    /// One, two and five times the powers of ten.
    private func roundValues(_ powers: ClosedRange<Int>) -> [Decimal] {
        var values: [Decimal] = []
        for power in powers {
            for unit in [1, 2, 5] { values.append(Decimal(unit, exponent: power)) }
        }
        return values
    }

    private func contains(_ value: Decimal) -> Bool {
        (lower...upper).contains(value.value)
    }

    /// Ticks at those of the values that the axis covers, all written the same way.
    private func labelled(_ values: [Decimal], decimals: Int = 0) -> [Tick] {
        let slack = (upper / 2 - lower / 2) * 1e-9
        let values = values.filter { $0.value + slack >= lower && $0.value - slack <= upper }
        let isShort = decimals <= 6 && values.allSatisfy { $0.plain(decimals: decimals).count <= 7 }
        return values.compactMap { value in
            guard let position = position(value.value) else { return nil }
            let label = isShort ? value.plain(decimals: decimals) : value.scientific
            return Tick(position: min(max(position, 0), 1), label: label)
        }
    }
}
