import Diagnostics
import Manuscript

/// A chapter's program as it runs: what it has told so far, step by step.
struct ChapterRun: Watcher {
    let chapter: Chapter
    let limits: Limits
    /// Told the name of every block that begins.
    let onBlock: (String) -> Void
    /// By these paths the debug information knows the program.
    let paths: Set<String>

    private(set) var outcomes: [Outcome]
    private(set) var deadline: ContinuousClock.Instant?
    /// What went wrong in a way that makes going on useless.
    private(set) var problem: Diagnostic?
    /// Whether the program has run past its last step.
    private(set) var hasEnded = false
    /// The step that runs.
    private(set) var current: Int?
    /// Looks for too many processes.
    var crowding: Crowding?
    /// Whether they were too many.
    private(set) var isCrowded = false

    private var stream: RecordStream
    private var printed: [UInt8] = []
    private var printedBefore = 0
    private var figures: [ObservedFigure] = []
    private var value: ObservedValue?
    private var trap: (status: CInt, words: String)?
    private var errors: [UInt8] = []

    init(
        _ chapter: Chapter, limits: Limits, mark: String, paths: Set<String>,
        onBlock: @escaping (String) -> Void
    ) {
        self.chapter = chapter
        self.limits = limits
        self.paths = paths
        self.onBlock = onBlock
        outcomes = Array(repeating: .notRun, count: chapter.steps.count)
        stream = RecordStream(mark: mark)
        deadline = .now + limits.time
    }

    var wantsStop: Bool { problem != nil || isTooLong || isCrowded }
    var isTooLong: Bool { printedBefore + printed.count > limits.output }

    /// What the program wrote to standard error, its middle left out if it is long.
    var words: String { String(decoding: errors, as: UTF8.self) }

    /// The last lines that the step that runs has printed.
    var lastLines: String {
        let text = String(decoding: printed.suffix(2_000), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).suffix(9).joined(separator: "\n")
    }

    /// How long the step that runs may take.
    var timeLimit: Duration {
        guard let current, case .block(let block) = chapter.steps[current] else { return limits.time }
        return block.timeout ?? limits.time
    }

    mutating func look() {
        isCrowded = crowding?.isTooMuch() ?? false
    }

    mutating func receive(output: UnsafeBufferPointer<UInt8>) {
        for piece in stream.receive(output) { handle(piece) }
    }

    mutating func receive(errors bytes: UnsafeBufferPointer<UInt8>) {
        errors += bytes
        let kept = 1 << 16
        if errors.count > 4 * kept { errors.removeSubrange(kept..<(errors.count - kept)) }
    }

    /// Takes in what is left when the program has ended.
    mutating func finish() {
        for piece in stream.finish() { handle(piece) }
    }

    private mutating func handle(_ piece: RecordStream.Piece) {
        guard !wantsStop else { return }
        switch piece {
        case .printed(let bytes): printed += bytes
        case .record(.step(let index)):
            finishStep()
            guard chapter.steps.indices.contains(index) else { return }
            current = index
            deadline = .now + timeLimit
            if case .block(let block) = chapter.steps[index] { onBlock(block.name) }
        case .record(.figure(let text, let svg)):
            let start = printed.count
            printed += text.utf8
            figures.append(ObservedFigure(textRange: start..<printed.count, svg: svg))
        case .record(.value(let value)): self.value = value
        case .record(.trap(let status, let words)): trap = (status, words)
        case .record(.end):
            finishStep()
            hasEnded = true
        }
    }

    private mutating func finishStep() {
        defer {
            printedBefore += printed.count
            printed = []
            figures = []
            value = nil
            trap = nil
            current = nil
        }
        guard let current else { return }
        let location = SourceMap(chapter: chapter).location(ofStep: current)
        guard let text = String(validating: printed, as: UTF8.self) else {
            problem = notUTF8(printed, at: location)
            return
        }
        switch chapter.steps[current] {
        case .block(let block) where block.expectation == .traps:
            outcomes[current] = trapOutcome(block, text: text, at: location)
        case .block: outcomes[current] = .ran(BlockOutput(text: text, figures: figures))
        case .value:
            guard text.isEmpty else {
                problem = .error(
                    "an inline value must not print, but this one does", at: location, explanation: lastLines,
                    help: "print in a block, and use here what it computed")
                return
            }
            outcomes[current] = value.map { .value($0) } ?? .notRun
        }
    }

    private mutating func trapOutcome(_ block: SwiftBlock, text: String, at location: SourceLocation)
        -> Outcome
    {
        guard let trap, case .signalled(let signal) = Ending(status: trap.status) else {
            problem = .error(
                "block '\(block.name)' should trap, but it ran to its end", at: location,
                explanation: text.isEmpty ? nil : "it printed:\n\(lastLines)",
                help: "take the word 'traps' away, or let the block trap")
            return .notRun
        }
        let message = Crash(trap.words, signal: signal, paths: paths).message
        let separator = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        return .trapped(BlockOutput(text: "\(text)\(separator)\(message)\n", figures: figures))
    }
}

private func notUTF8(_ bytes: [UInt8], at location: SourceLocation) -> Diagnostic {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    scan: while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .error, .emptyInput: break scan
        }
    }
    let before = String(decoding: bytes[..<offset].suffix(40), as: UTF8.self)
    let byte = offset < bytes.count ? String(bytes[offset], radix: 16) : "?"
    return .error(
        "the output has the byte 0x\(byte) at offset \(offset), which is no UTF-8", at: location,
        explanation: before.isEmpty ? nil : "it stands after: \(before)",
        help: "print text; write bytes as numbers, or to a file")
}
