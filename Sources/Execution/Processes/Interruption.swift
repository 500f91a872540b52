#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The user's wish to stop: Ctrl-C, or a polite `kill`.
///
/// Chapters and compilers run in process groups of their own, so a terminal's Ctrl-C reaches only this process. It
/// is remembered, and whoever waits for a program kills it and cleans up.
public enum Interruption {
    /// A pipe with a byte in it as soon as the user wants to stop; nobody ever takes the byte out.
    private static let pipeEnds: (reading: CInt, writing: CInt) = {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        signalPipe = ends[1]
        return (ends[0], ends[1])
    }()

    /// From now on SIGINT, SIGTERM and SIGHUP are remembered. A second one ends the process at once.
    public static func catchSignals() {
        guard pipeEnds.reading >= 0 else { return }
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            #if canImport(Darwin)
                action.__sigaction_u.__sa_handler = rememberSignal
            #else
                action.__sigaction_handler.sa_handler = rememberSignal
            #endif
            action.sa_flags = CInt(bitPattern: CUnsignedInt(truncatingIfNeeded: SA_RESETHAND)) | SA_RESTART
            sigaction(signal, &action, nil)
        }
    }

    /// Whether the user wants to stop.
    public static var isRequested: Bool {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&poller, 1, 0) > 0
    }

    /// Readable once the user wants to stop.
    static var descriptor: CInt { pipeEnds.reading }
}

/// Set once, before any handler is installed.
nonisolated(unsafe) private var signalPipe: CInt = -1

private func rememberSignal(_ signal: CInt) {
    var byte: UInt8 = 1
    _ = write(signalPipe, &byte, 1)
}
