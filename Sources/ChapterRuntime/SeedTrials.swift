/// What became of a condition in one trial after another, each with a seed of its own: 1, 2, 3 and so on. No seed can be
/// left out or picked.
public struct SeedTrials: Sendable, Hashable, CustomStringConvertible {
    /// Whether the condition held, by seed.
    public let outcomes: [Bool]

    /// In how many trials the condition held.
    public var held: Int { outcomes.count(where: \.self) }

    /// How many trials there were.
    public var count: Int { outcomes.count }

    /// The seeds with which the condition did not hold.
    public var failed: [Int] { outcomes.indices.filter { !outcomes[$0] }.map { $0 + 1 } }

    /// `19 of 20`, which a text can say as a value.
    public var description: String { "\(held) of \(count)" }
}

/// Tries a condition with every seed from 1 to a number, and prints what became of each.
///
/// The trials are shown below the block, so that a text that says `19 of 20` says it of all of them:
///
///     let solved = seeds(20) { seed in loss(seed) < 0.03 }
///
/// - Parameters:
///   - count: How many seeds, from 1.
///   - holds: Whether the condition holds with a seed.
public func seeds(_ count: Int, _ holds: (Int) throws -> Bool) rethrows -> SeedTrials {
    precondition(count > 0, "a number of seeds is above 0, not \(count)")
    var outcomes: [Bool] = []
    for seed in 1...count { outcomes.append(try holds(seed)) }
    let trials = SeedTrials(outcomes: outcomes)
    let marks = outcomes.map { $0 ? "+" : "-" }.joined()
    print("\(trials) seeds: \(marks)")
    return trials
}
