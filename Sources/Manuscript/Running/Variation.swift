/// What of a block's output may come out otherwise in every run: said by its author, and shown to the reader.
public struct Variation: Sendable, Hashable {
    /// What it says: `lines`, or a pattern.
    public let written: String

    /// Whether the lines may stand in any order.
    public var isOfOrder: Bool { written == "lines" }

    /// A variation, unless it is no pattern, or would let pass what must be the same.
    init(_ written: String) throws(Mistake) {
        self.written = written
        if written == "lines" { return }
        guard let pattern = try? Regex(written) else { throw .noPattern }
        if (try? pattern.wholeMatch(in: "")) != nil { throw .matchesNothing }
        // A number that varies cannot be told from a wrong one: something must stand around it.
        let numbers = ["0", "7", "42", "-3", "0.97", "12.5", "1e-05", "1,024"]
        if numbers.contains(where: { (try? pattern.wholeMatch(in: $0)) != nil }) { throw .matchesNumbers }
        if (try? pattern.wholeMatch(in: "any words at all, and 3 numbers")) != nil { throw .matchesAll }
    }

    /// Why something is no variation.
    enum Mistake: Error {
        case noPattern, matchesNothing, matchesNumbers, matchesAll
    }

    /// An output with the parts that may vary made the same, to be compared.
    public func settled(_ text: String) -> String {
        if isOfOrder {
            return text.split(separator: "\n", omittingEmptySubsequences: false).sorted().joined(
                separator: "\n")
        }
        guard let pattern = try? Regex(written) else { return text }
        return text.replacing(pattern, with: "…")
    }
}

extension Variation.Mistake {
    /// What is wrong with it, and what to write instead.
    var explanation: (summary: String, help: String) {
        switch self {
        case .noPattern:
            (
                "this is no pattern",
                "write varies=lines for their order, or a regular expression of Swift in quotes"
            )
        case .matchesNothing:
            (
                "this pattern matches nothing at all",
                "let it match what varies and no less, such as 0x[0-9a-f]+"
            )
        case .matchesNumbers:
            (
                "this pattern matches any number, so that none would be checked",
                "let it match what stands around the number too, such as \\d+ ms"
            )
        case .matchesAll:
            ("this pattern matches anything", "let it match what varies and no more, such as 0x[0-9a-f]+")
        }
    }
}
