import ArgumentParser
import Diagnostics
import Execution
import Proofreading
import Rendering
import Site
import Storage

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

    func run() async throws {
        try await Session(options).run { session in
            try StagedFolder.check(output)
            let proof = try await session.proofread()
            guard proof.isVerified || draft else {
                session.conclude("\(proof.errorCount) in the book; \(output)/ is as it was")
                throw Failure(exitCode: .bookIsWrong)
            }
            let cacheFolder = session.executionOptions.scratchFolder(of: proof.book)
            let modules = ModuleFolder.all(of: proof.book, options: session.executionOptions)
            let inputs = try siteInputs(proof, modules)
            if !options.verbose,
                SiteBuilder.isCurrent(
                    output, inputs: inputs, bookFolder: proof.book.folder, cacheFolder: cacheFolder)
            {
                session.conclude("\(proof.summary); \(output)/ is as it was (\(session.elapsed))")
            } else {
                let site = try SiteBuilder(
                    proof.book, labels: proof.labels, citations: proof.citations,
                    evidence: evidence(from: proof),
                    modules: modules.map { ($0.module, $0.folder) }, cacheFolder: cacheFolder,
                    tool: toolIdentity())
                let report = try await site.write(to: output, inputs: inputs)
                listLinks(report, session)
                session.conclude(
                    "\(proof.isVerified ? proof.summary : "a draft, in which nothing counts as verified"); "
                        + "\(output)/ \(report.isChanged ? "is new" : "is as it was") (\(session.elapsed))")
            }
            if !proof.isVerified { throw Failure(exitCode: .bookIsWrong) }
        }
    }

    private func evidence(from proof: Proof) -> [String: Evidence] {
        // A page is verified only as part of a book that is.
        let isVerified = proof.isVerified
        var evidence: [String: Evidence] = [:]
        for result in proof.results {
            evidence[result.slug] = isVerified ? .verified(result.transcript) : .draft(result.transcript)
        }
        return evidence
    }

    /// A build asks the network for nothing; whoever checks links from time to time finds them here.
    private func listLinks(_ report: SiteReport, _ session: Session) {
        guard options.verbose else { return }
        for link in report.externalLinks {
            session.conclude(
                "\(link.location.file.path):\(link.location.start.line): leads to \(link.address)")
        }
    }
}

/// The fingerprint of everything a site is made from.
private func siteInputs(_ proof: Proof, _ modules: [ModuleFolder]) throws(DiagnosticError) -> Fingerprint {
    var parts = [Fingerprint(toolIdentity()), Fingerprint(proof.isVerified ? "verified" : "draft")]
    parts.append(Fingerprint(proof.book.configurationFile.bytes))
    parts += proof.book.references.prefix(1).map { Fingerprint($0.location.file.bytes) }
    parts += proof.book.chapters.map { Fingerprint($0.file.bytes) }
    parts += proof.results.map { Fingerprint($0.key) }
    for module in modules {
        for path in try Files.sources(below: module.folder) {
            parts += [Fingerprint(path), Fingerprint(try Files.read("\(module.folder)/\(path)"))]
        }
    }
    return Fingerprint(combining: parts)
}
