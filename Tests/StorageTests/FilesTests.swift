import Foundation
import Testing

@testable import Storage

@Suite struct FilesTests {
    @Test func `what is written is read`() throws {
        let folder = try TemporaryFolder()
        for bytes in [[], [0], (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }] {
            #expect(try Files.write(bytes, to: "\(folder.path)/a"))
            #expect(try Files.read("\(folder.path)/a") == bytes)
            #expect(try Files.names(in: folder.path) == ["a"])
        }
    }

    @Test func `a file with the same bytes is left alone`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a"
        try Files.write([1, 2], to: path)
        let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(try !Files.write([1, 2], to: path))
        let same = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(before == same)
        #expect(try Files.write([1, 3], to: path))
    }

    @Test func `permissions are kept`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/run.sh"
        try Files.write([1], to: path)
        #expect(chmod(path, 0o750) == 0)
        try Files.write([2], to: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o750)
    }

    @Test func `sources are found through links, each folder once`() throws {
        let folder = try TemporaryFolder()
        for path in ["a/b/c.swift", "a/.hidden/d", "e/f.swift"] { try folder.write("", to: path) }
        let link = FileManager.default.createSymbolicLink(atPath:withDestinationPath:)
        try link("\(folder.path)/a/b/link", "\(folder.path)/e")
        try link("\(folder.path)/a/b/round", "\(folder.path)/a")
        try link("\(folder.path)/a/broken", "/nowhere/at/all")
        #expect(try Files.sources(below: "\(folder.path)/a") == ["b/c.swift", "b/link/f.swift"])
    }

    @Test func `a symbolic link stays`() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "real/file")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link", withDestinationPath: "real/file")
        try folder.write("new", to: "link")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "real/file")
        #expect(try String(contentsOfFile: "\(folder.path)/real/file", encoding: .utf8) == "new")
    }

    @Test func `removing a folder follows no link out of it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", to: "outside/file")
        try folder.write("x", to: "inside/deep/file")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/inside/link", withDestinationPath: "../outside")
        try Files.remove("\(folder.path)/inside")
        #expect(!Files.exists("\(folder.path)/inside"))
        #expect(try folder.contents("outside") == ["file": "precious"])
        try Files.remove("\(folder.path)/inside")
    }

    @Test func `errors name the path and the reason`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        try folder.write("x", to: "file")
        #expect(
            complaint { _ = try Files.read("\(path)/none") }
                == "cannot read '\(path)/none': no such file or folder")
        #expect(complaint { _ = try Files.read(path) } == "cannot read '\(path)': it is not a file")
        #expect(complaint { try Files.write([], to: path) } == "cannot write '\(path)': it is a folder")
        #expect(
            complaint { try Files.write([], to: "\(path)/file/x") }
                == "cannot write '\(path)/file/x': a part of the path is not a folder")
        #expect(
            complaint { try Files.makeFolder("\(path)/file") }
                == "cannot make the folder '\(path)/file': a part of the path is not a folder")
        #expect(
            complaint { try Files.makeFolder("\(path)/file/sub/sub") }
                == "cannot make the folder '\(path)/file/sub/sub': a part of the path is not a folder")
        #expect(complaint { try Files.write([1], to: "/dev/full/x") } != nil)
    }

    @Test func `what a killed writer left is removed, and nothing else`() throws {
        let folder = try TemporaryFolder()
        let own = TemporaryName.path(for: "\(folder.path)/one.md")
        try folder.write("half", to: String(own.dropFirst(folder.path.count + 1)))
        let others = [
            "one.md", ".one.md.999999999-x.by-book", ".one.md.by-book", "one.md.999999999-1.by-book",
            ".one.md.999999999-1.tmp", ".999999999-1.by-book",
        ]
        for name in [".one.md.999999999-1.by-book", "deep/.one.md.999999999-1.by-book"] + others {
            try folder.write("", to: name)
        }
        Files.removeAbandoned(in: folder.path)
        #expect(Files.exists(own), "its writer is alive: this process")
        #expect(others.allSatisfy { Files.exists("\(folder.path)/\($0)") })
        #expect(!Files.exists("\(folder.path)/.one.md.999999999-1.by-book"))
        #expect(Files.exists("\(folder.path)/deep/.one.md.999999999-1.by-book"))
        Files.removeAbandoned(in: "\(folder.path)/nowhere")
    }

    @Test(arguments: [
        (ENOSPC, "the disk is full"), (EDQUOT, "the disk quota is used up"), (EACCES, "permission denied"),
        (EROFS, "the file system is read-only"),
    ])
    func `what the machine refuses is said with a way out`(code: CInt, reason: String) throws {
        let error = SystemError(action: "write", path: "a", code: code).diagnosticError
        #expect(error.diagnostics.map(\.summary) == ["cannot write 'a': \(reason)"])
        #expect(error.diagnostics.first?.help != nil)
    }

    @Test(arguments: [
        ("a", "."), ("a/b", "a"), ("/a", "/"), ("/", "/"), ("/a/b/", "/a"), ("./a", "."), ("é/b", "é"),
    ])
    func `the parent of a path`(path: String, parent: String) {
        #expect(Files.parent(of: path) == parent)
    }

    @Test func `one holder at a time`() throws {
        let folder = try TemporaryFolder()
        var first = try FolderLock(folder.path)
        #expect(first != nil)
        #expect(try FolderLock(folder.path) == nil)
        withExtendedLifetime(first) {}
        first = nil
        #expect(try FolderLock(folder.path) != nil)
        #expect(try Files.names(in: folder.path).isEmpty)
    }
}
