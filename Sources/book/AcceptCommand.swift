import ArgumentParser
import Diagnostics
import Foundation
import Press

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

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let proof = try await press.prove(press.read(), selection: selection)
            let report = try await press.accept(proof)
            for change in report.changes {
                let place = "\(change.location.file.path):\(change.location.start.line)"
                session.conclude("\(place): \(change.summary)")
            }
            guard report.refused.isEmpty else { throw Failure(report.owner, report.refused) }
            if report.changes.isEmpty { session.conclude("nothing to accept") }
        }
    }
}
