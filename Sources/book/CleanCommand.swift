import ArgumentParser
import Diagnostics
import Execution
import Manuscript
import Proofreading

struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Forget everything that can be made again.",
        discussion: """
            Removes compiled modules, transcripts and rendered pages of earlier builds. Chapters and the site stay; \
            the next build runs every chapter.
            """)

    @OptionGroup var options: BookOptions

    func run() async throws {
        try await Session(options).run { session in
            let book = try session.read()
            do throws(ExecutionError) {
                try Executor(book, options: session.executionOptions).clean()
            } catch {
                throw ProofError(error)
            }
            session.conclude("\(session.executionOptions.scratchFolder(of: book)) is gone")
        }
    }
}
