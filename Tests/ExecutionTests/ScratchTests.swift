import Foundation
import Testing

@testable import Execution

struct ScratchTests {
    @Test func aMovedFolderCompilesItsModulesAnew() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let first = try Scratch(root + "/first")
        for folder in [first.modules, first.store.folder] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        _ = try Scratch(root + "/first")
        #expect(FileManager.default.fileExists(atPath: first.modules), "at its own place it is kept")

        try FileManager.default.moveItem(atPath: root + "/first", toPath: root + "/second")
        let second = try Scratch(root + "/second")
        #expect(!FileManager.default.fileExists(atPath: second.modules))
        #expect(FileManager.default.fileExists(atPath: second.store.folder), "transcripts know no paths")
    }

    #if os(Linux)
        @Test func whatAKilledProcessLeftRunningIsEnded() throws {
            let root = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString)")
                .path
            defer { try? FileManager.default.removeItem(atPath: root) }
            // No process has this number.
            let mark = "999999999-one-\(UInt32.random(in: 0 ... .max))"
            try FileManager.default.createDirectory(
                atPath: "\(root)/work/\(mark)", withIntermediateDirectories: true)
            let orphan = Process()
            orphan.executableURL = URL(filePath: "/bin/sleep")
            orphan.arguments = ["60"]
            orphan.environment = [Family.variable: mark]
            try orphan.run()
            _ = try Scratch(root)
            orphan.waitUntilExit()
            #expect(orphan.terminationReason == .uncaughtSignal && orphan.terminationStatus == SIGKILL)
        }
    #endif
}
