#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension _Chapter {
    /// Runs what follows in a copy of the process, so that the chapter outlives a trap.
    ///
    /// In the copy the result is true, and the block runs. Here the result is false, when the copy has ended, and
    /// a record says how it ended and what it wrote to standard error.
    public static func trap() -> Bool {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        let child = copyProcess()
        if child == 0 {
            endWithParent()
            dup2(ends[1], STDERR_FILENO)
            close(ends[0])
            close(ends[1])
            return true
        }
        close(ends[1])
        let words = readToEnd(ends[0])
        close(ends[0])
        var status: CInt = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        Record.write(.trap, ["\(status)", words])
        return false
    }

    /// Ends the copy, when the block came to its end and did not trap.
    public static func survive() -> Never {
        _exit(0)
    }

    private static func readToEnd(_ descriptor: CInt) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}

/// `fork`, which Darwin's overlay hides because few programs may use it: this one has a single thread at this point,
/// unless the chapter started others.
@_silgen_name("fork")
private func copyProcess() -> pid_t
