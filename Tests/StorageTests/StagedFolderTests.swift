import Foundation
import Storage
import Testing

@Suite struct StagedFolderTests {
    private func publish(_ files: [String: String], to path: String) throws -> Bool {
        let folder = try StagedFolder(replacing: path)
        for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
        return try folder.commit()
    }

    @Test func `a folder is made, replaced and left alone`() throws {
        let folder = try TemporaryFolder()
        let site = "\(folder.path)/out/site"
        #expect(try publish(["a.html": "1", "b/c.html": "2"], to: site))
        #expect(try folder.contents("out/site") == ["a.html": "1", "b/c.html": "2"])
        #expect(try !publish(["a.html": "1", "b/c.html": "2"], to: site))
        #expect(try publish(["a.html": "1"], to: site + "/"))
        #expect(try folder.contents("out/site") == ["a.html": "1"])
        #expect(try Files.names(in: "\(folder.path)/out") == ["site"])
        let manifest = try Files.read("\(site)/\(StagedFolder.manifestName)")
        #expect(String(decoding: manifest, as: UTF8.self) == "a.html\n")
    }

    @Test func `a file whose bytes stay keeps its time`() throws {
        let folder = try TemporaryFolder()
        let site = "\(folder.path)/site"
        _ = try publish(["a.html": "1", "b/c.html": "2", "d.html": "3"], to: site)
        func times() throws -> [String: Date] {
            var times: [String: Date] = [:]
            for name in ["a.html", "b/c.html", "d.html"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(site)/\(name)")
                times[name] = attributes[.modificationDate] as? Date
            }
            return times
        }
        let long = Date(timeIntervalSince1970: 1_000_000)
        for name in ["a.html", "b/c.html", "d.html"] {
            try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: "\(site)/\(name)")
        }
        #expect(try publish(["a.html": "1", "b/c.html": "4", "d.html": "3"], to: site))
        let found = try times()
        #expect(found["a.html"] == long && found["d.html"] == long && found["b/c.html"] != long)
        #expect(try folder.contents("site") == ["a.html": "1", "b/c.html": "4", "d.html": "3"])
    }

    @Test func `nothing is replaced without a commit`() throws {
        let folder = try TemporaryFolder()
        let site = "\(folder.path)/site"
        _ = try publish(["a": "old"], to: site)
        do {
            let staged = try StagedFolder(replacing: site)
            try staged.write([1], to: "a")
        }
        #expect(try folder.contents("site") == ["a": "old"])
        #expect(try Files.names(in: folder.path) == ["site"])
    }

    @Test func `what was not made here is never replaced`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        try folder.write("precious", to: "home/letter.txt")
        try folder.write("precious", to: "file")
        #expect(
            complaint { _ = try publish(["a": "1"], to: "\(path)/home") }
                == "'\(path)/home' is not replaced: it has files that were not made by a build, such as 'letter.txt'"
        )
        #expect(
            complaint { _ = try publish(["a": "1"], to: "\(path)/file") }
                == "'\(path)/file' is not replaced: it is not a folder")
        #expect(complaint { _ = try publish([:], to: "/") } != nil)

        _ = try publish(["a": "1"], to: "\(path)/site")
        try folder.write("mine", to: "site/CNAME")
        #expect(
            complaint { _ = try publish(["a": "2"], to: "\(path)/site") }
                == "'\(path)/site' is not replaced: its file 'CNAME' was not made by a build")
        #expect(try folder.contents("home") == ["letter.txt": "precious"])
        #expect(try folder.contents("site") == ["a": "1", "CNAME": "mine"])
        #expect(try Files.names(in: path) == ["file", "home", "site"])
    }

    @Test func `an empty folder is fine`() throws {
        let folder = try TemporaryFolder()
        try Files.makeFolder("\(folder.path)/site")
        #expect(try publish(["a": "1"], to: "\(folder.path)/site"))
    }

    @Test func `a symbolic link to a folder stays`() throws {
        let folder = try TemporaryFolder()
        _ = try publish(["a": "1"], to: "\(folder.path)/real")
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "real")
        #expect(try publish(["a": "2"], to: "\(folder.path)/link"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "real")
        #expect(try folder.contents("real") == ["a": "2"])
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/lost", withDestinationPath: "nowhere")
        #expect(
            complaint { _ = try publish([:], to: "\(folder.path)/lost") }?.contains("leads nowhere") == true)
    }

    /// Each state that a kill can leave, and what must be there after the next build has begun.
    @Test func `a kill at any instant leaves the old folder or the new one`() throws {
        // While the new folder is written: just made, with its manifest, with some files.
        for files in [[], [StagedFolder.manifestName], [StagedFolder.manifestName, "half.html"]] {
            let folder = try TemporaryFolder()
            _ = try publish(["a": "old"], to: "\(folder.path)/site")
            try Files.makeFolder("\(folder.path)/.site.new")
            for file in files { try folder.write("", to: ".site.new/\(file)") }
            try mend(folder, expecting: "old")
        }
        // After the exchange, while the old folder is removed.
        for files in [["a", StagedFolder.manifestName], [StagedFolder.manifestName], []] {
            let folder = try TemporaryFolder()
            _ = try publish(["a": "new"], to: "\(folder.path)/site")
            try Files.makeFolder("\(folder.path)/.site.new")
            for file in files { try folder.write("old", to: ".site.new/\(file)") }
            try mend(folder, expecting: "new")
        }
        // Between the two renames, where a file system cannot exchange.
        do {
            let folder = try TemporaryFolder()
            _ = try publish(["a": "old"], to: "\(folder.path)/site")
            try Files.move("\(folder.path)/site", to: "\(folder.path)/.site.old")
            try folder.write("", to: ".site.new/\(StagedFolder.manifestName)")
            try mend(folder, expecting: "old")
        }
        // After them, while the old folder is removed.
        do {
            let folder = try TemporaryFolder()
            _ = try publish(["a": "new"], to: "\(folder.path)/site")
            try folder.write("a\n", to: ".site.old/\(StagedFolder.manifestName)")
            try mend(folder, expecting: "new")
        }
    }

    private func mend(_ folder: TemporaryFolder, expecting text: String) throws {
        do { _ = try StagedFolder(replacing: "\(folder.path)/site") }
        #expect(try folder.contents("site") == ["a": text])
        #expect(try Files.names(in: folder.path) == ["site"])
    }

    @Test func `a folder aside that was not made here stays`() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", to: ".site.new/letter.txt")
        #expect(complaint { _ = try publish(["a": "1"], to: "\(folder.path)/site") } != nil)
        #expect(try folder.contents(".site.new") == ["letter.txt": "precious"])
    }

    @Test func `readers see the old folder or the new one, whole, while it is replaced`() async throws {
        let folder = try TemporaryFolder()
        let site = "\(folder.path)/site"
        func files(_ version: Int) -> [String: String] {
            Dictionary(uniqueKeysWithValues: (0..<5).map { ("f\($0)", "\(version)") })
        }
        _ = try publish(files(0), to: site)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for version in 1...60 { _ = try publish(files(version), to: site) }
            }
            group.addTask {
                for _ in 0..<600 {
                    // One descriptor of the folder sees one version of it.
                    let descriptor = open(site, O_RDONLY | O_DIRECTORY)
                    #expect(descriptor >= 0, "there was an instant without a site")
                    close(descriptor)
                }
            }
            try await group.waitForAll()
        }
        #expect(try folder.contents("site") == files(60))
    }

    #if os(Linux)
        /// A file system of 64 KB, which only root can make.
        @Test(.enabled(if: geteuid() == 0, "a small file system can only be mounted by root"))
        func `a full disk leaves the old folder`() throws {
            let folder = try TemporaryFolder()
            let mounted = Process()
            mounted.executableURL = URL(fileURLWithPath: "/bin/mount")
            mounted.arguments = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path]
            mounted.standardError = FileHandle.nullDevice
            try mounted.run()
            mounted.waitUntilExit()
            // Containers may forbid it.
            guard mounted.terminationStatus == 0 else { return }
            defer { umount(folder.path) }
            let site = "\(folder.path)/site"
            _ = try publish(["a": "old"], to: site)
            let message = complaint {
                _ = try publish(["a": String(repeating: "x", count: 200_000)], to: site)
            }
            #expect(message?.hasSuffix("the disk is full") == true)
            #expect(try folder.contents("site") == ["a": "old"])
            #expect(try Files.names(in: folder.path) == ["site"])
            #expect(
                complaint { try Files.write([UInt8](repeating: 0, count: 200_000), to: "\(folder.path)/big") }
                    == "cannot write '\(folder.path)/big': the disk is full")
            #expect(try Files.names(in: folder.path) == ["site"])
        }
    #endif
}
