/// What an expression of type `Bool` says, as far as its text tells. Negations are carried to the comparisons.
public indirect enum Predicate: Sendable, Hashable {
    /// Two amounts compared.
    case comparison(Comparison)
    /// Something holds of every element of a collection.
    case all(Predicate)
    /// Something holds of at least one element.
    case some(Predicate)
    /// The number of elements of which something holds, compared.
    case counted(Predicate, Comparison)
    /// All of these hold.
    case conjunction([Predicate])
    /// One of these holds, at least.
    case disjunction([Predicate])
    /// It is the same whatever the program computes: the reason.
    case constant(String)
    /// A variable or a call that gives a truth value, and cannot be looked into.
    case opaque

    /// Why the expression is the same whatever the program computes; nil if it is not.
    public var constancy: String? {
        if case .constant(let reason) = self { reason } else { nil }
    }
}

extension Predicate {
    /// One of several holds. What is always so on one side is always so; so is a thing or its contrary.
    static func any(of parts: [Predicate]) -> Predicate {
        if let constant = parts.lazy.compactMap(\.constancy).first {
            return .constant("on one side of || " + constant)
        }
        for (index, part) in parts.enumerated() {
            for other in parts[..<index] where part.coversEverything(with: other) {
                return .constant("one of its sides always holds")
            }
        }
        return .disjunction(parts)
    }

    /// All of several hold. What is always so adds nothing.
    static func every(of parts: [Predicate]) -> Predicate {
        let rest = parts.filter { $0.constancy == nil }
        return rest.isEmpty ? parts[0] : rest.count == 1 ? rest[0] : .conjunction(rest)
    }

    private func coversEverything(with other: Predicate) -> Bool {
        guard case .comparison(let left) = self, case .comparison(let right) = other,
            left.terms == right.terms
        else { return false }
        switch (left.relation, right.relation) {
        case (.equal, .unequal), (.unequal, .equal): return left.threshold == right.threshold
        case (.less, .greater), (.less, .atLeast), (.atMost, .greater), (.atMost, .atLeast):
            return left.threshold > right.threshold
                || left.threshold == right.threshold && (left.relation, right.relation) != (.less, .greater)
        case (.greater, .less), (.greater, .atMost), (.atLeast, .less), (.atLeast, .atMost):
            return other.coversEverything(with: self)
        default: return false
        }
    }
}
