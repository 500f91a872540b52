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
            """)

    @OptionGroup var options: BookOptions

    @Flag(name: .long, help: "Run also the chapters of which the last run is known.")
    var again = false

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let proof = try await press.prove(press.read(), repeatingKnownRuns: again)
            try session.report(proof)
            if let failure = proof.failure {
                session.conclude("\(proof.errorCount) in the book")
                throw failure
            }
            session.conclude("\(proof.summary) (\(session.elapsed))")
        }
    }
}
