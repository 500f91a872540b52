import Diagnostics
import Manuscript
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Compiles and runs what one chapter asks for: its program, and each block that must not compile.
struct ChapterExecution: Sendable {
    let chapter: Chapter
    let compiler: ChapterCompiler
    let limits: Limits
    /// What the program finds in the folder it runs in.
    let data: DataFolder
    let progress: @Sendable (ExecutionProgress) -> Void

    /// What became of the chapter's program.
    struct Result: Sendable {
        var outcomes: [Outcome]
        var warnings: [TranscriptCache.Warning] = []
        var failure: ExecutionError?
    }

    private var map: SourceMap { SourceMap(chapter: chapter) }

    /// Compiles the chapter's programs, of which it has one for each fresh start, and runs them in order.
    func runProgram() -> Result {
        var result = Result(outcomes: Array(repeating: .notRun, count: chapter.steps.count))
        for steps in chapter.scopes where result.failure == nil {
            let part = run(steps)
            result.outcomes.replaceSubrange(steps, with: part.outcomes[steps])
            result.warnings += part.warnings
            result.failure = part.failure
        }
        return result
    }

    /// Compiles the program of some steps and runs it.
    private func run(_ steps: Range<Int>) -> Result {
        var result = Result(outcomes: Array(repeating: .notRun, count: chapter.steps.count))
        let needsProgram = chapter.steps[steps].contains { step in
            if case .block(let block) = step { [.runs, .traps].contains(block.expectation) } else { true }
        }
        guard needsProgram else { return result }
        do throws(ExecutionError) {
            let folder = try compiler.scratch.makeTemporaryFolder(chapter.slug)
            defer { compiler.scratch.removeTemporaryFolder(folder) }
            let source = "\(folder)/\(chapter.slug).swift"
            let executable = "\(folder)/\(chapter.slug)"
            progress(.compiling(slug: chapter.slug))
            let build = try compiler.build(
                Program(running: steps, of: chapter), source: source, executable: executable,
                temporary: folder)
            let messages = CompilerMessage.parse(build.output.text)
            guard build.succeeded else {
                result.failure = refusal(messages, output: build.output.text, source: source)
                return result
            }
            result.warnings = messages.compactMap { message in
                guard message.severity == .warning, message.path == chapter.file.path,
                    let place = map.place(line: message.line, column: message.column),
                    !isOfLocals(message.text, in: place)
                else { return nil }
                return TranscriptCache.Warning(place: place, text: message.text)
            }
            let earlyReads = chapter.earlyReadErrors
            guard earlyReads.isEmpty else {
                result.failure = ExecutionError(.book, earlyReads)
                return result
            }
            try run(executable, source: source, temporary: folder, into: &result)
        } catch {
            result.failure = error
        }
        return result
    }

    /// Compiles a block that must not compile.
    /// - Returns: What the compiler says of it.
    func checkFailure(ofStep index: Int) throws(ExecutionError) -> Outcome {
        let folder = try compiler.scratch.makeTemporaryFolder(chapter.slug)
        defer { compiler.scratch.removeTemporaryFolder(folder) }
        let source = "\(folder)/\(chapter.slug).swift"
        let output = try compiler.check(
            Program(failingAt: index, of: chapter), source: source, temporary: folder)
        var lines: [String] = []
        var isAboutBlock = false
        for message in CompilerMessage.parse(output.text)
        where message.path == chapter.file.path || message.path == source {
            // What a block leaves open, the compiler misses at the end of the program.
            let found = place(of: message)
            guard let place = found ?? map.syntaxError(inStep: index), place.step == index else {
                if message.severity != .note { isAboutBlock = false }
                continue
            }
            // A note belongs to the error or warning before it.
            if message.severity != .note { isAboutBlock = message.severity == .error }
            guard isAboutBlock else { continue }
            lines.append("\(place.line):\(place.column): \(message.severity.rawValue): \(message.text)\n")
        }
        guard output.ending != .exited(0) else {
            throw ExecutionError(
                .book,
                [
                    .error(
                        "block '\(name(ofStep: index))' must not compile, but it does",
                        at: map.location(ofStep: index),
                        help: "take the word 'fails' away, or let the block be wrong")
                ])
        }
        guard !lines.isEmpty else {
            throw ExecutionError(
                .book,
                [
                    .error(
                        "what the compiler refuses is not block '\(name(ofStep: index))' but something before it",
                        at: map.location(ofStep: index), explanation: output.text,
                        help: "mend what comes before the block")
                ])
        }
        return .refused(lines.joined())
    }

