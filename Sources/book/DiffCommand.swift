import ArgumentParser
import Diagnostics
import Press

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what differs from what is recorded.",
        discussion: """
            Without an argument the whole book is compared. CHAPTER is a file or page name such as 03-lstm; \
            CHAPTER:BLOCK names a block by its id or its place among the chapter's blocks, CHAPTER:L120 the values on \
            line 120. Exits 1 if anything differs there.
            """)

    @OptionGroup var options: BookOptions

    @Argument(help: ArgumentHelp("What to compare.", valueName: "chapter[:part]"))
    var selection: Selection?

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let proof = try await press.prove(press.read(), selection: selection)
            try session.report(proof, withWarnings: false)
            if let failure = proof.failure {
                session.conclude(proof.errorCount)
                throw failure
            }
            session.conclude("nothing differs from what is recorded")
        }
    }
}
