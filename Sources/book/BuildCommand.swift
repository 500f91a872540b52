import ArgumentParser
import Diagnostics
import Press

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Run what changed, check everything, write the site.",
        discussion: """
            Chapters whose blocks, modules or data changed are compiled and run; the others are known from the last \
            time. If every output, value and claim agrees with what the chapters record, the site is replaced, whole \
            or not at all. If anything is wrong, the old site stays as it was. A build never edits a chapter. \
            Links inside the book are checked; --verbose lists those that lead out of it.
            """)

    @OptionGroup var options: BookOptions

    @Option(name: .long, help: ArgumentHelp("The folder to write the site to.", valueName: "folder"))
    var output = "site"

    @Flag(
        name: .long,
        help:
            "Write the site even if chapters are wrong; it marks nothing as verified. Still exits 1 if they are."
    )
    var draft = false

    mutating func validate() {
        while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    }

    func run() async {
        await Session(options).run { session throws(Failure) in
            try Press.checkOutput(output)
            let press = session.press
            let proof = try await press.prove(press.read())
            try session.report(proof)
            guard proof.isVerified || draft else {
                session.conclude("\(proof.errorCount) in the book; \(output)/ is as it was")
                throw Failure(.book, [])
            }
            let publication = try await press.publish(
                proof, to: output, tool: toolIdentity(), listsLinks: options.verbose)
            if options.verbose {
                // A build asks the network for nothing; whoever checks links from time to time finds them here.
                for link in publication.externalLinks {
                    let place = "\(link.location.file.path):\(link.location.start.line)"
                    session.conclude("\(place): leads to \(link.address)")
                }
            }
            let result = proof.isVerified ? proof.summary : "a draft, in which nothing counts as verified"
            let change = publication.isChanged ? "is new" : "is as it was"
            session.conclude("\(result); \(output)/ \(change) (\(session.elapsed))")
            if let failure = proof.failure { throw failure }
        }
    }
}
