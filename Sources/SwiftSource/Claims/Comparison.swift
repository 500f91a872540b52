/// How two amounts stand to one another.
public enum Relation: Sendable, Hashable {
    /// `<`
    case less
    /// `<=`
    case atMost
    /// `>`
    case greater
    /// `>=`
    case atLeast
    /// `==`
    case equal
    /// `!=`
    case unequal

    /// The relation with its sides exchanged.
    public var flipped: Relation {
        switch self {
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        case .equal: .equal
        case .unequal: .unequal
        }
    }

    /// The relation that holds where this one does not.
    public var negated: Relation {
        switch self {
        case .less: .atLeast
        case .atMost: .greater
        case .greater: .atMost
        case .atLeast: .less
        case .equal: .unequal
        case .unequal: .equal
        }
    }

    /// Whether it says which of two amounts is larger.
    public var isOrdering: Bool { self != .equal && self != .unequal }

    /// Whether it bounds from above.
    public var isUpper: Bool { self == .less || self == .atMost }

    /// Whether what stands so to a number stands in another relation to it as well.
    public func implies(_ other: Relation) -> Bool {
        switch (self, other) {
        case (.less, .atMost), (.greater, .atLeast), (.equal, .atMost), (.equal, .atLeast),
            (.less, .unequal), (.greater, .unequal):
            true
        default: self == other
        }
    }

    /// The relation of an operator of Swift.
    init?(operator text: String) {
        switch text {
        case "<": self = .less
        case "<=": self = .atMost
        case ">": self = .greater
        case ">=": self = .atLeast
        case "==", "===": self = .equal
        case "!=", "!==": self = .unequal
        default: return nil
        }
    }

    /// The operator of Swift.
    public var text: String {
        switch self {
        case .less: "<"
        case .atMost: "<="
        case .greater: ">"
        case .atLeast: ">="
        case .equal: "=="
        case .unequal: "!="
        }
    }
}

/// Two amounts compared: a sum of things times numbers, against a number. `2 * a > b` is `a - 0.5 * b > 0`, and
/// `0.1 > x` is `x < 0.1`.
public struct Comparison: Sendable, Hashable {
    /// The things compared, with what each is multiplied by; the first has 1. Empty where two numbers with names are.
    let terms: [Term]
    /// How they stand to the number.
    public let relation: Relation
    /// The number.
    let threshold: Double
    /// The numbers on both sides, if there is nothing else.
    let sides: [Double]
    /// The number of one side as it is written, where the other has none: 10 in `2 * x < 10`.
    let written: WrittenBound?

    /// A number that one side is, and how the other stands to it.
    struct WrittenBound: Sendable, Hashable {
        let relation: Relation
        let number: Double
    }

    /// A thing and what it is multiplied by.
    struct Term: Sendable, Hashable {
        let thing: Thing
        let factor: Double
    }

    /// Compares two sums.
    init(_ left: LinearForm, _ relation: Relation, _ right: LinearForm) {
        let difference = left - right
        if let number = right.number, left.constant == 0 {
            written = WrittenBound(relation: relation, number: number)
        } else if let number = left.number, right.constant == 0 {
            written = WrittenBound(relation: relation.flipped, number: number)
        } else {
            written = nil
        }
        let terms = difference.terms.filter { $0.value != 0 }.sorted { $0.key.text < $1.key.text }
        guard let first = terms.first?.value else {
            self.terms = []
            self.relation = relation
            threshold = right.constant
            sides = [left.constant, right.constant]
            return
        }
        self.terms = terms.map { Term(thing: $0.key, factor: $0.value / first) }
        self.relation = first < 0 ? relation.flipped : relation
        threshold = -difference.constant / first + 0
        sides = []
    }
}

// MARK: - What it says of a number

extension Comparison {
    /// Every number that it compares with, and how: `x < 5` and `5 > x` say `<` of 5; `2 * a > b` says `>` of one half,
    /// and `<` of 2, of the other.
    public var bounds: [(relation: Relation, number: Double)] {
        var bounds: [(relation: Relation, number: Double)] = [(relation, threshold)]
        if let written { bounds.append((written.relation, written.number)) }
        if sides.count == 2 {
            return [(relation, sides[1]), (relation.flipped, sides[0])]
        }
        if terms.count > 1 { bounds.append((relation.flipped, -threshold + 0)) }
        if terms.count == 2, threshold == 0, terms[1].factor < 0 {
            bounds.append((relation, -terms[1].factor))
            bounds.append((relation.flipped, -1 / terms[1].factor))
        }
        guard terms.count == 1 else { return bounds }
        switch terms[0].thing.kind {
        case .quotient where threshold > 0: bounds.append((relation.flipped, 1 / threshold))
        case .magnitude(let inner):
            if relation.isUpper {
                bounds.append((relation.flipped, -threshold))
                // |x - 5| < small says that x is 5.
                let centre = Comparison(inner, .equal, LinearForm(0))
                if threshold <= Self.small, !centre.terms.isEmpty { bounds += centre.bounds }
            }
        default: break
        }
        return bounds
    }

    /// Whether it says that two things are the same: exactly, or up to a small number.
    public func saysSame(exactly: Bool) -> Bool {
        if relation == .equal { return true }
        return !exactly && relation.isUpper && terms.count == 1 && threshold > 0 && threshold <= Self.small
    }

    /// Whether it compares two things that are computed, and not one with a number.
    public var comparesTwoThings: Bool { terms.count > 1 }

    /// What a difference may come to between two things that a text may call the same.
    private static let small = 0.01

    /// Whether it bounds every element of a collection, as a bound on its maximum from above does. Nil if it reads no
    /// collection as a whole.
    public var boundsEveryElement: Bool? {
        let seen = terms.filter { !$0.thing.views.isEmpty }
        if seen.isEmpty { return nil }
        return seen.allSatisfy { term in
            let bound = term.factor > 0 ? self.relation : self.relation.flipped
            return term.thing.views.allSatisfy { view in
                switch view {
                case .smallest: !bound.isUpper
                case .largest, .whole: bound.isUpper || bound == .equal
                }
            }
        }
    }

    /// Whether it compares two elements of one sequence, and then, whether it says that the sequence rises.
    public var rises: Bool? {
        guard terms.count == 2, threshold == 0, terms[1].factor == -1, relation.isOrdering,
            let first = terms[0].thing.element, let second = terms[1].thing.element,
            first.sequence == second.sequence, first.position != second.position
        else { return nil }
        return (first.position > second.position) != relation.isUpper
    }
}
