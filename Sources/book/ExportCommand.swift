import ArgumentParser
import Diagnostics
import Press

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the book in another form.",
        subcommands: [EPUBCommand.self])
}

struct EPUBCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epub", abstract: "Check everything, write the book as an EPUB.",
        discussion: """
            The book is checked as it is by build, and nothing is written if anything is wrong. The file has the \
            chapters with their mathematics and drawings, folded solutions, contents, references and a cover made \
            of the title; the same book gives the same bytes.
            """)

    @OptionGroup var options: BookOptions

    @Option(name: .long, help: ArgumentHelp("The file to write.", valueName: "file"))
    var output = "book.epub"

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let proof = try await press.prove(press.read())
            try session.report(proof)
            if let failure = proof.failure {
                session.conclude("\(proof.errorCount) in the book; \(output) was not written")
                throw failure
            }
            let isChanged = try press.writeEPUB(of: proof, to: output)
            let change = isChanged ? "is new" : "is as it was"
            session.conclude("\(proof.summary); \(output) \(change) (\(session.elapsed))")
        }
    }
}
