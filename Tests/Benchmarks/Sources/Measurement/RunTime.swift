import Foundation

/// What one run of a program took.
public struct RunTime: Sendable {
    /// Seconds by the clock on the wall.
    public var wall: Double
    /// Seconds of processor time, of the program and everything it started.
    public var processor: Double
    /// The largest resident size of the program, in bytes.
    public var memory: Int

    /// Runs a program to its end with its output thrown away; nil if it cannot be started or fails.
    public static func of(_ program: String, _ arguments: [String], in folder: String) -> RunTime? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The shell changes the folder and becomes the program.
        let shell = ["sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, program]
        var words = (shell + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let start = ContinuousClock.now
        guard posix_spawnp(&id, "sh", &actions, nil, &words, environ) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(id, &status, 0, &usage) == id, status == 0 else { return nil }
        let wall = (ContinuousClock.now - start) / .seconds(1)
        return RunTime(
            wall: wall, processor: usage.ru_utime.seconds + usage.ru_stime.seconds,
            memory: Int(usage.ru_maxrss) * 1024)
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}

extension [Double] {
    /// The middle value.
    public var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
