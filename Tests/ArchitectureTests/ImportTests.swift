import Foundation
import Testing

/// The strict order of the targets: what each may import of the others. A new arrow is a decision, made here.
private let allowed: [String: Set<String>] = [
    "RecurrentNetworks": [],
    "Figures": [],
    "ChapterRuntime": ["Figures"],
    "ChapterGuard": [],
    "CCmark": [],
    "Diagnostics": [],
    "HTML": [],
    "SwiftSource": [],
    "RuntimeSources": [],
    "Storage": ["Diagnostics"],
    "Markdown": ["CCmark", "Diagnostics"],
    "TeXMath": ["HTML", "Diagnostics"],
    "Manuscript": ["Markdown", "TeXMath", "HTML", "Storage", "Diagnostics"],
    "Execution": ["Manuscript", "Diagnostics", "Storage", "SwiftSource", "RuntimeSources"],
    "Verification": ["Manuscript", "Diagnostics", "Markdown", "Storage", "SwiftSource"],
    "Rendering": ["Manuscript", "HTML", "TeXMath", "SwiftSource", "Diagnostics"],
    "Site": ["Rendering", "Manuscript", "TeXMath", "HTML", "Storage", "Diagnostics"],
    "Press": ["Manuscript", "Execution", "Verification", "Rendering", "Site", "Storage", "Diagnostics"],
    "book": ["Press", "Execution", "Verification", "Diagnostics"],
]

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The modules that a target's files import.
private func imports(of target: String) throws -> Set<String> {
    let folder = root.appending(path: "Sources/\(target)")
    let pattern =
        #/^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public |package |internal |fileprivate |private )?import (?:struct |class |enum |func |protocol |typealias |let |var )?(?<module>\w+)/#
    var found: Set<String> = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if let match = line.firstMatch(of: pattern) { found.insert(String(match.module)) }
        }
    }
    return found
}

struct ImportTests {
    @Test func everyTargetHasItsPlace() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Sources").path())
        #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(allowed.keys))
    }

    @Test(arguments: allowed.keys.sorted()) func importsOnlyWhatItMay(target: String) throws {
        let own = try imports(of: target).intersection(allowed.keys)
        #expect(own.isSubset(of: allowed[target] ?? []))
    }

    /// Another author's book has other modules: the generator knows none.
    @Test func theGeneratorKnowsNoNetworks() throws {
        for target in allowed.keys where target != "RecurrentNetworks" {
            #expect(
                try !imports(of: target).contains("RecurrentNetworks"),
                "\(target) imports the book's own module")
        }
    }

    @Test func theOrderIsAcyclic() {
        var placed: Set<String> = []
        while placed.count < allowed.count {
            let next = allowed.filter { !placed.contains($0.key) && $0.value.isSubset(of: placed) }.map(\.key)
            guard !next.isEmpty else { break }
            placed.formUnion(next)
        }
        #expect(placed.count == allowed.count)
    }

    @Test func onlyOneTargetKnowsEachNeighbour() throws {
        let owners = [
            "SwiftParser": "SwiftSource", "SwiftSyntax": "SwiftSource", "CCmark": "Markdown",
            "Yams": "Manuscript",
        ]
        for (module, owner) in owners {
            for target in allowed.keys where target != owner {
                #expect(try !imports(of: target).contains(module), "\(target) imports \(module)")
            }
        }
    }
}
