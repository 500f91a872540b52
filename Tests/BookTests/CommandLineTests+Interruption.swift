import Foundation
import Testing

/// A user or a power cut ends the program, at any moment; or the program meets itself.
extension CommandLineTests {
    /// Whenever the program is killed, the site is the old one or the new one, and the next build mends the rest.
    @Test func aKillAtAnyMomentLeavesAWholeSite() throws {
        func change(_ step: Int) throws {
            try book.restore(keepingSite: true)
            try book.edit("chapters/index.md", "A short book", "A short book, edition \(step),")
            try book.edit("chapters/01-sieve.md", "Strike out", "Edition \(step): strike out")
        }
        #expect(try book.run("build").code == 0)
        try change(0)
        let duration = try duration(of: "build")
        var generations = [try book.contents("site")]
        for step in 1...16 {
            try change(step)
            try book.runAndKill(after: duration * step / 16, "build")
            let found = try book.contents("site")
            guard !generations.contains(found) else { continue }
            #expect(try book.run("build").output.contains("as it was"), "the site was neither old nor new")
            generations.append(found)
        }
        #expect(try book.run("build").code == 0)
        #expect(try book.names().filter { $0.contains("site") } == ["site"])
    }

    /// Whenever accepting is killed, each chapter is the old one or the new one, and what was half written goes.
    @Test func aKillAtAnyMomentLeavesWholeChapters() throws {
        let right = try book.contents("chapters")
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        let wrong = try book.read("chapters/01-sieve.md")
        #expect(try book.run("diff").code == 1)
        let duration = try duration(of: "accept")
        for step in 1...8 {
            try book.write("chapters/01-sieve.md", wrong)
            try book.runAndKill(after: duration * step / 8, "accept")
            let found = try book.contents("chapters")["01-sieve.md"]
            #expect(found == Data(wrong.utf8) || found == right["01-sieve.md"])
        }
        // No process has this number.
        try book.write("chapters/.01-sieve.md.999999999-1.by-book", "half")
        #expect(try book.run("accept").code == 0)
        #expect(try book.contents("chapters") == right)
    }

    private func duration(of command: String) throws -> Duration {
        let start = ContinuousClock.now
        #expect(try book.run(command).code == 0)
        return .now - start
    }

    @Test func twoBuildsAtOnceBothEndWell() throws {
        try book.append("chapters/01-sieve.md", "\n```swift\nlet slow = primes(upTo: 100_000).count\n```\n")
        let first = try book.start("build")
        let second = try book.start("build")
        #expect(try first.finish().code == 0)
        #expect(try second.finish().code == 0)
        #expect(try book.read("site/01-sieve.html").contains("slow"))
    }

    #if os(Linux)
        /// What the program is at when it is told to stop.
        enum Phase: CaseIterable {
            case buildingModules
            case compiling
            case running

            /// Part of the command line of a process by which the phase is known.
            var worker: String {
                switch self {
                case .buildingModules: "swift-build"
                case .compiling: "swift-frontend"
                case .running: "sleep 1000"
                }
            }

            func prepare(_ book: TestFolder) throws {
                switch self {
                case .buildingModules: try book.edit("Sources/Primes/Sieve.swift", "2", "1 + 1")
                case .compiling: try book.append("chapters/01-sieve.md", "\n```swift\nprint(\"new\")\n```\n")
                case .running:
                    // A process in a session of its own is not reached by a signal to the chapter's group.
                    try book.append(
                        "chapters/01-sieve.md",
                        """

                        ```swift
                        import Foundation
                        let session = URL(filePath: "/usr/bin/setsid")
                        _ = try Process.run(session, arguments: ["sleep", "1000"])
                        while true {}
                        ```

                        """)
                }
            }
        }

        @Test(arguments: Phase.allCases, [SIGINT, SIGKILL])
        func whoeverStopsTheProgramStopsItsWorkers(phase: Phase, signal: Int32) throws {
            #expect(try book.run("build").code == 0)
            let site = try book.contents("site")
            try phase.prepare(book)
            let build = try book.start("build")
            let start = ContinuousClock.now
            while try !book.workers().contains(where: { $0.contains(phase.worker) }) {
                try #require(.now - start < .seconds(30), "there never was a '\(phase.worker)'")
                usleep(5_000)
            }
            let signalled = ContinuousClock.now
            let result = try build.stop(with: signal)
            #expect(.now - signalled < .seconds(10))
            if signal == SIGKILL {
                // Nothing can be done then; the next command does it.
                try book.restore(keepingSite: true)
                #expect(try book.run("test").code == 0)
            } else {
                #expect(result.code == 130, "\(result.errors)")
            }
            #expect(try book.workers() == [])
            #expect(try book.names(".build/book/work") == [])
            #expect(try book.contents("site") == site)
        }
    #endif
}
