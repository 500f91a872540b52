/// A width or height in ems.
struct Length: Sendable, Hashable {
    var ems: Double

    static let zero = Length(ems: 0)

    init(ems: Double) {
        self.ems = ems
    }

    /// Eighteenths of an em.
    init(mu: Int) {
        ems = Double(mu) / 18
    }

    /// A number of TeX's units, such as `pt`, at 10 points to the em.
    init?(_ number: Double, unit: String) {
        guard number.isFinite, abs(number) < 1e6, let size = Length.units[unit] else { return nil }
        ems = number * size
    }

    /// As CSS and MathML write it, to a ten-thousandth.
    var css: String {
        let rounded = (ems * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() ? "\(Int(rounded))em" : "\(rounded)em"
    }

    static let unitNames = units.keys.sorted()

    private static let units: [String: Double] = [
        "bp": 1.00375 / 10, "cm": 28.4527559 / 10, "dd": 1.07000856 / 10, "em": 1, "ex": 0.430554,
        "in": 72.27 / 10, "mm": 2.84527559 / 10, "mu": 1.0 / 18, "pc": 1.2, "pt": 0.1, "px": 0.075,
        "sp": 0.1 / 65_536,
    ]
}
