/// Finds code spans: a run of backticks and the next run as long.
struct CodeSpanFinder {
    private let bytes: [UInt8]
    /// For each length of run, where such runs start, in descending order; found at the first question.
    private var runs: [Int: [Int]]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The end of the code span that a run of backticks opens, if another run closes it.
    ///
    /// Questions must come in ascending order.
    mutating func end(at start: Int) -> Int? {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
        let width = end - start
        if runs == nil { runs = findRuns(from: start) }
        while let last = runs?[width]?.last, last < end { runs?[width]?.removeLast() }
        return runs?[width]?.last.map { $0 + width }
    }

    private func findRuns(from start: Int) -> [Int: [Int]] {
        var runs: [Int: [Int]] = [:]
        var end = bytes.count
        while end > start {
            end -= 1
            guard bytes[end] == UInt8(ascii: "`") else { continue }
            var first = end
            while first > start, bytes[first - 1] == UInt8(ascii: "`") { first -= 1 }
            runs[end - first + 1, default: []].append(first)
            end = first
        }
        return runs
    }
}
