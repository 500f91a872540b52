/// A point at which a derivation is tried: a number for each of its variables, by name.
@dynamicMemberLookup
public struct DerivationPoint: Sendable {
    fileprivate let values: [String: Double]

    /// The number of a variable.
    public subscript(dynamicMember name: String) -> Double { self[name] }

    /// The number of a variable.
    public subscript(name: String) -> Double {
        guard let value = values[name] else {
            fatalError("the derivation has no variable '\(name)': give its range in over:")
        }
        return value
    }
}

/// How the sides of a step of a derivation stand to one another.
public enum DerivationStep: String, Sendable {
    /// The left side is the right one.
    case equal = "="
    /// The left side is at most the right one.
    case atMost = "<="
    /// The left side is at least the right one.
    case atLeast = ">="

    fileprivate func holds(_ left: Double, _ right: Double, within tolerance: Double) -> Bool {
        let slack = tolerance * max(1, abs(left), abs(right))
        switch self {
        case .equal: return abs(left - right) <= slack
        case .atMost: return left <= right + slack
        case .atLeast: return left >= right - slack
        }
    }
}

/// Tries the steps of a displayed derivation at a hundred points drawn at random, and prints what came of it: an error
/// at the line of the display that does not hold.
///
/// The points depend on the label alone, so that they are the same in every run.
///
///     derivation("eq-half-life", over: ["f": 0.1...0.9, "t": 1...50]) { at in
///         [pow(at.f, at.t), exp(at.t * log(at.f))]
///     }
///
/// - Parameters:
///   - label: The label of the display.
///   - ranges: The variables, and where each is drawn from.
///   - steps: How each expression stands to the next; all equal if left out.
///   - tolerance: How far two sides may be apart, times the larger of them or 1.
///   - expressions: What stands left of the first sign of relation, and right of each, in the order of the display.
public func derivation(
    _ label: String, over ranges: KeyValuePairs<String, ClosedRange<Double>>, steps: [DerivationStep] = [],
    tolerance: Double = 1e-9, _ expressions: (DerivationPoint) throws -> [Double]
) rethrows {
    var seed: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in label.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01b3 }
    func draw() -> Double {
        // SplitMix64, by Sebastiano Vigna.
        seed &+= 0x9e37_79b9_7f4a_7c15
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
    var count = 0
    for _ in 0..<100 {
        var values: [String: Double] = [:]
        for (name, range) in ranges {
            values[name] = range.lowerBound + draw() * (range.upperBound - range.lowerBound)
        }
        let sides = try expressions(DerivationPoint(values: values))
        count = sides.count
        for (index, (left, right)) in zip(sides, sides.dropFirst()).enumerated() {
            let step = steps.indices.contains(index) ? steps[index] : .equal
            if step.holds(left, right, within: tolerance) { continue }
            let place = ranges.map { "\($0.key) = \(values[$0.key] ?? .nan)" }.joined(separator: ", ")
            print("\(label): step \(index + 1) does not hold: \(left) \(step.rawValue) \(right) at \(place)")
            return
        }
    }
    print("\(label): \(max(count - 1, 0)) steps hold at 100 points, to \(tolerance)")
}
