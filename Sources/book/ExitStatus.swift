import Foundation

/// How the program ends.
enum ExitStatus: Int32 {
    /// Everything is right.
    case clean = 0
    /// The book is wrong.
    case bookIsWrong = 1
    /// The command line or the configuration is wrong.
    case usage = 2
    /// The toolchain or this program failed.
    case internalError = 3
    /// The user interrupted.
    case interrupted = 130

    func leave() -> Never {
        exit(rawValue)
    }
}

/// Ends a command whose diagnostics have been reported.
struct Failure: Error {
    let exitCode: ExitStatus
}
