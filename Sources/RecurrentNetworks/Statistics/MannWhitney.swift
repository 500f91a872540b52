/// The test of Mann and Whitney (1947): do two samples come from one distribution?
///
/// It asks for the order of the values only. So one run that fails cannot carry the result, and a run that never
/// solves its task may be given as infinity.
public struct MannWhitney: Hashable, Sendable {
    /// In how many of the pairs of one value from each sample the first is larger; a tie counts one half.
    public let u: Double
    /// The number of pairs.
    public let pairs: Int
    /// How often a division of the same values at random into two samples of these sizes would give a `u` at least
    /// as far from one half of the pairs: two-sided, exact, also with ties.
    public let pValue: Double

    /// Compares two samples of at least one value each; no value is NaN.
    ///
    /// The exact distribution takes time and memory like the fourth and third power of the number of values: of
    /// hundreds, not of thousands.
    public init(_ first: [Double], _ second: [Double]) {
        if first.isEmpty || second.isEmpty { fatalError("a sample without values") }
        if (first + second).contains(where: \.isNaN) {
            fatalError("a sample with a value that is not a number")
        }
        pairs = first.count * second.count
        let ranks = doubledRanks(first + second)
        let sum = ranks.prefix(first.count).reduce(0, +)
        // The smallest sum of `first.count` ranks 1, 2, … is n (n + 1) / 2; all is doubled here.
        let doubledU = sum - first.count * (first.count + 1)
        u = Double(doubledU) / 2
        let distance = abs(doubledU - pairs)
        let ways = waysToReach(sumsOf: first.count, of: ranks)
        var (far, all) = (0.0, 0.0)
        for (sum, count) in ways.enumerated() where count > 0 {
            all += count
            if abs(sum - first.count * (first.count + 1) - pairs) >= distance { far += count }
        }
        pValue = far / all
    }
}

/// Twice the rank of each value among all of them, from 2; equal values share the mean of their ranks.
private func doubledRanks(_ values: [Double]) -> [Int] {
    values.map { value in
        let below = values.count { $0 < value }
        return 2 * below + values.count { $0 == value } + 1
    }
}

/// At each sum, how many choices of `count` of the numbers have it.
private func waysToReach(sumsOf count: Int, of numbers: [Int]) -> [Double] {
    let largest = numbers.reduce(0, +)
    var ways = Array(repeating: Array(repeating: 0.0, count: largest + 1), count: count + 1)
    ways[0][0] = 1
    for number in numbers {
        for chosen in stride(from: count, through: 1, by: -1) {
            for sum in stride(from: largest, through: number, by: -1) {
                ways[chosen][sum] += ways[chosen - 1][sum - number]
            }
        }
    }
    return ways[count]
}
