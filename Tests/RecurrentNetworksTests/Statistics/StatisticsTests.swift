import Testing

@testable import RecurrentNetworks

@Suite("Statistics")
struct StatisticsTests {
    struct Fixture: Decodable {
        struct Comparison: Decodable {
            let first: [String]
            let second: [String]
            let u: Double
            let p: Double
        }
        struct Quantile: Decodable {
            let values: [String]
            let share: Double
            let quantile: Double
        }

        let comparisons: [Comparison]
        let quantiles: [Quantile]
    }

    @Test("Mann and Whitney's test as SciPy's, with and without ties")
    func mannWhitney() throws {
        let comparisons = try numericFixture("statistics", as: Fixture.self).comparisons
        #expect(comparisons.count > 10)
        for entry in comparisons {
            let (first, second) = (try numbers(entry.first), try numbers(entry.second))
            let test = MannWhitney(first, second)
            #expect(test.u == entry.u && test.pairs == first.count * second.count)
            #expect(abs(test.pValue - entry.p) <= 1e-13 * entry.p, "\(entry.first) and \(entry.second)")
            let turned = MannWhitney(second, first)
            #expect(turned.u == Double(test.pairs) - test.u)
            #expect(abs(turned.pValue - test.pValue) <= 1e-13 * test.pValue)
        }
    }

    @Test("two samples that do not overlap have the smallest p-value there is")
    func noOverlap() {
        let (low, high) = ((0..<16).map(Double.init), (16..<32).map(Double.init))
        let test = MannWhitney(low, high)
        // Two of the divisions of 32 into 16 and 16 are as far apart.
        #expect(test.u == 0 && test.pairs == 256 && test.pValue == 2 / 601_080_390)
        #expect(MannWhitney(low, low).pValue == 1)
        #expect(MannWhitney(low, low).u == 128)
    }

    @Test("only the order counts: a run that never ends does not carry the result")
    func orderAlone() {
        let first: [Double] = [1, 4, 6, 9]
        let second: [Double] = [2, 5, 10, 11]
        let late = second.map { $0 == 11 ? .infinity : $0 }
        #expect(MannWhitney(first, second) == MannWhitney(first, late))
    }

    @Test("a sample that says nothing stops the program with a message")
    func impossibleSamples() async {
        await #expect(processExitsWith: .failure) { _ = MannWhitney([], [1]) }
        await #expect(processExitsWith: .failure) { _ = MannWhitney([1], []) }
        await #expect(processExitsWith: .failure) { _ = MannWhitney([1, .nan], [1]) }
    }

    @Test("quantiles as NumPy's")
    func quantiles() throws {
        let quantiles = try numericFixture("statistics", as: Fixture.self).quantiles
        #expect(quantiles.count > 50)
        for entry in quantiles {
            let value = try numbers(entry.values).quantile(entry.share)
            #expect(abs(value - entry.quantile) <= 1e-15 * max(1, abs(entry.quantile)))
        }
    }

    @Test("the ends, the middle, infinities, and what has no quantile")
    func quantilesAtTheEdge() {
        let values: [Double] = [3, .infinity, 1, 2]
        #expect(values.median == 2.5 && values.quantile(0) == 1 && values.quantile(1) == .infinity)
        #expect(values.quantile(0.9) == .infinity && ([1, .infinity] as [Double]).median == .infinity)
        #expect(values.quantile(-1) == 1 && values.quantile(2) == .infinity)
        #expect(([.infinity, .infinity] as [Double]).median == .infinity)
        #expect(([] as [Double]).median.isNaN && values.quantile(.nan).isNaN)
        #expect(([1, .nan, 2] as [Double]).median.isNaN)
    }

    private func numbers(_ texts: [String]) throws -> [Double] {
        try texts.map { try #require(Double($0)) }
    }
}
