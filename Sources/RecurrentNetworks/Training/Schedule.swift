/// A learning rate for each update, counted from 0.
///
/// ```swift
/// let schedule = Schedule.cosine(from: 0.01, over: 1000).warmedUp(over: 50)
/// trainer.optimiser.rule.rate = schedule.rate(trainer.updates)
/// ```
public struct Schedule: Sendable {
    /// The rate at an update.
    public let rate: @Sendable (_ update: Int) -> Double

    /// A schedule of one's own.
    public init(_ rate: @escaping @Sendable (_ update: Int) -> Double) { self.rate = rate }

    /// The same rate at all times.
    public static func constant(_ rate: Double) -> Schedule { Schedule { _ in rate } }

    /// $\eta\,\gamma^{\lfloor t / n \rfloor}$: every n updates the rate is multiplied by `factor`.
    public static func steps(from rate: Double, every n: Int, factor: Double) -> Schedule {
        Schedule { update in (0..<update / max(n, 1)).reduce(rate) { rate, _ in rate * factor } }
    }

    /// Half a period of a cosine from `rate` to `end` over so many updates, `end` from there on (Loshchilov & Hutter
    /// 2017).
    public static func cosine(from rate: Double, to end: Double = 0, over count: Int) -> Schedule {
        Schedule { update in
            let share = min(Double(update) / Double(max(count, 1)), 1)
            return end + (rate - end) * halfCosine(share)
        }
    }

    /// The same, but over the first updates in a line from 0.
    public func warmedUp(over count: Int) -> Schedule {
        Schedule { [rate] update in min(Double(update + 1) / Double(max(count, 1)), 1) * rate(update) }
    }
}

/// $(1 + \cos \pi s) / 2$ for s in 0…1, as $\cos^2(\pi s / 2)$ by Taylor's series, to some 15 digits.
private func halfCosine(_ s: Double) -> Double {
    // The series of the nearer of sine and cosine.
    let isNearEnd = s > 0.5
    let x = (isNearEnd ? 1 - s : s) * (0.5 * Double.pi)
    let (square, first) = (x * x, isNearEnd ? 1.0 : 0.0)
    var (term, sum) = (isNearEnd ? x : 1, isNearEnd ? x : 1.0)
    for k in 1...11 {
        let n = 2 * Double(k) + first
        term *= -square / (n * (n - 1))
        sum += term
    }
    return sum * sum
}
