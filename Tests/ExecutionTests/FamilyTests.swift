#if os(Linux)
    import Foundation
    import Storage
    import Testing

    @testable import Execution

    /// Processes that a block starts: none outlives the chapter, and they are never very many.
    @Suite struct FamilyTests {
        /// How long the processes of a test want to sleep: a number that no other process has among its arguments.
        private let nap = "1000.\(UInt32.random(in: 0 ... .max))"

        /// Sleeps, and before that starts itself twice in sessions of their own, to this depth.
        private static let tree = """
            if [ $2 -gt 0 ]; then
              setsid sh tree.sh $1 $(($2 - 1)) &
              setsid sh tree.sh $1 $(($2 - 1)) &
            fi
            exec sleep $1
            """

        /// Runs a block that starts a shell, and then this.
        private func run(shell command: String, then: String = "") async throws -> ChapterResult {
            try await TestBook.run(
                swift(
                    """
                    import Foundation
                    let command = "\(command.replacing("NAP", with: nap))"
                    _ = try Process.run(URL(filePath: "/bin/sh"), arguments: ["-c", command])
                    \(then)
                    """), configuration: "data: [tree.sh]", files: ["tree.sh": Self.tree])
        }

        private func isAnyLeft() async throws -> Bool {
            // Who is killed is not gone at once.
            for _ in 0..<100 {
                let isFound = try Files.names(in: "/proc").contains { name in
                    guard Int(name) != nil, let words = try? Files.read("/proc/\(name)/cmdline") else {
                        return false
                    }
                    return String(decoding: words, as: UTF8.self).contains(nap)
                }
                if !isFound { return false }
                try await Task.sleep(for: .milliseconds(50))
            }
            return true
        }

        @Test(arguments: [
            "exec sleep NAP", "exec setsid sleep NAP", "trap '' INT TERM HUP; sleep NAP", "exec yes NAP >&2",
            "exec setsid sh tree.sh NAP 4", "exec env -i setsid sleep NAP",
            "env -i setsid sh -c 'env -i setsid sleep NAP & exec sleep 0.1'",
        ])
        func `what a block leaves running is ended`(command: String) async throws {
            let result = try await run(shell: command)
            let complaint = try #require(result.complaint)
            #expect(complaint.hasPrefix("3:4: the chapter left ") && complaint.hasSuffix(" running"))
            #expect(result.texts == [""], "the block itself ran to its end")
            #expect(try await !isAnyLeft())
        }

        @Test func `processes that multiply are ended before they are very many`() async throws {
            let result = try await run(
                shell: "exec sh tree.sh NAP 7", then: "Thread.sleep(forTimeInterval: 30)")
            #expect(result.complaint == "3:4: block '1' started more than 100 processes")
            #expect(try await !isAnyLeft())
        }

        @Test func `what is running when the time is up is ended`() async throws {
            let result = try await TestBook.run(
                swift(
                    """
                    import Foundation
                    _ = try Process.run(URL(filePath: "/usr/bin/setsid"), arguments: ["sleep", "\(nap)"])
                    while true {}
                    """, "timeout=300ms"))
            #expect(result.complaint == "3:4: block '1' ran longer than 300 ms")
            #expect(try await !isAnyLeft())
        }
    }
#endif
