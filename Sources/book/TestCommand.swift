import ArgumentParser
import Diagnostics
import Proofreading

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Check everything as a build does, and write nothing.",
        discussion: "Nothing in the book or the site is written; exits 1 if anything is wrong.")

    @OptionGroup var options: BookOptions

    func run() async throws {
        try await Session(options).run { session in
            let proof = try await session.proofread()
            guard proof.isVerified else {
                session.conclude("\(counted(proof.errors.count, "error")) in the book")
                throw Failure(exitCode: .bookIsWrong)
            }
            session.conclude("\(proof.summary) (\(session.elapsed))")
        }
    }
}