    private func run(
        _ executable: String, source: String, temporary: String, into result: inout Result
    ) throws(ExecutionError) {
        let folder = "\(temporary)/data"
        try data.make(at: folder)
        let mark = Scratch.mark(ofTemporaryFolder: temporary)
        var run = ChapterRun(
            chapter, limits: limits, mark: mark, paths: [chapter.file.path, source],
            onBlock: { [progress, slug = chapter.slug] in progress(.running(slug: slug, block: $0)) })
        let command = Command(
            executable: executable, arguments: [chapter.slug],
            environment: environment(mark: mark, folder: folder, temporary: temporary))
        let child = try onDisk { () throws(DiagnosticError) in try ChildProcess(command) }
        defer { child.closePipes() }
        let family = Family(group: child.id, mark: mark)
        run.crowding = Crowding(family)
        let ending = child.supervise(&run, stopWith: SIGTERM, grace: .milliseconds(200))
        run.finish()
        let leftovers = family.end()
        result.outcomes = run.outcomes
        if ending == .interrupted { throw .interrupted }
        if let problem = run.problem
            ?? ChapterFailure(run: run, ending: ending, leftovers: leftovers).diagnostic
        {
            throw ExecutionError(.book, [problem])
        }
    }

    /// The same for everyone: nothing of the user's environment reaches a chapter.
    private func environment(mark: String, folder: String, temporary: String) -> [String: String] {
        [
            Family.variable: mark, "BOOK_FOLDER": folder, "BOOK_MEMORY": "\(limits.memory)",
            "HOME": temporary, "TMPDIR": temporary, "PATH": "/usr/bin:/bin", "LANG": "C", "LC_ALL": "C",
            "TZ": "UTC",
            // Sets and dictionaries are in the same order in every run.
            "SWIFT_DETERMINISTIC_HASHING": "1",
            "SWIFT_BACKTRACE":
                "enable=yes,color=no,interactive=no,output-to=stderr,threads=crashed,images=none,registers=none,"
                + "sanitize=no,limit=64",
        ]
    }

    /// The compiler's errors in the order of the chapter, each with its notes: the first is likely the cause of others.
    private func refusal(_ messages: [CompilerMessage], output: String, source: String) -> ExecutionError {
        var errors: [(place: SourceMap.Place?, diagnostics: [Diagnostic])] = []
        var isAboutError = false
        for message in messages {
            let place = place(of: message)
            // Whoever says that a block stands elsewhere is believed.
            let isElsewhere = message.path != chapter.file.path && message.path != source
            let text = isElsewhere ? "\(message.path):\(message.line): \(message.text)" : message.text
            let diagnostic = Diagnostic(
                message.severity, text, at: place.map { map.location($0) },
                help: message.severity == .error ? chapter.help(forError: text) : nil)
            if message.severity != .note { isAboutError = message.severity == .error }
            guard isAboutError else { continue }
            if message.severity == .error {
                errors.append((place, [diagnostic]))
            } else {
                errors[errors.count - 1].diagnostics.append(diagnostic)
            }
        }
        guard !errors.isEmpty else {
            return ExecutionError(
                .toolchain,
                [
                    .error(
                        "the compiler cannot make a program of this chapter",
                        at: chapter.file.location(0..<0),
                        explanation: output,
                        help: "see what it says: the disk may be full, or the toolchain broken")
                ])
        }
        let broken = chapter.steps.indices.lazy.filter { !isExpectedToFail($0) }
            .compactMap(map.syntaxError(inStep:)).first
        if let broken {
            // What one step leaves open makes others look wrong, or the end of the program.
            let own = errors.filter { $0.place?.step == broken.step }
            var missed = (errors.last { $0.place == nil } ?? errors[0]).diagnostics[0]
            missed.location = map.location(broken)
            errors = own.isEmpty ? [(broken, [missed])] : own
        }
        errors.sort { ($0.place.map(map.line) ?? .max) < ($1.place.map(map.line) ?? .max) }
        let most = 20
        var diagnostics = errors.prefix(most).flatMap(\.diagnostics)
        if errors.count > most {
            diagnostics.append(
                Diagnostic(.note, "there are \(errors.count - most) more errors in this chapter"))
        }
        return ExecutionError(.book, diagnostics)
    }

    /// Whether a message is of a variable that nothing uses in a scope of its own: in a shared one none is told.
    private func isOfLocals(_ text: String, in place: SourceMap.Place) -> Bool {
        guard case .block(let block) = chapter.steps[place.step], block.scope == .own else { return false }
        return text.contains("was never used") || text.contains("was never mutated")
            || text.contains("but never read")
    }

    /// The place of a message that is about the chapter's own lines.
    private func place(of message: CompilerMessage) -> SourceMap.Place? {
        message.path == chapter.file.path ? map.place(line: message.line, column: message.column) : nil
    }

    private func isExpectedToFail(_ index: Int) -> Bool {
        if case .block(let block) = chapter.steps[index] { block.expectation == .fails } else { false }
    }

    private func name(ofStep index: Int) -> String {
        if case .block(let block) = chapter.steps[index] { block.name } else { "\(index + 1)" }
    }
}
