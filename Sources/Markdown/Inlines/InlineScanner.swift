/// Finds where the pieces of running text end whose inside is not Markdown: code, raw HTML, formulas, destinations.
///
/// A search for a closing mark that fails is not repeated, so that reading takes time linear in the text.
struct InlineScanner {
    let bytes: [UInt8]
    /// For each length of a run of backticks, where such runs start; found at the first question.
    private var backtickRuns: [Int: [Int]]?
    /// For each length of a run of backticks the last one passed, once a closing run was looked for in vain.
    private var lastRuns: [Int: Int]?
    /// Closing marks of raw HTML that were looked for in vain.
    var missingMarks: Set<HTMLMark> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at an offset, or nil behind the end.
    func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Whether some text stands at an offset.
    func isNext(_ text: String, at start: Int) -> Bool {
        start <= bytes.count && bytes[start...].starts(with: text.utf8)
    }

    /// The offset behind a run of one byte.
    func runEnd(at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
        return end
    }
}

// MARK: - Code spans

extension InlineScanner {
    /// libcmark matches no longer runs.
    private static let longestRun = 80

    /// The offset behind the code span that a run of backticks opens, if another run of the same length closes it.
    mutating func codeSpanEnd(at start: Int) -> Int? {
        let end = runEnd(at: start)
        let width = end - start
        guard width <= Self.longestRun else { return nil }
        if backtickRuns == nil { backtickRuns = findRuns() }
        guard let runs = backtickRuns?[width] else { return nil }
        let next = runs.partitioningIndex { $0 >= end }
        return next < runs.count ? runs[next] + width : nil
    }

    /// The same for the code span that is read next, with libcmark's memory: once it looked in vain for a closing run, it
    /// trusts the last run of each length that it passed, and so overlooks some.
    mutating func nextCodeSpanEnd(at start: Int) -> Int? {
        let end = runEnd(at: start)
        guard end - start <= Self.longestRun else { return nil }
        if let lastRuns, lastRuns[end - start, default: 0] <= end { return nil }
        guard let found = codeSpanEnd(at: start) else {
            lastRuns = backtickRuns?.compactMapValues(\.last)
            return nil
        }
        if lastRuns != nil {
            for (width, runs) in backtickRuns ?? [:] {
                let behind = runs.partitioningIndex { $0 >= found }
                if behind > 0, runs[behind - 1] >= end { lastRuns?[width] = runs[behind - 1] }
            }
        }
        return found
    }

    private func findRuns() -> [Int: [Int]] {
        var runs: [Int: [Int]] = [:]
        var start = 0
        while start < bytes.count {
            guard bytes[start] == UInt8(ascii: "`") else {
                start += 1
                continue
            }
            let end = runEnd(at: start)
            runs[end - start, default: []].append(start)
            start = end
        }
        return runs
    }
}
