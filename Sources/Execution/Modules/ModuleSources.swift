import Diagnostics
import Manuscript
import Storage
import SwiftSource

/// Everything that the book's modules are compiled from, at one moment.
struct ModuleSources {
    let graph: ModuleGraph
    /// The files below the folders of targets and of packages that are edited in place, by their paths.
    let files: [String: FileState]
    /// What they say to the compiler: comments are left out.
    private let meanings: [String: Fingerprint]
    /// Headers and libraries of the system that the compiler read when it compiled these very files; nil if it never did.
    let surroundings: [String: FileState]?
    /// The versions of the packages that are fetched.
    private let resolved: Fingerprint

    /// Reads them.
    init(
        of book: Book, package: String, toolchain: Toolchain, scratch: Scratch
    ) throws(Failure) {
        graph = try ModuleGraph(package: package, of: book, toolchain: toolchain, scratch: scratch)
        resolved = Fingerprint((try? Files.read("\(scratch.modules)/Package.resolved")) ?? [])
        for module in book.configuration.modules {
            for folder in graph.productFolders[module] ?? [] where !Files.exists(folder) {
                throw Failure(
                    .configuration,
                    [
                        .error(
                            "the module '\(module)' needs the folder '\(folder)', which is not there",
                            at: book.configuration.place(of: .module(module)),
                            help: "put it back, or take its target out of the package's manifest")
                    ])
            }
        }
        let folders = Set(graph.folders.values.joined()).union(graph.localPackages)
        var files: [String: FileState] = [:]
        var meanings: [String: Fingerprint] = [:]
        for folder in folders {
            try onDisk { () throws(DiagnosticError) in
                for path in try Files.sources(below: folder) {
                    let path = "\(folder)/\(path)"
                    guard files[path] == nil else { continue }
                    let state = try FileState(of: path)
                    files[path] = state
                    meanings[path] =
                        path.hasSuffix(".swift")
                        ? Fingerprint(withoutComments(String(decoding: try Files.read(path), as: UTF8.self)))
                        : state.fingerprint
                }
            }
        }
        self.files = files
        self.meanings = meanings
        let own = Self.fingerprint(graph, meanings, resolved)
        surroundings = Surroundings.known(forSources: own, in: scratch)
    }

    /// The fingerprint of the sources, without what the system has.
    var ownFingerprint: Fingerprint { Self.fingerprint(graph, meanings, resolved) }

    private static func fingerprint(
        _ graph: ModuleGraph, _ files: [String: Fingerprint], _ resolved: Fingerprint
    ) -> Fingerprint {
        Fingerprint(combining: [Fingerprint(graph.origin), resolved, combined(files) { _ in true }])
    }

    private static func combined(
        _ files: [String: Fingerprint], _ isIncluded: (String) -> Bool
    ) -> Fingerprint {
        Fingerprint(
            combining: files.filter { isIncluded($0.key) }.sorted { $0.key < $1.key }
                .flatMap { [Fingerprint($0.key), $0.value] })
    }

    /// The fingerprint of all that all modules are compiled from.
    var fingerprint: Fingerprint {
        Fingerprint(combining: [
            ownFingerprint, Self.combined((surroundings ?? [:]).mapValues(\.fingerprint)) { _ in true },
        ])
    }

    /// For each module that a chapter can reach the fingerprint of all that it is compiled from.
    var fingerprints: [String: Fingerprint] {
        let common = [
            Fingerprint(graph.origin), resolved,
            Self.combined((surroundings ?? [:]).mapValues(\.fingerprint)) { _ in true },
            Self.combined(meanings) { path in graph.localPackages.contains { path.hasPrefix($0 + "/") } },
        ]
        return graph.folders.mapValues { folders in
            Fingerprint(
                combining: common + [
                    Self.combined(meanings) { path in folders.contains { path.hasPrefix($0 + "/") } }
                ])
        }
    }

    /// Whether anything was written to since an earlier moment, even if it has the same bytes again.
    func isAsItWas(at earlier: ModuleSources) -> Bool {
        graph.origin == earlier.graph.origin && files == earlier.files && resolved == earlier.resolved
    }
}
