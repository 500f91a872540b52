import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program to be started.
struct Command {
    var executable: String
    var arguments: [String]
    var environment: [String: String]
    /// Open descriptors that it gets, by the numbers under which it finds them: 3, 4 and so on.
    var descriptors: [CInt] = []
}

/// A started program: leader of a process group of its own, reading nothing, with its output and errors in pipes.
struct ChildProcess {
    /// The process, and its group.
    let id: pid_t
    let output: CInt
    let errors: CInt

    init(_ command: Command) throws(DiagnosticError) {
        func check(_ code: CInt) throws(DiagnosticError) {
            guard code != 0 else { return }
            throw DiagnosticError(
                .error("cannot start '\(command.executable)': \(String(cString: strerror(code)))", at: nil))
        }
        var actions = Self.noActions
        try check(posix_spawn_file_actions_init(&actions))
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = Self.noAttributes
        try check(posix_spawnattr_init(&attributes))
        defer { posix_spawnattr_destroy(&attributes) }

        let (output, outputEnd) = try Self.makePipe()
        let (errors, errorsEnd) = try Self.makePipe()
        defer {
            close(outputEnd)
            close(errorsEnd)
        }
        try check(posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0))
        try check(posix_spawn_file_actions_adddup2(&actions, outputEnd, STDOUT_FILENO))
        try check(posix_spawn_file_actions_adddup2(&actions, errorsEnd, STDERR_FILENO))
        for (index, descriptor) in command.descriptors.enumerated() {
            try check(posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(3 + index)))
        }
        var flags = CInt(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        #if canImport(Darwin)
            flags |= CInt(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #endif
        try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
        try check(posix_spawnattr_setpgroup(&attributes, 0))
        var signals = sigset_t()
        sigemptyset(&signals)
        try check(posix_spawnattr_setsigmask(&attributes, &signals))
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, signal) }
        try check(posix_spawnattr_setsigdefault(&attributes, &signals))

        var arguments: [UnsafeMutablePointer<CChar>?] = command.arguments.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] =
            command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in arguments + environment { free(string) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, command.executable, &actions, &attributes, &arguments, &environment)
        if code != 0 {
            close(output)
            close(errors)
        }
        try check(code)
        self.id = id
        self.output = output
        self.errors = errors
    }

    /// Forgets what is written from now on: who still writes, of the processes that the program started, is told so by
    /// the system, and may end.
    func closePipes() {
        close(output)
        close(errors)
    }

    #if canImport(Darwin)
        private static var noActions: posix_spawn_file_actions_t? { nil }
        private static var noAttributes: posix_spawnattr_t? { nil }
    #else
        private static var noActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
        private static var noAttributes: posix_spawnattr_t { posix_spawnattr_t() }
    #endif

    /// A pipe that other programs do not inherit; its reading end does not block.
    static func makePipe() throws(DiagnosticError) -> (reading: CInt, writing: CInt) {
        try makeEnds("a pipe", pipe)
    }

    /// A pair of sockets that other programs do not inherit; the first does not block.
    static func makeSocketPair() throws(DiagnosticError) -> (own: CInt, other: CInt) {
        #if canImport(Darwin)
            let kind = SOCK_STREAM
        #else
            let kind = CInt(SOCK_STREAM.rawValue)
        #endif
        return try makeEnds("a pair of sockets") { socketpair(AF_UNIX, kind, 0, $0) }
    }

    private static func makeEnds(
        _ name: String, _ make: (UnsafeMutablePointer<CInt>) -> CInt
    ) throws(DiagnosticError) -> (CInt, CInt) {
        var ends: [CInt] = [-1, -1]
        guard ends.withUnsafeMutableBufferPointer({ $0.baseAddress.map(make) ?? -1 }) == 0 else {
            throw DiagnosticError(.error("cannot make \(name): \(String(cString: strerror(errno)))", at: nil))
        }
        // Small numbers are those under which a program that is started finds its own.
        for index in 0...1 where ends[index] < 10 {
            let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 10)
            guard moved >= 0 else {
                throw DiagnosticError(
                    .error("cannot make \(name): \(String(cString: strerror(errno)))", at: nil))
            }
            close(ends[index])
            ends[index] = moved
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        return (ends[0], ends[1])
    }
}
