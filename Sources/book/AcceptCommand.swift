import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Manuscript
import Proofreading
import Storage
import Verification

struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Record what blocks print now as what they should print.",
        discussion: """
            The chapters are run, and outputs and inline values that differ are written into them; nothing else in \
            the files changes, and a file that was edited meanwhile is left alone. A false claim cannot be accepted. \
            CHAPTER:BLOCK accepts one block, CHAPTER:L120 the values on line 120. Chapters that change are run a second time before: what does not come out the same is not recorded. \
            Look at 'book diff' first, and at 'git diff' after.

            Where the environment has CI set, accept refuses: a build server that accepts proves nothing.
            """)

    @OptionGroup var options: BookOptions

    @Flag(name: .long, help: "Accept even where CI is set.")
    var force = false

    @Argument(
        help: ArgumentHelp("What to accept; the whole book if not given.", valueName: "chapter[:part]"))
    var selection: Selection?

    func validate() throws {
        let isServer = ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false
        if isServer && !force {
            throw ValidationError(
                "CI is set: a build server does not accept outputs. Use --force if you mean it.")
        }
    }

    func run() async throws {
        try await Session(options).run { session in
            let proof = try await session.proofread(selection, reports: false)
            var remaining = proof.results.flatMap { $0.failure?.diagnostics ?? [] }
            var corrections: [(result: ChapterResult, chapter: Chapter, acceptance: Acceptance)] = []
            for (result, verdict) in zip(proof.results, proof.verdicts) {
                do throws(DiagnosticError) {
                    let acceptance = try Acceptance(of: verdict, result.transcript)
                    if !acceptance.changes.isEmpty {
                        corrections.append((result, verdict.chapter, acceptance))
                    }
                } catch {
                    remaining += error.diagnostics
                }
                remaining += verdict.unacceptable
            }
            if corrections.isEmpty, remaining.isEmpty { session.conclude("nothing to accept") }
            // What does not come out the same twice is no output to record.
            let again =
                corrections.isEmpty
                ? [] : try await session.runAgain(corrections.map(\.chapter), of: proof.book)
            for (correction, repeated) in zip(corrections, again) {
                let (result, chapter, acceptance) = correction
                let differences = chapter.differences(between: result.transcript, and: repeated.transcript)
                guard differences.isEmpty else {
                    remaining += differences
                    continue
                }
                do throws(DiagnosticError) {
                    try write(acceptance, in: chapter.file)
                    for change in acceptance.changes {
                        session.conclude(
                            "\(change.location.file.path):\(change.location.start.line): \(change.summary)")
                    }
                } catch {
                    remaining += error.diagnostics
                }
            }
            guard !remaining.isEmpty else { return }
            session.report(remaining)
            // What has no place in the book, such as a full disk, is the machine's trouble.
            let isOfTheBook =
                !Session.isMachineAtFault(proof)
                && remaining.allSatisfy { $0.severity != .error || $0.location != nil }
            throw Failure(exitCode: isOfTheBook ? .bookIsWrong : .internalError)
        }
    }

    /// Writes a corrected chapter, unless somebody else changed it since it was read.
    private func write(_ acceptance: Acceptance, in file: SourceFile) throws(DiagnosticError) {
        guard try Files.read(file.path) == file.bytes else {
            throw DiagnosticError(
                .error(
                    "\(file.path) was edited while it ran; nothing was written", at: file.location(0..<0),
                    help: "run accept again"))
        }
        try Files.write(acceptance.bytes, to: file.path)
    }
}
