import TestSupport
import Foundation
import Testing

@testable import Figures

@Suite struct ScaleTests {
    @Test func commonLogarithmAgreesWithTheLibrary() {
        var generator = SeededGenerator(seed: 3)
        var worst = 0.0
        for _ in 0..<100_000 {
            let value = generator.finite().magnitude
            guard value > 0 else { continue }
            let exact = log10(value)
            worst = max(worst, abs(commonLogarithm(value) - exact) / max(exact.magnitude.ulp, 1e-16))
        }
        print("common logarithm: at most \(worst) ulps or 1e-16 from the C library")
        #expect(worst <= 2)
        for power in -300...300 {
            #expect(abs(commonLogarithm(Decimal(1, exponent: power).value) - Double(power)) <= 1e-13)
        }
    }

    @Test func roundingAgreesWithTheLibrary() {
        var generator = SeededGenerator(seed: 5)
        let values =
            (0..<10_000).map { _ in (generator.unit() - 0.5) * 1e6 } + [0, -0.0, 1, -1, -1e-300, 1e15, -7.25]
        for value in values {
            #expect(Double(value.floored) == value.rounded(.down))
            #expect(Double(value.ceiled) == value.rounded(.up))
            #expect(Double(value.nearest) == value.rounded())
            #expect(value.isWhole == (value == value.rounded()))
        }
        #expect(1e300.isWhole && 0.5.nearest == 1 && (-0.5).nearest == 0)
    }

    @Test(arguments: 0..<300)
    func ticksAreRoundAndInPlace(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values =
            seed % 2 == 0
            ? [generator.finite(), generator.finite()] : [generator.unit(), generator.unit() * 50]
        let isLog = seed % 3 == 0
        let scale = Scale(isLog ? .log("") : "", fitting: isLog ? values.map(\.magnitude) : values)
        for count in [2, 5, 10] {
            let ticks = scale.ticks(about: count)
            #expect((2...2 * count + 2).contains(ticks.count))
            #expect(ticks.map(\.position) == ticks.map(\.position).sorted())
            #expect(Set(ticks.map(\.label)).count == ticks.count)
            for tick in ticks {
                let value = try #require(Double(tick.label))
                let position = try #require(scale.position(value))
                #expect(abs(position - tick.position) <= 1e-8)
                #expect((0...1).contains(tick.position))
            }
        }
    }

    @Test func ticksOfKnownRanges() {
        func labels(_ axis: Axis, _ values: [Double], _ count: Int) -> [String] {
            Scale(axis, fitting: values).ticks(about: count).map(\.label)
        }
        #expect(labels("", [0, 100], 5) == ["0", "20", "40", "60", "80", "100"])
        #expect(labels("", [0, 1], 4) == ["0.0", "0.5", "1.0"])
        #expect(labels("", [-0.03, 0.03], 6) == ["-0.03", "-0.02", "-0.01", "0.00", "0.01", "0.02", "0.03"])
        #expect(labels("", [0, 3e9], 3) == ["0", "1e9", "2e9", "3e9"])
        #expect(labels(.log(""), [1e-8, 1], 5) == ["1e-8", "1e-6", "1e-4", "1e-2", "1e0"])
        #expect(labels(.log(""), [1, 1000], 4) == ["1", "10", "100", "1000"])
        #expect(labels(.log(""), [2, 30], 5) == ["2", "5", "10", "20"])
        #expect(labels(.log(""), [2, 3], 5) == ["2.0", "2.2", "2.4", "2.6", "2.8", "3.0"])
    }

    @Test func wholeNumbersHaveWholeTicks() {
        let scale = Scale("", fitting: [0, 3])
        #expect(scale.ticks(about: 10, integral: true).map(\.label) == ["0", "1", "2", "3"])
    }

    @Test func axesReachZeroWhenNear() {
        #expect(Scale("", fitting: [1, 10], nearZero: true).lower == 0)
        #expect(Scale("", fitting: [5, 10], nearZero: true).lower == 5)
        #expect(Scale("", fitting: [-10, -1], nearZero: true).upper == 0)
    }

    @Test(arguments: [0, 0.1, 0.25, 0.5, 0.9, 1])
    func valuesAndPositionsAreInverse(position: Double) throws {
        for scale in [Scale(.linear, -3...7), Scale(.log, 1e-9...1e4), Scale(.linear, -1.7e308...1.7e308)] {
            let back = try #require(scale.position(scale.value(at: position)))
            #expect(abs(back - position) < 1e-12)
        }
    }

    @Test func typesetTicks() {
        #expect(Tick(position: 0, label: "1e-3").typeset == "10⁻³")
        #expect(Tick(position: 0, label: "-2.5e12").typeset == "−2.5×10¹²")
        #expect(Tick(position: 0, label: "-1e0").typeset == "−10⁰")
        #expect(Tick(position: 0, label: "-0.5").typeset == "−0.5")
    }
}
