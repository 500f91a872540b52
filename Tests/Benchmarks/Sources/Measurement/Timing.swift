import Foundation

/// The seconds of processor time of the fastest of several runs: what other programs on the machine disturb
/// least.
public func fastest(of runs: Int, _ body: () -> Void) -> Double {
    let times = (0..<runs).map { _ in
        let start = threadSeconds()
        body()
        return threadSeconds() - start
    }
    return times.min() ?? .infinity
}

private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
