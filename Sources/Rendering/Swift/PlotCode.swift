import Manuscript

extension SwiftBlock {
    /// The code without the lines at its end that only show figures, and these lines: calls of `show` that stand at the
    /// start of a line, if they are long enough to be in a reader's way.
    var plotCode: (rest: String, plots: String)? {
        let lines = shownCode.split(separator: "\n", omittingEmptySubsequences: false)
        var start = lines.endIndex
        for index in lines.indices.reversed() {
            let line = lines[index]
            if line.hasPrefix("show(") { start = index }
            guard line.isEmpty || line.hasPrefix("show(") || " \t)]}".contains(line.prefix(1)) else { break }
        }
        let plots = lines[start...]
        guard plots.count(where: { !$0.isEmpty }) >= 3 else { return nil }
        let rest = lines[..<start].joined(separator: "\n")
        return (
            rest.trimmingPrefix { $0.isNewline }.isEmpty ? "" : rest + "\n", plots.joined(separator: "\n")
        )
    }
}
