import Markdown

/// A fenced block of Swift in a chapter, with its options and the output recorded below it.
public struct SwiftBlock: Sendable, Hashable {
    /// What running the block is expected to do.
    public enum Expectation: String, Sendable, Hashable, CaseIterable {
        /// Compiles and runs to its end.
        case runs
        /// Is shown only, neither compiled nor run.
        case `static`
        /// Must not compile; what the compiler says is the recorded output.
        case fails
        /// Must trap; what it printed and the runtime's last words are the recorded output.
        case traps
    }

    /// What a block knows of those above it, and those below of it.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// What is declared above is known here, and what is declared here is known below.
        case shared
        /// What is declared above is known here; what is declared here ends with the block.
        case own
        /// A fresh start: nothing that is declared above is known here or below.
        case reset
    }

    /// How the block appears on its page.
    public enum Visibility: String, Sendable, Hashable, CaseIterable {
        /// Code and output.
        case shown
        /// Neither code nor output.
        case hidden
        /// The code is folded away behind its caption; the output shows.
        case folded
    }

    /// The block's place among the chapter's Swift blocks, from 1.
    public internal(set) var ordinal: Int
    /// The identifier of `id=…`, by which commands and references name it.
    public let id: String?
    /// What running it is expected to do.
    public let expectation: Expectation
    /// What it knows of other blocks, and they of it.
    public let scope: Scope
    /// How it appears.
    public let visibility: Visibility
    /// How far numbers of the output may move; exact if nil.
    public let tolerance: Tolerance?
    /// What of the output may vary; nothing if nil.
    public let variation: Variation?
    /// How long the block may run; the book's limit if nil.
    public let timeout: Duration?
    /// What stands below the block, as Markdown source.
    public let caption: String?
    /// The Swift source.
    public let code: String
    /// Where the block stands: the fence, its lines and its info string.
    public let fence: Fence
    /// The bytes of the whole block in its file.
    public let range: Range<Int>
    /// The `output` fence directly below, if there is one.
    public let recorded: RecordedOutput?

    /// The Swift source as its page shows it: without the lines that end in `// hidden`, which run all the same.
    public var shownCode: String {
        guard code.contains("// hidden") else { return code }
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { line in
            !String(line.reversed().drop(while: \.isWhitespace).reversed()).hasSuffix("// hidden")
        }.joined(separator: "\n")
    }

    /// How commands name the block: its identifier, or its ordinal.
    public var name: String { id ?? String(ordinal) }
}

/// How far a number of an output may be from the recorded one.
public struct Tolerance: Sendable, Hashable, Codable {
    /// The bound: a number passes if it differs from the recorded one by at most `bound · max(1, |recorded|)`.
    public let bound: Double

    /// A tolerance with a bound above 0.
    public init(bound: Double) {
        self.bound = bound
    }
}

/// What a block printed when its output was last accepted.
public struct RecordedOutput: Sendable, Hashable {
    /// The text; empty or ending with a newline.
    public let text: String
    /// Where it stands.
    public let fence: Fence
    /// The bytes of the whole output fence.
    public let range: Range<Int>
}

/// A link with the scheme `swift:`: a value or claim in running text that is computed at that point of the chapter.
public struct InlineValue: Sendable, Hashable {
    /// The value's place among the chapter's inline values, from 1.
    public internal(set) var ordinal: Int
    /// The Swift expression.
    public let expression: String
    /// The bytes of the expression.
    public let expressionRange: Range<Int>
    /// The text between the brackets: for a value what was recorded, for a claim any words.
    public let recorded: String
    /// The bytes between the brackets.
    public let contentRange: Range<Int>
    /// The bytes of the whole link.
    public let range: Range<Int>
    /// Whether the text is plain, so that acceptance may replace it.
    public let isPlainText: Bool
}

/// One thing a chapter computes, in the order of the page.
public enum Step: Sendable, Hashable {
    /// A Swift block.
    case block(SwiftBlock)
    /// An inline value or a claim.
    case value(InlineValue)

    /// The bytes it stands on.
    public var range: Range<Int> {
        switch self {
        case .block(let block): block.range
        case .value(let value): value.range
        }
    }
}
