import Diagnostics
import Execution
import Manuscript
import Rendering
import Site
import Storage
import Verification

/// What publishing did.
public struct Publication: Sendable {
    /// Whether a byte of the site changed.
    public let isChanged: Bool
    /// Links that lead out of the book, in the order they stand in it; none if there was nothing to do.
    public let externalLinks: [ExternalLink]
}

extension Press {
    /// Renders a book that was proved and replaces its site, whole or not at all; a site made from the very same is
    /// left as it is.
    ///
    /// A book that is not verified becomes a draft, in which nothing counts as verified.
    ///
    /// - Parameters:
    ///   - output: The folder of the site.
    ///   - tool: What tells one build of the program from another.
    ///   - listsLinks: Whether the links that lead out of the book are wanted even if there is nothing to do.
    public func publish(
        _ proof: Proof, to output: String, tool: String, listsLinks: Bool = false
    ) async throws(Failure) -> Publication {
        let cacheFolder = options.scratchFolder(of: proof.book)
        let modules = ModuleFolder.all(of: proof.book, options: options)
        do throws(DiagnosticError) {
            let inputs = try inputs(of: proof, modules, tool: tool)
            if !listsLinks,
                SiteBuilder.isCurrent(
                    output, inputs: inputs, bookFolder: proof.book.folder, cacheFolder: cacheFolder)
            {
                return Publication(isChanged: false, externalLinks: [])
            }
            let site = try SiteBuilder(
                proof.book, evidence: proof.evidence, modules: modules.map { ($0.module, $0.folder) },
                cacheFolder: cacheFolder, tool: tool)
            let report = try await site.write(to: output, inputs: inputs)
            return Publication(isChanged: report.isChanged, externalLinks: report.externalLinks)
        } catch {
            // What has no place in the book is the machine's trouble: a full disk, a folder that is not ours.
            let isOfTheBook = error.diagnostics.contains { $0.location != nil }
            throw Failure(isOfTheBook ? .book : .machine, error.diagnostics)
        }
    }

    /// Writes a book that was proved as one EPUB file, whole or not at all. Gives whether the file changed.
    public func writeEPUB(of proof: Proof, to path: String) throws(Failure) -> Bool {
        do throws(DiagnosticError) {
            let bytes = try SiteBuilder(proof.book, evidence: proof.evidence).epub()
            return try Files.write(bytes, to: path)
        } catch {
            let isOfTheBook = error.diagnostics.contains { $0.location != nil }
            throw Failure(isOfTheBook ? .book : .machine, error.diagnostics)
        }
    }

    /// Refuses a folder that cannot be replaced by a site, before anything is run.
    public static func checkOutput(_ output: String) throws(Failure) {
        do throws(DiagnosticError) { try StagedFolder.check(output) } catch {
            throw Failure(.machine, error.diagnostics)
        }
    }

    /// The fingerprint of everything a site is made from.
    private func inputs(
        of proof: Proof, _ modules: [ModuleFolder], tool: String
    ) throws(DiagnosticError) -> Fingerprint {
        let book = proof.book
        var parts = [Fingerprint(tool), Fingerprint(proof.isVerified ? "verified" : "draft")]
        parts.append(Fingerprint(book.configurationFile.bytes))
        parts += book.references.prefix(1).map { Fingerprint($0.location.file.bytes) }
        parts += book.chapters.map { Fingerprint($0.file.bytes) }
        parts += proof.chapters.map { Fingerprint($0.result.key) }
        for module in modules {
            for path in try Files.sources(below: module.folder) {
                parts += [Fingerprint(path), Fingerprint(try Files.read("\(module.folder)/\(path)"))]
            }
        }
        return Fingerprint(combining: parts)
    }
}

extension Proof {
    /// What each chapter's page may say of its numbers: a page is verified only as part of a book that is.
    var evidence: [String: Evidence] {
        let isVerified = isVerified
        return Dictionary(
            chapters.map { chapter in
                let transcript = chapter.result.transcript
                return (
                    chapter.result.slug,
                    isVerified
                        ? .verified(transcript, chapter.seal)
                        : .draft(transcript, values: chapter.checked.unacceptedTexts)
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Proof.ChapterProof {
    /// What a reader can hold a run of their own against; nil if nothing was run.
    fileprivate var seal: Evidence.Seal? {
        if chapter.steps.isEmpty { return nil }
        let coverage = coverage
        return Evidence.Seal(
            fingerprint: checked.fingerprint, coverage: coverage.total == 0 ? nil : coverage.percent)
    }
}

extension CheckedChapter {
    /// What values would be recorded as, where something else is recorded, by the places of their steps.
    fileprivate var unacceptedTexts: [Int: String] {
        var texts: [Int: String] = [:]
        for case (let position, .value(_, _, .differs(let expected))) in steps.enumerated() {
            texts[position] = expected
        }
        return texts
    }
}
