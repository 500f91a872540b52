#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension _Chapter {
    /// Runs a block that is to trap in a copy of the process, so that the chapter outlives it.
    ///
    /// A record says how the copy ended and what it wrote to standard error.
    public static func trap(_ block: () throws -> Void) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { fatalError("cannot make a pipe") }
        let child = copyProcess()
        guard child >= 0 else { fatalError("cannot copy the process") }
        if child == 0 {
            dup2(ends[1], STDERR_FILENO)
            close(ends[0])
            close(ends[1])
            do {
                try block()
            } catch {
                fatalError("Error raised at top level: \(String(reflecting: error))")
            }
            _exit(0)
        }
        close(ends[1])
        let words = readToEnd(ends[0])
        close(ends[0])
        var status: CInt = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        Channel.send(.trap(status: status, words: words))
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

/// `fork`, which Darwin hides because few programs may use it. A chapter may: its copy only runs one block.
@_silgen_name("fork")
private func copyProcess() -> pid_t
