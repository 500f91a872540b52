#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

import Diagnostics

/// A file at one moment: what is in it, and what tells whether somebody has written to it since.
public struct FileState: Sendable, Hashable, Codable {
    /// What is in it.
    public let fingerprint: Fingerprint
    /// Its size and when it was written last, as build systems look at it.
    public let date: String
    /// Which file it is, and when anything about it was changed last: no program can set that back.
    public let stamp: String

    /// Reads a file, unless it is as it was at an earlier moment.
    public init(of path: String, unless known: FileState? = nil) throws(DiagnosticError) {
        (date, stamp) = try FileState.stamps(path)
        if let known, known.stamp == stamp, known.date == date {
            fingerprint = known.fingerprint
        } else {
            fingerprint = Fingerprint(try Files.read(path))
        }
    }

    /// What tells whether a file was written to since an earlier moment, without reading it.
    public static func witness(of path: String) throws(DiagnosticError) -> String {
        let (date, stamp) = try stamps(path)
        return "\(date) \(stamp)"
    }

    private static func stamps(_ path: String) throws(DiagnosticError) -> (date: String, stamp: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError.last("read", path) }
        #if canImport(Darwin)
            let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (written, changed) = (status.st_mtim, status.st_ctim)
        #endif
        return (
            "\(status.st_size) \(written.tv_sec).\(written.tv_nsec)",
            "\(status.st_dev) \(status.st_ino) \(changed.tv_sec).\(changed.tv_nsec)"
        )
    }
}
