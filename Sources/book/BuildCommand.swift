import ArgumentParser
import Execution
import Proofreading
import Rendering
import Site

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

    func run() async throws {
        try await Session(options).run { session in
            let proof = try await session.proofread()
            guard proof.isVerified || draft else {
                session.conclude(
                    "\(counted(proof.errors.count, "error")) in the book; \(output)/ is as it was")
                throw Failure(exitCode: .bookIsWrong)
            }
            let evidence = Dictionary(
                zip(proof.results, proof.verdicts).map { result, verdict in
                    let isVerified = proof.isVerified && verdict.isVerified
                    return (
                        result.slug,
                        isVerified ? Evidence.verified(result.transcript) : .draft(result.transcript)
                    )
                }, uniquingKeysWith: { first, _ in first })
            let site = try SiteBuilder(
                proof.book, labels: proof.labels, citations: proof.citations, evidence: evidence,
                modules: ModuleFolder.all(of: proof.book, options: session.executionOptions)
                    .map { ($0.module, $0.folder) },
                cacheFolder: session.executionOptions.scratchFolder(of: proof.book), tool: toolIdentity())
            let report = try await site.write(to: output)
            if options.verbose {
                // A build asks the network for nothing; whoever checks links from time to time finds them here.
                for link in report.externalLinks {
                    session.conclude(
                        "\(link.location.file.path):\(link.location.start.line): leads to \(link.address)")
                }
            }
            session.conclude(
                "\(proof.summary); \(output)/ \(report.isChanged ? "is new" : "is as it was") (\(session.elapsed))"
            )
            if !proof.isVerified { throw Failure(exitCode: .bookIsWrong) }
        }
    }
}
