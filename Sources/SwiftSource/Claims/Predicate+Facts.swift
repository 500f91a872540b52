/// What can be told of something said in words, given an expression.
public enum Answer: Sendable, Hashable {
    /// The expression says so.
    case yes
    /// It does not.
    case no
    /// There is no telling: a call or a variable decides, or one of several cases does.
    case unknown
}

extension Predicate {
    /// Whether the expression says of every case what a test finds in a comparison.
    ///
    /// Of several things that all hold one is enough; where one of several holds, each must say so. Inside a quantifier
    /// an alternative is as often a condition (`$0 > limit || …`), and there is no telling.
    public func says(isGuarded: Bool = false, _ test: (Comparison) -> Bool) -> Answer {
        switch self {
        case .comparison(let comparison): return test(comparison) ? .yes : .no
        case .all(let inner), .some(let inner): return inner.says(isGuarded: true, test)
        case .counted(let inner, let comparison):
            return test(comparison) ? .yes : inner.says(isGuarded: true, test)
        case .conjunction(let parts):
            let answers = parts.map { $0.says(isGuarded: isGuarded, test) }
            return answers.contains(.yes) ? .yes : answers.contains(.unknown) ? .unknown : .no
        case .disjunction(let parts):
            let answers = parts.map { $0.says(isGuarded: isGuarded, test) }
            if answers.allSatisfy({ $0 == .yes }) { return .yes }
            if isGuarded, answers.contains(.yes) { return .unknown }
            return answers.contains(.no) ? .no : .unknown
        case .constant: return .no
        case .opaque: return .unknown
        }
    }

    /// Whether the expression speaks of every element of something.
    public func isUniversal(_ test: (Comparison) -> Bool) -> Answer {
        switch self {
        case .all: return .yes
        case .some: return .no
        case .counted(_, let comparison): return comparison.relation == .equal ? .yes : .unknown
        case .comparison(let comparison):
            return test(comparison) || comparison.boundsEveryElement == true ? .yes : .no
        case .conjunction(let parts):
            let answers = parts.map { $0.isUniversal(test) }
            // Several things said one by one may be all there are.
            return answers.contains(.yes) ? .yes : .unknown
        case .disjunction(let parts):
            let answers = parts.map { $0.isUniversal(test) }
            return answers.allSatisfy { $0 == .yes } ? .yes : answers.contains(.no) ? .no : .unknown
        case .constant: return .no
        case .opaque: return .unknown
        }
    }

    /// Whether it says that there is an element of which something holds.
    public var isExistential: Bool {
        switch self {
        case .some: true
        case .conjunction(let parts): parts.contains(where: \.isExistential)
        default: false
        }
    }

    /// Every comparison in it.
    public var comparisons: [Comparison] {
        switch self {
        case .comparison(let comparison): [comparison]
        case .all(let inner), .some(let inner): inner.comparisons
        case .counted(let inner, let comparison): inner.comparisons + [comparison]
        case .conjunction(let parts), .disjunction(let parts): parts.flatMap(\.comparisons)
        case .constant, .opaque: []
        }
    }
}
