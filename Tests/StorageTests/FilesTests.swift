import Foundation
import Storage
import Testing

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

    @Test(.disabled(if: isRoot, "root may write anywhere"))
    func `a read-only file and folder stay as they are`() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "file")
        let file = "\(folder.path)/file"
        _ = chmod(file, 0o444)
        #expect(complaint { try Files.write([1], to: file) } == "cannot write '\(file)': permission denied")
        _ = chmod(folder.path, 0o555)
        #expect(complaint { try Files.write([1], to: "\(folder.path)/new") } != nil)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
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
