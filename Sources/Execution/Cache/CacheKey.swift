import Diagnostics
import Manuscript
import Storage
import SwiftSource

/// What a chapter's transcript depends on, as one fingerprint.
///
/// That is: what is computed and in which order, the modules it names and all they are compiled from, the runtime, the
/// data files, the compiler, its flags. Prose and positions are not in it: no block can see them.
struct CacheKey: Hashable, CustomStringConvertible {
    /// Grows when transcripts are written differently, or chapters checked more strictly before they run.
    private static let format = "3"

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
        if let foreign = environment.foreignModules,
            Self.imports(in: sources).contains(where: { !environment.knowsModule($0) })
        {
            parts += ["foreign modules", foreign.description]
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
        /// All that is compiled for the book, the packages below it included; nil if nothing is.
        var foreignModules: Fingerprint?
        /// The modules that the toolchain has.
        var toolchainModules: Set<String> = []

        /// Whether it is known what changes a module, or it has no sources that could change.
        func knowsModule(_ name: String) -> Bool {
            toolchainModules.contains(name) || modules.contains { $0.name == name }
        }
    }

    /// The names that may be those of modules, in whatever follows the word `import`: a kind of declaration too.
    private static func imports(in sources: [String]) -> Set<String> {
        let kinds = ["typealias", "struct", "class", "enum", "protocol", "let", "var", "func"]
        var found: Set<String> = []
        for source in sources where source.contains("import") {
            let words = source.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            for index in words.indices where words[index] == "import" {
                let rest = words[(index + 1)...]
                if let name = rest.first(where: { !kinds.contains($0) }) { found.insert(name) }
            }
        }
        return found
    }
}
