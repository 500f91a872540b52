import TestSupport
import Foundation
import Testing

@testable import Figures

@Suite struct DecimalTests {
    @Test func everyValueSurvives() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<10_000 {
            let value = generator.finite()
            let decimal = Figures.Decimal(value)
            #expect(decimal.value == value)
            #expect(Double(decimal.scientific) == value)
            #expect(Double(decimal.plain()) == value)
            #expect(Double(decimal.compact) == value)
        }
    }

    /// The C library rounds the binary value, ours its shortest decimal name: they differ at halves only.
    @Test(arguments: [0, 1, 3, 6])
    func fixedAgreesWithPrintf(decimals: Int) {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<5000 {
            let value = (generator.unit() - 0.5) * 2000
            let expected = String(format: "%.\(decimals)f", value)
            let written = Figures.Decimal.fixed(value, decimals: decimals)
            #expect(written == expected || Double(expected) == 0 && Double(written) == 0)
        }
    }

    @Test func significantAgreesWithPrintf() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<5000 {
            let value = generator.finite()
            #expect(Double(Figures.Decimal.significant(value)) == Double(String(format: "%.3e", value)))
        }
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (-0.0, 0, "0"), (0.005, 2, "0.01"), (9.995, 2, "10.00"),
        (1e14, 1, "100000000000000.0"), (-9.5, 0, "-10"),
        (1.5e20, 1, "1.5e20"),
        (0.0004, 2, "0.00"), (-0.0004, 2, "0.00"), (.nan, 3, "nan"), (-.infinity, 3, "-inf"),
        (99.9999, 1, "100.0"),
    ])
    func fixed(value: Double, decimals: Int, expected: String) {
        #expect(Figures.Decimal.fixed(value, decimals: decimals) == expected)
    }

    @Test(arguments: [
        (1234.5678, "1235"), (0.000_012_345_6, "1.235e-5"), (0.00012, "0.00012"), (1e7, "1e7"),
        (999_999.9, "1000000"),
        (.leastNonzeroMagnitude, "5e-324"), (-2, "-2"), (0, "0"),
    ])
    func significant(value: Double, expected: String) {
        #expect(Figures.Decimal.significant(value) == expected)
    }

    @Test(arguments: [
        (0, "0"), (-0.004, "0"), (12.3, "12.3"), (-0.05, "-0.05"), (639.999, "640"), (7.08, "7.08"),
        (7.126, "7.13"),
    ])
    func coordinates(value: Double, expected: String) {
        #expect(value.coordinate == expected)
    }
}
