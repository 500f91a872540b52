import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading, writing and removing files such that nothing is half done.
///
/// Every function throws a `DiagnosticError` that names the path and the reason.
public enum Files {
    /// The bytes of a file.
    public static func read(_ path: String) throws(DiagnosticError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError.last("read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError.last("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DiagnosticError(.error("cannot read '\(path)': it is not a file", at: nil))
        }
        var count = 0
        var failure: CInt = 0
        // One byte more than the file is known to have, to see its end without growing.
        var bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, initialized in
            count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
            initialized = count
        }
        while failure == 0, count > 0, bytes.count > Int(status.st_size) {
            let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
                count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
                initialized = count
            }
            bytes += more
        }
        guard failure == 0 else {
            throw SystemError(action: "read", path: path, code: failure).diagnosticError
        }
        return bytes
    }

    /// Puts a file in place whole: at any instant its path has the old bytes or the new ones.
    ///
    /// A file that has these bytes already is left alone. A new version keeps the permissions of the old one; a
    /// symbolic link stays, and the file it leads to is replaced.
    /// - Returns: Whether the file changed.
    @discardableResult
    public static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) -> Bool {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFREG, status.st_size == bytes.count, try read(path) == bytes
        {
            return false
        }
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw SystemError(action: "write", path: path, code: EISDIR).diagnosticError
        }
        let target = exists ? resolved(path) ?? path : path
        // Renaming would replace a file whose author made it read-only.
        if exists, access(target, W_OK) != 0 { throw SystemError.last("write", path) }
        let temporary = TemporaryName.path(for: target)
        let mode = exists ? status.st_mode & 0o7777 : 0o666
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw SystemError.last("write", path) }
        var succeeded = (!exists || fchmod(descriptor, mode) == 0) && emit(bytes, to: descriptor)
        succeeded = succeeded && fsync(descriptor) == 0
        var failure = errno
        if close(descriptor) != 0, succeeded {
            succeeded = false
            failure = errno
        }
        if succeeded, rename(temporary, target) != 0 {
            succeeded = false
            failure = errno
        }
        guard succeeded else {
            unlink(temporary)
            throw SystemError(action: "write", path: path, code: failure).diagnosticError
        }
        return true
    }

    /// Writes a file where nobody else looks yet.
    static func writeNew(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw SystemError.last("write", path) }
        let succeeded = emit(bytes, to: descriptor)
        let failure = errno
        guard close(descriptor) == 0, succeeded else {
            throw SystemError(action: "write", path: path, code: succeeded ? errno : failure).diagnosticError
        }
    }

    /// Gives a file the time of an older one, if that has the same bytes.
    static func takeTime(of old: String, ifItHas bytes: [UInt8], for path: String) {
        var status = stat()
        guard lstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == bytes.count,
            (try? read(old)) == bytes
        else { return }
        #if canImport(Darwin)
            let times = [status.st_atimespec, status.st_mtimespec]
        #else
            let times = [status.st_atim, status.st_mtim]
        #endif
        utimensat(AT_FDCWD, path, times, 0)
    }

    /// The path of an existing file or folder without symbolic links and dots, or nil if there is none.
    public static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The path of the folder that a path stands in.
    public static func parent(of path: String) -> String {
        var end = path.utf8.endIndex
        while end > path.utf8.index(after: path.utf8.startIndex),
            path.utf8[path.utf8.index(before: end)] == 0x2F
        {
            end = path.utf8.index(before: end)
        }
        guard let slash = path.utf8[..<end].lastIndex(of: 0x2F) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether something stands at a path, a dangling symbolic link included.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes a folder and those above it, where they are missing.
    public static func makeFolder(_ path: String) throws(DiagnosticError) {
        if mkdir(path, 0o777) == 0 { return }
        var code = errno
        if code == ENOENT, parent(of: path) != path {
            try makeFolder(parent(of: path))
            if mkdir(path, 0o777) == 0 { return }
            code = errno
        }
        var status = stat()
        guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            let code = code == EEXIST ? ENOTDIR : code
            throw SystemError(action: "make the folder", path: path, code: code).diagnosticError
        }
    }

    /// The names in a folder, sorted by their bytes.
    public static func names(in folder: String) throws(DiagnosticError) -> [String] {
        try unsortedNames(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The names in a folder, in any order.
    public static func unsortedNames(in folder: String) throws(DiagnosticError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError.last("list", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The paths of all files below a folder, relative to it, in order; symbolic links are named, not followed.
    /// - Parameter skippingHidden: Whether to leave out names that begin with a dot, and what is below them.
    public static func tree(
        _ folder: String, skippingHidden: Bool = false
    ) throws(DiagnosticError) -> [String] {
        var paths: [String] = []
        for name in try names(in: folder) where !(skippingHidden && name.hasPrefix(".")) {
            if isFolder("\(folder)/\(name)") {
                for path in try tree("\(folder)/\(name)", skippingHidden: skippingHidden) {
                    paths.append("\(name)/\(path)")
                }
            } else {
                paths.append(name)
            }
        }
        return paths
    }

    /// Gives a file or folder another place in the same file system, in one step.
    public static func move(_ path: String, to target: String) throws(DiagnosticError) {
        guard rename(path, target) == 0 else { throw SystemError.last("move", path) }
    }

    /// Removes a file or a folder with all it has; symbolic links are removed, not followed. Nothing there is fine.
    public static func remove(_ path: String) throws(DiagnosticError) {
        if isFolder(path) {
            for name in try names(in: path) { try remove("\(path)/\(name)") }
            if rmdir(path) != 0, errno != ENOENT { throw SystemError.last("remove", path) }
        } else if unlink(path) != 0, errno != ENOENT {
            throw SystemError.last("remove", path)
        }
    }

    /// Whether a folder, and no symbolic link to one, stands at a path.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from descriptor: CInt, failure: inout CInt
    ) -> Int {
        var count = 0
        while count < buffer.count {
            let got = Self.readSome(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
        return count
    }

    private static func readSome(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
    {
        while true {
            #if canImport(Glibc)
                let got = Glibc.read(descriptor, buffer, count)
            #elseif canImport(Musl)
                let got = Musl.read(descriptor, buffer, count)
            #else
                let got = Darwin.read(descriptor, buffer, count)
            #endif
            if got < 0, errno == EINTR { continue }
            return got
        }
    }

    private static func emit(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                #elseif canImport(Musl)
                    Musl.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                #else
                    Darwin.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            written += count
        }
        return true
    }
}
