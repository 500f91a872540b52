import Foundation
import Press
import Storage
import SwiftSource
import Testing

/// Compiling, checking, running and showing a block take one parse of it.
@Suite struct ParseCountTests {
    @Test func `a build parses every block and value once`() async throws {
        let root = FileManager.default.temporaryDirectory.path + "/parses-\(UUID().uuidString)"
        defer { try? Files.remove(root) }
        let name = "a\(UInt64.random(in: 0 ... .max))"
        let chapter = """
            # One

            ```swift
            let \(name) = 1
            \(name)
            ```

            ```output
            1
            ```

            It is [1](<swift: \(name) + 0>).
            """
        try Files.makeFolder(root)
        try Files.write(Array(chapter.utf8), to: "\(root)/index.md")
        try Files.write(Array("title: One\nopening: index.md\npackage: .\n".utf8), to: "\(root)/book.yml")
        let press = Press(folder: root)
        let proof = try await press.prove(try press.read())
        #expect(proof.isVerified, "\(proof.errors)")
        let publication = try await press.publish(proof, to: "\(root)/site", tool: "test")
        #expect(publication.isChanged)
        #expect(SwiftPiece.parseCount(of: "let \(name) = 1\n\(name)\n") == 1)
        #expect(SwiftPiece.parseCount(of: "\(name) + 0") == 1)
    }
}
