import Diagnostics
import Manuscript
import Storage

/// Compiles and runs what one chapter asks for: its program, and each block that must not compile.
struct ChapterExecution: Sendable {
    let chapter: Chapter
    let compiler: ChapterCompiler
    let limits: Limits
    /// What the program finds in the folder it runs in.
    let data: DataFolder
    /// What the program may read and write.
    let confinement: ChapterConfinement
    let progress: @Sendable (ExecutionProgress) -> Void

    /// What became of the chapter's program.
    struct Result: Sendable {
        var outcomes: [Outcome]
        var warnings: [TranscriptCache.Warning] = []
        /// What the chapter's blocks give another meaning.
        var otherMeanings: [OtherMeaning] = []
        var failure: Failure?
    }

    private var map: SourceMap { SourceMap(chapter: chapter) }

    /// Compiles the chapter's programs, of which it has one for each fresh start, and runs them in order.
    func runProgram() -> Result {
        var result = Result(outcomes: Array(repeating: .notRun, count: chapter.steps.count))
        for steps in chapter.scopes where result.failure == nil {
            let part = run(steps)
            result.outcomes.replaceSubrange(steps, with: part.outcomes[steps])
            result.warnings += part.warnings
            result.otherMeanings = part.otherMeanings.isEmpty ? result.otherMeanings : part.otherMeanings
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
        let mistakes = StepChecks(chapter).errors
        guard mistakes.isEmpty else {
            result.failure = Failure(.book, mistakes)
            return result
        }
        guard needsProgram else { return result }
        result.otherMeanings = OtherMeaning.all(in: chapter)
        do throws(Failure) {
            let folder = try compiler.scratch.makeTemporaryFolder(chapter.slug)
            defer { compiler.scratch.removeTemporaryFolder(folder) }
            let source = "\(folder)/\(chapter.slug).swift"
            let executable = "\(folder)/\(chapter.slug)"
            progress(.compiling(slug: chapter.slug))
            let program = Program(running: steps, of: chapter)
            let build = try compiler.build(
                program, source: source, executable: executable, temporary: folder)
            let messages = CompilerMessage.parse(build.output.text)
            guard build.succeeded else {
                result.failure = refusal(messages, output: build.output.text, source: source)
                return result
            }
            result.warnings = messages.compactMap { message in
                guard message.severity == .warning, let place = place(of: message),
                    !isOfLocals(message.text, in: place)
                else { return nil }
                return TranscriptCache.Warning(place: place, text: message.text)
            }
            let openSteps = StepChecks(chapter).incompleteSteps
            let unsound = openSteps.isEmpty ? chapter.earlyReadErrors : openSteps
            guard unsound.isEmpty else {
                result.failure = Failure(.book, unsound)
                return result
            }
            // The words by which steps are entered are in it.
            try onDisk { () throws(DiagnosticError) in try Files.remove(source) }
            try run(program, executable, temporary: folder, into: &result)
        } catch {
            result.failure = error
        }
        return result
    }

    /// Compiles a block that must not compile.
    /// - Returns: What the compiler says of it.
    func checkFailure(ofStep index: Int) throws(Failure) -> Outcome {
        let folder = try compiler.scratch.makeTemporaryFolder(chapter.slug)
        defer { compiler.scratch.removeTemporaryFolder(folder) }
        let source = "\(folder)/\(chapter.slug).swift"
        let output = try compiler.check(
            Program(failingAt: index, of: chapter), source: source, temporary: folder)
        var lines: [String] = []
        var isAboutBlock = false
        for message in CompilerMessage.parse(output.text)
        where map.step(ofPath: message.path) != nil || message.path == source {
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
            throw Failure(
                .book,
                [
                    .error(
                        "\(map.name(ofStep: index)) must not compile, but it does",
                        at: map.location(ofStep: index),
                        help: "take the word 'fails' away, or let the block be wrong")
                ])
        }
        guard !lines.isEmpty else {
            throw Failure(
                .book,
                [
                    .error(
                        "what the compiler refuses is not \(map.name(ofStep: index)) but something before it",
                        at: map.location(ofStep: index), explanation: output.text,
                        help: "mend what comes before the block")
                ])
        }
        return .refused(lines.joined())
    }

    private func run(
        _ program: Program, _ executable: String, temporary: String, into result: inout Result
    ) throws(Failure) {
        let folder = "\(temporary)/data"
        try data.make(at: folder)
        let key = (0..<RecordSeal.keyLength).map { _ in UInt8.random(in: 0 ... .max) }
        guard let reader = RecordReader(key: key) else { return }
        var run = ChapterRun(
            chapter, program, limits: limits, reader: reader,
            onBlock: { [progress, slug = chapter.slug] in progress(.running(slug: slug, block: $0)) })
        let command = Command(
            executable: executable, arguments: [chapter.slug], environment: environment(temporary: temporary))
        let guarded = try onDisk { () throws(DiagnosticError) in
            try GuardedProgram(
                command, guardedBy: compiler.guardExecutable, folder: folder, memory: limits.memory,
                confinement: confinement.inForce(temporary: temporary, libraries: compiler.libraries),
                key: key)
        }
        defer { guarded.close() }
        run.consumption = Consumption(root: guarded.id, memory: limits.memory)
        let (ending, leftovers) = try guarded.supervise(&run)
        result.outcomes = run.outcomes
        if ending == .interrupted { throw .stopped }
        if let problem = run.problem
            ?? ChapterFailure(run: run, ending: ending, leftovers: leftovers).diagnostic
        {
            throw Failure(.book, [problem])
        }
    }

    /// The same for everyone: nothing of the user's environment reaches a chapter.
    private func environment(temporary: String) -> [String: String] {
        [
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
    private func refusal(_ messages: [CompilerMessage], output: String, source: String) -> Failure {
        var errors: [(place: SourceMap.Place?, diagnostics: [Diagnostic])] = []
        var isAboutError = false
        for message in messages {
            let place = place(of: message)
            // Whoever says that a block stands elsewhere is believed.
            let isElsewhere =
                map.step(ofPath: message.path) == nil && message.path != source
                && !message.path.contains("/swift-generated-sources/")
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
        // What a macro expands to is nobody's file: the note says where the macro stands.
        for index in errors.indices where errors[index].place == nil {
            errors[index].diagnostics[0].location =
                errors[index].diagnostics.lazy.compactMap(\.location).first
        }
        guard !errors.isEmpty else {
            return Failure(
                .machine,
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
        return Failure(.book, diagnostics)
    }

    /// Whether a message is of a variable that nothing uses in a scope of its own: in a shared one none is told.
    private func isOfLocals(_ text: String, in place: SourceMap.Place) -> Bool {
        guard case .block(let block) = chapter.steps[place.step], block.scope == .own else { return false }
        return text.contains("was never used") || text.contains("was never mutated")
            || text.contains("but never read")
    }

    /// The place of a message that is about the chapter's own lines.
    private func place(of message: CompilerMessage) -> SourceMap.Place? {
        map.place(path: message.path, line: message.line, column: message.column)
    }

    private func isExpectedToFail(_ index: Int) -> Bool {
        if case .block(let block) = chapter.steps[index] { block.expectation == .fails } else { false }
    }
}
