import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A call to the system that failed, in words for people.
struct SystemError {
    /// What was being done, such as “write”.
    var action: String
    var path: String
    var code: CInt

    /// The error of the call that just failed.
    static func last(_ action: String, _ path: String) -> DiagnosticError {
        SystemError(action: action, path: path, code: errno).diagnosticError
    }

    var diagnosticError: DiagnosticError {
        DiagnosticError(.error("cannot \(action) '\(path)': \(reason)", at: nil, help: help))
    }

    private var reason: String {
        switch code {
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EACCES, EPERM: "permission denied"
        case EROFS: "the file system is read-only"
        case ENOTDIR: "a part of the path is not a folder"
        case EISDIR: "it is a folder"
        case ENOENT: "no such file or folder"
        case ELOOP: "its symbolic links go in a circle"
        default: String(cString: strerror(code))
        }
    }

    private var help: String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space and run the command again; what was there before is unchanged"
        case EACCES, EPERM, EROFS: "give yourself permission to write there, or choose another place"
        case ENOTDIR: "remove the file that stands where a folder should be, or choose another place"
        default: nil
        }
    }
}
