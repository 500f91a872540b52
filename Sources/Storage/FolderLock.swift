import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock on a folder that only one process at a time holds.
///
/// The lock is on the folder itself, so it leaves no file behind, and the system releases it when the process ends,
/// however it ends. It is advisory: it keeps apart only those who ask for it.
public final class FolderLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock, unless another process holds it: then the result is nil.
    public init?(_ folder: String) throws(DiagnosticError) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError.last("lock", folder) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            // Some network file systems cannot lock; there, nothing keeps two builds apart.
            guard errno == EWOULDBLOCK else { return }
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }
}
