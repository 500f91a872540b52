import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Manuscript
import Proofreading

/// One run of a command on a book: what all commands do before, after and around their own work.
struct Session: Sendable {
    private let options: BookOptions
    private let reporter: Reporter
    private let start = ContinuousClock.now

    init(_ options: BookOptions) {
        self.options = options
        reporter = Reporter(options)
    }

    /// Runs a command's work, reports what it throws, and ends the process as the design says.
    func run(_ body: (Session) async throws -> Void) async throws {
        Interruption.catchSignals()
        do {
            try await body(self)
        } catch let error as ProofError {
            report(error.diagnostics)
            throw Failure(exitCode: Interruption.isRequested ? .interrupted : ExitStatus(error.kind))
        } catch let error as DiagnosticError {
            report(error.diagnostics)
            // What has no place in the book is the machine's trouble: a full disk, a folder that is not ours.
            let isOfTheBook = error.diagnostics.contains { $0.location != nil }
            throw Failure(
                exitCode: Interruption.isRequested
                    ? .interrupted : isOfTheBook ? .bookIsWrong : .internalError)
        }
    }

    /// Reads the book without running it.
    func read() throws(ProofError) -> Book {
        do {
            return try Book.read(folder: options.source)
        } catch {
            throw ProofError(error)
        }
    }

    /// Reads, runs and compares the book, or a part of it, with progress for whoever looks on.
    ///
    /// - Parameter repeatsKnownRuns: Run also what is known from an earlier time.
    func proofread(
        _ selection: Selection? = nil, reports: Bool = true, reportsWarnings: Bool = true,
        repeatsKnownRuns: Bool = false
    ) async throws -> Proof {
        var only: Set<String>?
        if let selection {
            let book = try read()
            do throws(DiagnosticError) {
                only = [try selection.slug(in: book)]
            } catch {
                reporter.report(error.diagnostics)
                throw Failure(exitCode: .usage)
            }
        }
        var execution = executionOptions
        execution.repeatsKnownRuns = repeatsKnownRuns
        var proof = try await withProgress { [execution, only] progress in
            try await Proof(of: options.source, options: execution, only: only, progress: progress)
        }
        if Interruption.isRequested { throw Failure(exitCode: .interrupted) }
        if let selection { proof = proof.restricted(to: selection.includes) }
        if reports {
            if reportsWarnings { report(proof.warnings) }
            report(proof.errors)
            if Self.isMachineAtFault(proof) { throw Failure(exitCode: .internalError) }
        }
        return proof
    }

    /// Whether a chapter could not be run for want of space, permission or a compiler: that says nothing of the book.
    static func isMachineAtFault(_ proof: Proof) -> Bool {
        proof.results.contains { $0.failure?.kind == .toolchain }
    }

    /// Runs chapters of a book once more, whatever is known of them.
    func runAgain(_ chapters: [Chapter], of book: Book) async throws -> [ChapterResult] {
        var execution = executionOptions
        execution.repeatsKnownRuns = true
        do {
            return try await withProgress { [execution] progress in
                try await Executor(book, options: execution).run(chapters, progress: progress)
            }
        } catch let error as ExecutionError {
            throw ProofError(error)
        }
    }

    private func withProgress<Value>(
        _ work: (@escaping @Sendable (ExecutionProgress) -> Void) async throws -> Value
    ) async throws -> Value {
        let display = ProgressDisplay(options)
        defer { display.end() }
        return try await work { display.show($0) }
    }

    var executionOptions: ExecutionOptions { ExecutionOptions(jobs: options.concurrency) }

    func report(_ diagnostics: [Diagnostic]) { reporter.report(diagnostics) }

    func conclude(_ line: String) { reporter.conclude(line) }

    /// How long the command has taken, for people.
    var elapsed: String { (ContinuousClock.now - start).shown }
}

extension ExitStatus {
    init(_ kind: ExecutionError.Kind) {
        switch kind {
        case .book: self = .bookIsWrong
        case .configuration: self = .usage
        case .toolchain: self = .internalError
        case .interrupted: self = .interrupted
        }
    }
}

extension Duration {
    /// Seconds with one decimal, or minutes and seconds.
    var shown: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return tenths < 600 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 600) min \(tenths / 10 % 60) s"
    }
}
