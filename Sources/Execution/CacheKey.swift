import Diagnostics
import Manuscript
import Storage
import SwiftSource

/// What a chapter's transcript depends on, as one fingerprint.
///
/// That is: what is computed and in which order, the modules it names and all they are compiled from, the runtime, the
/// data files, the compiler, its flags. Prose and positions are not in it, unless a block asks for its position.
struct CacheKey: Hashable, CustomStringConvertible {
    /// Grows when transcripts are written differently, or chapters checked more strictly before they run.
    private static let format = "2"

    let fingerprint: Fingerprint

    var description: String { fingerprint.description }

    init(_ chapter: Chapter, environment: Environment) {
        var parts = [Self.format, chapter.slug]
        var sources: [String] = []
        for step in chapter.steps {
            switch step {
            case .block(let block):
                parts += ["block", block.expectation.rawValue]
                // What does not run may change; so may comments, which keep their lines.
                if block.expectation == .static { continue }
                parts += [block.scope.rawValue, withoutComments(block.code)]
                sources.append(block.code)
            case .value(let value):
                parts += ["value", value.expression]
                sources.append(value.expression)
            }
        }
        if sources.contains(where: mentionsPosition) {
            parts += ["positions", chapter.file.path]
            parts += chapter.steps.map { "\(chapter.file.position(at: $0.range.lowerBound).line)" }
        }
        for (module, fingerprint) in environment.modules
        where sources.contains(where: { $0.contains(module) }) {
            parts += ["module", module, fingerprint.description]
        }
        let names = chapter.dataFiles(
            among: environment.data.map(\.name), modules: environment.modules.map(\.name))
        for (name, fingerprint) in environment.data where names.contains(name) {
            parts += ["data", name, fingerprint.description]
        }
        fingerprint = Fingerprint(combining: [environment.fingerprint] + parts.map { Fingerprint($0) })
    }

    /// What all chapters of a book depend on.
    struct Environment {
        /// Toolchain, flags and runtime.
        var fingerprint: Fingerprint
        /// The book's modules by name, sorted.
        var modules: [(name: String, fingerprint: Fingerprint)]
        /// The book's data files.
        var data: [(name: String, fingerprint: Fingerprint)] = []
    }
}

/// Whether a source asks where it stands, with `#line`, `#file` and the like.
private func mentionsPosition(_ source: String) -> Bool {
    ["#line", "#file", "#column", "#dsohandle", "#sourceLocation"].contains { source.contains($0) }
}
