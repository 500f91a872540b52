import Diagnostics
import Manuscript

/// A chapter's program as it runs: what it has told so far, step by step.
struct ChapterRun: Watcher {
    let chapter: Chapter
    let limits: Limits
    /// Told the name of every block that begins.
    let onBlock: (String) -> Void
    /// The steps that run, in order, and the words that only the program knows.
    let program: Program

    private(set) var outcomes: [Outcome]
    private(set) var deadline: ContinuousClock.Instant?
    /// What went wrong in a way that makes going on useless.
    private(set) var problem: Diagnostic?
    /// Whether the program has run past its last step.
    private(set) var hasEnded = false
    /// The step that runs.
    private(set) var current: Int?
    /// Looks for what the program takes too much of.
    var consumption: Consumption?
    /// What that is.
    private(set) var excess: Consumption.Excess?

    private var reader: RecordReader
    /// How many steps were entered.
    private var entered = 0
    private var printed: [UInt8] = []
    private var printedBefore = 0
    /// How many bytes the drawings have.
    private(set) var drawn = 0
    private var figures: [ObservedFigure] = []
    private var value: ObservedValue?
    private var trap: (status: CInt, words: String)?
    private var errors: [UInt8] = []

    init(
        _ chapter: Chapter, _ program: Program, limits: Limits, reader: RecordReader,
        onBlock: @escaping (String) -> Void
    ) {
        self.chapter = chapter
        self.program = program
        self.limits = limits
        self.reader = reader
        self.onBlock = onBlock
        outcomes = Array(repeating: .notRun, count: chapter.steps.count)
        deadline = .now + limits.time
    }

    var wantsStop: Bool { problem != nil || isTooLong || excess != nil }
    /// Drawings count as what is printed does: both are on the page.
    var isTooLong: Bool { printedBefore + printed.count + drawn > limits.output }

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
        excess = excess ?? consumption?.look()
    }

    mutating func receive(output: UnsafeBufferPointer<UInt8>) {
        if !wantsStop { printed += output }
    }

    mutating func receive(channel: UnsafeBufferPointer<UInt8>) -> Int {
        let records = reader.receive(channel)
        for record in records where !wantsStop { handle(record) }
        if reader.isBroken { problem = problem ?? interference }
        return wantsStop ? 0 : records.count
    }

    mutating func receive(errors bytes: UnsafeBufferPointer<UInt8>) {
        errors += bytes
        let kept = 1 << 16
        if errors.count > 4 * kept { errors.removeSubrange(kept..<(errors.count - kept)) }
    }

    /// Nothing but the runtime, in the order of the chapter, has anything to record.
    private mutating func handle(_ record: RunRecord) {
        guard !hasEnded else {
            problem = interference
            return
        }
        let step = current.map { chapter.steps[$0] }
        switch (record, step) {
        case (.step(let index, let word), _):
            guard entered < program.entries.count, program.entries[entered] == (index, word) else {
                problem = interference
                return
            }
            finishStep()
            entered += 1
            current = index
            deadline = .now + timeLimit
            if case .block(let block) = chapter.steps[index] { onBlock(block.name) }
        case (.figure(let text, let svg), _?):
            let start = printed.count
            printed += text.utf8
            figures.append(ObservedFigure(textRange: start..<printed.count, svg: svg))
            drawn += svg.utf8.count
        case (.claim(let holds), .value?) where value == nil: value = .claim(holds)
        case (.integer(let digits), .value?) where value == nil: value = .integer(digits)
        case (.floating(let number), .value?) where value == nil: value = .floating(number)
        case (.text(let text), .value?) where value == nil: value = .text(text)
        case (.trap(let status, let words), .block(let block)?)
        where trap == nil && block.expectation == .traps:
            trap = (status, words)
        case (.end(let word), _):
            guard word == program.endWord, entered == program.entries.count else {
                problem = interference
                return
            }
            finishStep()
            hasEnded = true
        default: problem = interference
        }
    }

    private var interference: Diagnostic {
        let map = SourceMap(chapter: chapter)
        return .error(
            "\(current.map(map.name(ofStep:)) ?? "the chapter") interferes with what is recorded of the chapter",
            at: current.map { map.location(ofStep: $0) },
            help: "a block prints and shows; it must not write to what it did not open")
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
            guard let value else {
                problem = interference
                return
            }
            outcomes[current] = .value(value)
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
        let message = Crash(trap.words, signal: signal).message
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
