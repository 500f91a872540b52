import Diagnostics
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

    init(_ owner: Failure.Owner) {
        switch owner {
        case .book: self = .bookIsWrong
        case .configuration: self = .usage
        case .machine: self = .internalError
        case .user: self = .interrupted
        }
    }

    func leave() -> Never {
        exit(rawValue)
    }
}
