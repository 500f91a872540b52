import Diagnostics
import Execution
import Manuscript
import Storage
import Verification

/// What accepting did, and what it left as it was.
public struct AcceptanceReport: Sendable {
    /// What was recorded, in the order of the book.
    public internal(set) var changes: [Acceptance.Change] = []
    /// What was not, and why.
    public internal(set) var refused: [Diagnostic] = []
    /// Who can mend what was refused.
    public internal(set) var owner = Failure.Owner.book
}

extension Press {
    /// Records what came out where something else is recorded, each block and value by itself.
    ///
    /// Chapters that would change are run once more before: what does not come out the same is no output to record.
    public func accept(_ proof: Proof) async throws(Failure) -> AcceptanceReport {
        var report = AcceptanceReport()
        report.refused = proof.chapters.flatMap { $0.result.failure?.diagnostics ?? [] }
        let changing = proof.chapters.filter { !Acceptance(of: $0.checked).changes.isEmpty }
        let again =
            changing.isEmpty
            ? []
            : try await run(changing.map(\.chapter), of: proof.book, repeatingKnownRuns: true).chapters
        var repeated: [String: ChapterResult] = [:]
        for chapter in again { repeated[chapter.result.slug] = chapter.result }
        for chapter in proof.chapters {
            report.refused += chapter.checked.unacceptable
            if let failure = repeated[chapter.result.slug]?.failure {
                report.refused += failure.diagnostics
                continue
            }
            let (stable, differences) = chapter.checked.stable(in: repeated[chapter.result.slug]?.transcript)
            report.refused += differences
            let acceptance = Acceptance(of: stable)
            report.refused += acceptance.refused
            guard !acceptance.changes.isEmpty else { continue }
            do throws(DiagnosticError) {
                try write(acceptance, in: chapter.chapter.file)
                report.changes += acceptance.changes
            } catch {
                report.refused += error.diagnostics
            }
        }
        // What has no place in the book, such as a full disk, is the machine's trouble.
        if proof.isMachineAtFault || repeated.values.contains(where: { $0.failure?.owner == .machine })
            || report.refused.contains(where: { $0.severity == .error && $0.location == nil })
        {
            report.owner = .machine
        }
        return report
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
