#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Starts a chapter's program where it may do little, waits for its end, and ends all processes that it left.
///
/// 1. What the program may do is settled before the first of its instructions runs;
/// 2. whatever it starts stays below this process, even if it goes away from its parents, its group and its session;
/// 3. how it ended, and how many processes were left, is written to the descriptor `Guard.report`.
@main
enum Guard {
    /// Where the tool reads how the program ended: `status leftovers`, or an exclamation mark and what went wrong.
    static let report: CInt = 4

    static func main() {
        guard let order = Order(CommandLine.arguments.dropFirst()) else {
            fail("the guard was started wrongly")
        }
        _ = fcntl(report, F_SETFD, FD_CLOEXEC)
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGCHLD, SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        sigprocmask(SIG_BLOCK, &signals, nil)
        #if os(Linux)
            let parent = getppid()
            _ = prctl(ProcessControl.childSubreaper, 1, 0, 0, 0)
            _ = prctl(ProcessControl.parentDeathSignal, CUnsignedLong(SIGTERM), 0, 0, 0)
            if getppid() != parent { exit(1) }
        #endif
        let program = copyProcess()
        guard program >= 0 else { fail("no process can be started: \(lastError)") }
        if program == 0 { order.become(unblocking: signals) }
        close(3)
        let status = wait(for: program, signals)
        let leftovers = Descendants.endAll(except: status == nil ? program : nil)
        write("\(status ?? CInt(SIGKILL)) \(leftovers)\n", to: report)
        exit(0)
    }

    /// Waits until the program ends; nil if the tool wants it to be ended before that.
    private static func wait(for program: pid_t, _ signals: sigset_t) -> CInt? {
        var signals = signals
        while true {
            var signal: CInt = 0
            guard sigwait(&signals, &signal) == 0 else { continue }
            if signal != SIGCHLD { return nil }
            while true {
                var status: CInt = 0
                let ended = waitpid(-1, &status, WNOHANG)
                if ended == program { return status }
                if ended <= 0 { break }
            }
        }
    }

    static func fail(_ words: String) -> Never {
        write("! \(words)\n", to: report)
        _exit(1)
    }

    private static func write(_ text: String, to descriptor: CInt) {
        let bytes = Array(text.utf8)
        #if canImport(Glibc)
            _ = Glibc.write(descriptor, bytes, bytes.count)
        #elseif canImport(Musl)
            _ = Musl.write(descriptor, bytes, bytes.count)
        #else
            _ = Darwin.write(descriptor, bytes, bytes.count)
        #endif
    }

    static var lastError: String { String(cString: strerror(errno)) }
}

/// `fork`, which Darwin hides because few programs may use it. This one has a single thread.
@_silgen_name("fork")
private func copyProcess() -> pid_t
