import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Press

/// One run of a command on a book: what all commands do before, after and around their own work.
struct Session: Sendable {
    private let options: BookOptions
    private let reporter: Reporter
    private let display: ProgressDisplay
    private let start = ContinuousClock.now

    init(_ options: BookOptions) {
        self.options = options
        reporter = Reporter(options)
        display = ProgressDisplay(options)
    }

    /// Runs a command's work, reports why it cannot go on if it cannot, and ends the process as the design says.
    func run(_ body: (Session) async throws(Failure) -> Void) async {
        Interruption.catchSignals()
        OwnEnvironment.hide()
        do throws(Failure) {
            // Without threads nothing that waits would ever go on.
            try WorkThreads.check(options.concurrency + 4)
            try await body(self)
            display.end()
        } catch {
            display.end()
            report(error.diagnostics)
            (Interruption.isRequested ? .interrupted : ExitStatus(error.owner)).leave()
        }
    }

    /// The press for the command's book, with progress for whoever looks on.
    var press: Press {
        Press(
            folder: options.source,
            options: ExecutionOptions(jobs: options.concurrency, isSandboxed: options.sandbox),
            progress: { [display] in display.show($0) })
    }

    /// Reports what is wrong with a book that was proved; goes on only if that says something of the book.
    func report(_ proof: Proof, withWarnings: Bool = true) throws(Failure) {
        if withWarnings { report(proof.warnings) }
        report(proof.errors)
        if proof.isMachineAtFault { throw Failure(.machine, []) }
    }

    func report(_ diagnostics: [Diagnostic]) {
        display.pause()
        reporter.report(diagnostics)
    }

    /// Writes a line of what was asked for.
    func write(_ line: String) {
        display.pause()
        reporter.writeLine(line)
    }

    func conclude(_ line: String) {
        display.pause()
        reporter.conclude(line)
    }

    /// How long the command has taken, for people.
    var elapsed: String { (ContinuousClock.now - start).shown }
}

extension Duration {
    /// Seconds with one decimal, or minutes and seconds.
    var shown: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return tenths < 600 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 600) min \(tenths / 10 % 60) s"
    }
}
