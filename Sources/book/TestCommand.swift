import ArgumentParser
import Diagnostics
import Press

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Check everything as a build does, and write nothing.",
        discussion: """
            Nothing in the book or the site is written; exits 1 if anything is wrong. With --again, what depends on the \
            clock, on chance or on a file that 'data' does not list is found out.

            With --coverage, every number of the prose is listed that is neither a value or part of a claim nor marked \
            as given, with the share of each page; 'coverage: 100' in book.yml makes an error of each. With \
            --fingerprint, what each page prints as the fingerprint of its run is printed for this run.
            """)

    @OptionGroup var options: BookOptions

    @Flag(name: .long, help: "Run also the chapters of which the last run is known.")
    var again = false

    @Flag(name: .long, help: "List the numbers of the text that nothing checks.")
    var coverage = false

    @Flag(name: .long, help: "Print the fingerprint of each chapter's run.")
    var fingerprint = false

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let proof = try await press.prove(press.read(), repeatingKnownRuns: again)
            try session.report(proof)
            if !proof.notes.isEmpty { session.report(proof.notes) }
            if coverage {
                session.report(proof.chapters.flatMap { $0.coverage.diagnostics(.note) })
                for chapter in proof.chapters {
                    let numbers = chapter.coverage
                    session.conclude(
                        "\(chapter.chapter.slug): \(numbers.percent) % of \(numbers.total) numbers: "
                            + "\(numbers.checked) computed, \(numbers.given) given, \(numbers.uncovered.count) open"
                    )
                }
            }
            if fingerprint {
                for chapter in proof.chapters where !chapter.chapter.steps.isEmpty {
                    session.conclude("\(chapter.chapter.slug): \(chapter.checked.fingerprint)")
                }
            }
            if let failure = proof.failure {
                session.conclude("\(proof.errorCount) in the book")
                throw failure
            }
            session.conclude("\(proof.summary) (\(session.elapsed))")
        }
    }
}
