import ArgumentParser
import Foundation

/// The command line: a shell over the generator.
@main
struct BookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Builds a book whose every number was just recomputed.",
        discussion: """
            A book is a folder of Markdown chapters with a book.yml. Swift blocks in the chapters are compiled and \
            run; what they print is compared with the output recorded below them, and only a book in which \
            everything agrees is published.

            A day with a book:
              book build                 run what changed, check everything, write the site
              book diff                  see what differs from what is recorded
              book accept 03-lstm:gates  record the new output of one block
              book test                  check everything, write nothing
              book export epub           write the book as one file for e-readers

            Exit codes: 0 all is right; 1 the book is wrong; 2 usage or configuration; 3 toolchain or internal; \
            130 interrupted.
            """,
        subcommands: [
            BuildCommand.self, TestCommand.self, DiffCommand.self, AcceptCommand.self, ExplainCommand.self,
            ExportCommand.self, CleanCommand.self,
        ]
    )

    /// Runs the command; usage errors exit with 2, as everything else the caller wrote wrongly does.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let text = fullMessage(for: error)
            let code = exitCode(for: error)
            if code == .success {
                print(text)
                ExitStatus.clean.leave()
            }
            FileHandle.standardError.write(Data((text + "\n").utf8))
            (code == .validationFailure ? ExitStatus.usage : .internalError).leave()
        }
    }
}
