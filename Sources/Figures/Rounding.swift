/// Rounding to whole numbers of magnitude below 2⁶², without the functions of the platform's mathematics library:
/// on processors without an instruction for it `rounded()` would call them, and then every program that draws a
/// figure would have to link that library.
extension Double {
    /// The greatest whole number that is not above it.
    var floored: Int {
        let whole = Int(self)
        return Double(whole) > self ? whole - 1 : whole
    }

    /// The least whole number that is not below it.
    var ceiled: Int {
        -(-self).floored
    }

    /// The nearest whole number; halves go up.
    var nearest: Int {
        (self + 0.5).floored
    }

    /// Whether it has no fraction.
    var isWhole: Bool {
        magnitude >= 0x1p53 || Double(floored) == self
    }
}
