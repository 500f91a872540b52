/// A number in decimal: `digits` read as an integer, times ten to the `exponent`.
struct Decimal {
    var isNegative: Bool
    /// Without leading or trailing zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// The power of ten of the last digit.
    private(set) var exponent: Int

    init(isNegative: Bool, digits: some Sequence<UInt8>, exponent: Int) {
        self.isNegative = isNegative
        self.digits = Array(digits.drop { $0 == 0 })
        self.exponent = exponent
        while self.digits.last == 0 {
            self.digits.removeLast()
            self.exponent += 1
        }
    }

    /// An integer times a power of ten, exactly.
    init(_ integer: Int, exponent: Int = 0) {
        let digits = String(integer.magnitude).utf8.map { $0 - 48 }
        self.init(isNegative: integer < 0, digits: digits, exponent: exponent)
    }

    /// The shortest decimal that names a finite value.
    init(_ value: Double) {
        let parts = value.magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let fraction = mantissa.count == 2 ? mantissa[1] : ""
        self.init(
            isNegative: value < 0, digits: (mantissa[0] + fraction).utf8.map { $0 - 48 },
            exponent: (parts.count == 2 ? Int(String(parts[1])) ?? 0 : 0) - fraction.utf8.count)
    }

    /// The power of ten of the first digit.
    var magnitude: Int { exponent + digits.count - 1 }

    /// The nearest multiple of ten to the `place`; halves go away from zero.
    func rounded(toPlace place: Int) -> Decimal {
        let surplus = place - exponent
        guard surplus > 0 else { return self }
        guard surplus <= digits.count else { return Decimal(isNegative: false, digits: [], exponent: 0) }
        var kept = [0] + digits.dropLast(surplus)
        if digits[digits.count - surplus] >= 5 {
            var index = kept.count - 1
            while kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            kept[index] += 1
        }
        return Decimal(isNegative: isNegative, digits: kept, exponent: place)
    }

    /// The value nearest to it.
    var value: Double {
        Double("\(isNegative ? "-" : "")0\(digits.map(\.description).joined())e\(exponent)") ?? .nan
    }

    /// Without an exponent and with at least this many digits after the point.
    func plain(decimals: Int = 0) -> String {
        let places = max(decimals, digits.isEmpty ? 0 : -exponent)
        var all = digits + [UInt8](repeating: 0, count: digits.isEmpty ? places : places + exponent)
        if all.count <= places {
            all.insert(contentsOf: [UInt8](repeating: 0, count: places + 1 - all.count), at: 0)
        }
        let text = all.map(\.description)
        let whole = text.dropLast(places).joined()
        let sign = isNegative ? "-" : ""
        return places == 0 ? sign + whole : "\(sign)\(whole).\(text.suffix(places).joined())"
    }

    /// The mantissa of scientific notation, one digit before the point.
    var mantissa: Decimal {
        Decimal(isNegative: isNegative, digits: digits, exponent: 1 - digits.count)
    }

    /// As `2.5e-7`.
    var scientific: String {
        digits.isEmpty ? "0" : "\(mantissa.plain())e\(magnitude)"
    }

    /// Without an exponent where that is short, otherwise in scientific notation.
    var compact: String {
        digits.isEmpty || (-4..<7).contains(magnitude) ? plain() : scientific
    }

    /// A value with a fixed number of digits after the point; from 10¹⁵ on in scientific notation.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.description }
        guard value.magnitude < 1e15 else { return Decimal(value).scientific }
        return Decimal(value).rounded(toPlace: -decimals).plain(decimals: decimals)
    }

    /// A value with at most this many significant digits.
    static func significant(_ value: Double, digits: Int = 4) -> String {
        guard value.isFinite else { return value.description }
        let exact = Decimal(value)
        return exact.rounded(toPlace: exact.magnitude - digits + 1).compact
    }
}
