import Diagnostics
import Manuscript

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a chapter's program did not do what it should, judged by how it ended.
struct ChapterFailure {
    let run: ChapterRun
    let ending: Ending
    let leftovers: Int

    private var map: SourceMap { SourceMap(chapter: run.chapter) }

    /// What to tell; nil if the program ran to its end.
    var diagnostic: Diagnostic? {
        switch ending {
        case .exited(0) where run.hasEnded: leftBehind
        case .exited(let code):
            .error(
                run.hasEnded
                    ? "the program ended with exit code \(code)"
                    : "\(step) ended the program with exit code \(code), before the end of the chapter",
                at: location, explanation: explanation,
                help: "let the chapter run to its end; a block must not call exit")
        case .signalled(let signal): crash(signal)
        case .late:
            .error(
                "\(step) ran longer than \(run.timeLimit.written)", at: location, explanation: explanation,
                help: "look for a loop without end, or give the block more time with timeout=…")
        case .stopped where run.excess == .memory: tooMuchMemory
        case .stopped where run.excess == .processes:
            .error(
                "\(step) started more than \(Consumption.mostProcesses) processes", at: location,
                explanation: explanation,
                help: "let a process end before the next is started; they have been stopped now")
        case .stopped:
            .error(
                "\(step) \(run.drawn > 0 ? "printed and drew" : "printed") more than a chapter may, \(run.limits.output) bytes",
                at: location,
                explanation: explanation,
                help: "print less, or raise 'output' under 'limits' in book.yml")
        case .interrupted: nil
        }
    }

    private var leftBehind: Diagnostic? {
        guard leftovers > 0 else { return nil }
        return .error(
            "the chapter left \(leftovers == 1 ? "a process" : "\(leftovers) processes") running",
            at: run.chapter.steps.indices.last.map { map.location(ofStep: $0) },
            help: "let the block that starts a process wait for its end; it has been stopped now")
    }

    private func crash(_ signal: CInt) -> Diagnostic {
        let crash = Crash(run.words, signal: signal)
        let memory = ["failed to allocate", "Could not allocate memory", "std::bad_alloc"]
        if signal == 9 || memory.contains(where: run.words.contains) { return tooMuchMemory }
        if signal == SIGXFSZ {
            return .error(
                "\(step) wrote more into a file than a chapter may, \(run.limits.memory >> 20) MB",
                at: location,
                explanation: explanation, help: "write less, or raise 'memory' under 'limits' in book.yml")
        }
        let places = crash.frames.compactMap { frame in
            map.place(path: written(frame.path), line: frame.line, column: frame.column)
        }
        return .error(
            "\(step) trapped: \(crash.message)", at: places.first.map { map.location($0) } ?? location,
            explanation: explanation, help: helpForCrash)
    }

    /// The file that a step's code is said to stand in. Where a call is inlined at top level, debug information names the
    /// program's file instead, with the line and column that hold for the step.
    private func written(_ path: String) -> String {
        let slug = run.chapter.slug
        guard let current = run.current, path.hasSuffix("/\(slug).swift"), path.contains("-\(slug)-") else {
            return path
        }
        return map.path(ofStep: current)
    }

    private var tooMuchMemory: Diagnostic {
        .error(
            "\(step) needs more memory than a chapter may take, \(run.limits.memory >> 20) MB", at: location,
            explanation: explanation, help: "use less, or raise 'memory' under 'limits' in book.yml")
    }

    private var helpForCrash: String {
        if run.words.contains("No such file") || run.words.contains("no such file") {
            return "a chapter finds only the files that 'data' in book.yml lists"
        }
        if case .value? = run.current.map({ run.chapter.steps[$0] }) { return "mend the expression" }
        return "mend the block, or mark it 'traps' if it should trap"
    }

    /// The step that was running, for people.
    private var step: String { run.current.map(map.name(ofStep:)) ?? "the chapter" }

    private var location: SourceLocation {
        run.current.map { map.location(ofStep: $0) } ?? run.chapter.file.location(0..<0)
    }

    private var explanation: String? {
        run.lastLines.isEmpty ? nil : "the last that it printed:\n\(run.lastLines)"
    }
}

extension Duration {
    /// Such as `60 s` or `500 ms`.
    var written: String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
    }
}
