/// How far gradients travel back in time.
public enum Truncation: Hashable, Sendable {
    /// To the first step.
    case none
    /// Sequences are cut into windows of so many steps: states pass from one to the next, gradients do not.
    case windows(Int)
    /// Gradients are multiplied by the t-th number on their way from step t to the step before: 0 cuts.
    case weighted([Double])

    /// Cuts before each step with the given probability, and divides by its complement what passes: the
    /// expected gradient is then the whole one (Tallec & Ollivier 2017).
    public static func random(
        probability: Double, steps: Int, using generator: inout PCG64
    ) -> Truncation {
        .weighted((0..<steps).map { _ in generator.uniform() < probability ? 0 : 1 / (1 - probability) })
    }

    /// What gradients are multiplied by between step `t` and the step before.
    func factor(before t: Int) -> Double {
        switch self {
        case .none: 1
        case .windows(let length): t.isMultiple(of: length) ? 0 : 1
        case .weighted(let factors): factors[t]
        }
    }

    /// - Throws: ``DataError`` if this says nothing about a sequence of so many steps.
    func check(steps: Int) throws(DataError) {
        switch self {
        case .none: break
        case .windows(let length):
            if length < 1 { throw .truncation("a window of \(length) steps; it takes at least 1") }
        case .weighted(let factors):
            if factors.count < steps {
                throw .size(of: "factors of the truncation", expected: steps, found: factors.count)
            }
            if !factors.allSatisfy({ $0.isFinite }) { throw .truncation("a factor is not a finite number") }
        }
    }
}
