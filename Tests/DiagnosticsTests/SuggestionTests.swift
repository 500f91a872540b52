import Diagnostics
import TestSupport
import Testing

@Suite struct SuggestionTests {
    @Test func theNearestIsOffered() {
        #expect(nearest(to: "toleranse", among: ["timeout", "tolerance"]) == "tolerance")
        #expect(nearest(to: "Hiden", among: ["hidden", "folded"]) == "hidden")
        #expect(nearest(to: "otuput", among: ["output"]) == "output")
        #expect(nearest(to: "fig", among: ["tbl", "sec"]) == nil)
        #expect(nearest(to: "", among: ["a"]) == "a")
        #expect(nearest(to: "a", among: [] as [String]) == nil)
        #expect(nearest(to: "ab", among: ["ac", "ab"], after: 100) == nil)
    }

    /// A table that is computed only near its diagonal gives what the whole table gives.
    @Test func distancesAreThoseOfTheWholeTable() {
        var random = SeededGenerator(seed: 1)
        func word() -> String {
            String((0..<Int.random(in: 0...9, using: &random)).map { _ in random.pick(Array("abc")) })
        }
        for _ in 0..<3_000 {
            let misspelt = word()
            let candidates = (0..<4).map { _ in word() }
            #expect(
                nearest(to: misspelt, among: candidates) == nearestByWholeTable(misspelt, candidates),
                "\(misspelt) among \(candidates)")
        }
    }

    private func nearestByWholeTable(_ word: String, _ candidates: [String]) -> String? {
        candidates.map { (word: $0, distance: distance(Array(word), Array($0))) }
            .filter { $0.distance <= max(1, max(word.count, $0.word.count) / 3) }
            .min { $0.distance < $1.distance }?.word
    }

    private func distance(_ a: [Character], _ b: [Character]) -> Int {
        var table = (0...a.count).map { i in (0...b.count).map { i == 0 ? $0 : $0 == 0 ? i : 0 } }
        for i in a.indices {
            for j in b.indices {
                let changed = table[i][j] + (a[i] == b[j] ? 0 : 1)
                table[i + 1][j + 1] = min(changed, table[i][j + 1] + 1, table[i + 1][j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    table[i + 1][j + 1] = min(table[i + 1][j + 1], table[i - 1][j - 1] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }
}
