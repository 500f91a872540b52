import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder made aside and then put in the place of an older one, whole.
///
/// The new folder is written next to the old one and the two are exchanged in one step, so that whoever looks, and
/// whenever a build is killed, there is the old folder or the new one. What a killed build leaves is cleaned up by the
/// next.
///
/// Every folder carries a manifest of its files. A folder without one, or with a file that the manifest does not name,
/// was not made here, or not only: it is never replaced. A symbolic link to a folder stays, and the folder it leads to
/// is replaced.
public final class StagedFolder: Sendable {
    /// The name of the manifest in every folder made here: one path a line, in order.
    public static let manifestName = ".made-by-book"

    private let shown: String
    private let destination: String
    private let staging: String
    private let previous: String
    private let lock: FolderLock

    /// Prepares to replace a folder, or to make it if there is none, and cleans up what killed builds left.
    ///
    /// Throws if the folder is not one made here, or if another process goes on replacing it for half a minute.
    public init(replacing path: String) throws(DiagnosticError) {
        shown = path
        destination = try StagedFolder.destination(path)
        let parent = Files.parent(of: destination)
        let name = destination.dropFirst(parent == "/" ? 1 : parent.utf8.count + 1)
        guard !name.isEmpty else { throw StagedFolder.refusal(path, "it is the root of the file system") }
        staging = "\(parent)/.\(name).new"
        previous = "\(parent)/.\(name).old"
        lock = try StagedFolder.lock(parent, shown: path)
        try recover()
        try StagedFolder.checkReplaceable(destination, shown: path)
        try Files.makeFolder(staging)
        try Files.writeNew([], to: "\(staging)/\(StagedFolder.manifestName)")
    }

    deinit {
        // After a commit nothing is there any more. What cannot be removed now is removed by the next build.
        try? StagedFolder.discard(staging)
    }

    /// Throws if what stands at a path may not be replaced. Writes nothing, so that it can be asked long before.
    public static func check(_ path: String) throws(DiagnosticError) {
        guard Files.exists(path) else { return }
        try checkReplaceable(Files.resolved(path) ?? path, shown: path)
    }

    /// Writes a file of the new folder; folders on its way are made. A file that has these bytes in the old folder keeps
    /// its time, by which servers and those who copy a site tell what changed.
    /// - Parameter path: Relative to the folder, without `..`.
    public func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
        let target = "\(staging)/\(path)"
        try Files.makeFolder(Files.parent(of: target))
        try Files.writeNew(bytes, to: target)
        Files.takeTime(of: "\(destination)/\(path)", ifItHas: bytes, for: target)
    }

    /// Puts the new folder in place of the old one and removes that.
    /// - Returns: Whether anything changed; if every byte is the same, the old folder stays.
    @discardableResult
    public func commit() throws(DiagnosticError) -> Bool {
        let manifest = try Files.tree(staging).filter { $0 != StagedFolder.manifestName }
        let lines = manifest.map { $0 + "\n" }.joined()
        try Files.writeNew(Array(lines.utf8), to: "\(staging)/\(StagedFolder.manifestName)")
        if try isUnchanged(manifest) {
            try StagedFolder.discard(staging)
            return false
        }
        if !Files.exists(destination) {
            try Files.move(staging, to: destination)
        } else if exchangeFolders(staging, destination) {
            // The new folder is in place: what of the old one cannot be removed now, the next build removes.
            try? StagedFolder.discard(staging)
        } else if [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(errno) {
            // This file system cannot exchange. A kill between the renames is mended by `recover`.
            try Files.move(destination, to: previous)
            try Files.move(staging, to: destination)
            try? StagedFolder.discard(previous)
        } else {
            throw SystemError.last("replace", shown)
        }
        return true
    }

    private func isUnchanged(_ manifest: [String]) throws(DiagnosticError) -> Bool {
        guard Files.exists(destination), try Files.tree(destination) == Files.tree(staging) else {
            return false
        }
        for path in manifest + [StagedFolder.manifestName]
        where try Files.read("\(destination)/\(path)") != Files.read("\(staging)/\(path)") {
            return false
        }
        return true
    }

    private func recover() throws(DiagnosticError) {
        if Files.exists(previous) {
            if Files.exists(destination) {
                try StagedFolder.discard(previous)
            } else {
                try Files.move(previous, to: destination)
            }
        }
        if Files.exists(staging) { try StagedFolder.discard(staging) }
    }

    /// Removes a folder made here; its manifest goes last, so that a kill leaves a folder that is known to be ours.
    private static func discard(_ folder: String) throws(DiagnosticError) {
        guard Files.exists(folder) else { return }
        let names = try Files.names(in: folder)
        guard names.isEmpty || names.contains(manifestName) else {
            throw refusal(folder, "it was not made by a build", help: "move it away")
        }
        for name in names where name != manifestName { try Files.remove("\(folder)/\(name)") }
        try Files.remove(folder)
    }

    /// Throws unless a folder may be replaced: it does not exist, is empty, or has nothing but files made here.
    private static func checkReplaceable(_ folder: String, shown: String) throws(DiagnosticError) {
        guard Files.exists(folder) else { return }
        guard Files.isFolder(folder) else { throw refusal(shown, "it is not a folder") }
        let names = try Files.names(in: folder)
        guard names.isEmpty || names.contains(manifestName) else {
            throw refusal(shown, "it has files that were not made by a build, such as '\(names[0])'")
        }
        // Exchanging would replace folders that their owner made read-only.
        var checked: Set<String> = [folder]
        if access(folder, W_OK) != 0 { throw SystemError.last("replace", shown) }
        if names.isEmpty { return }
        let manifest = try Files.read("\(folder)/\(manifestName)")
        let known = Set(String(decoding: manifest, as: UTF8.self).split(separator: "\n").map(String.init))
        for path in try Files.tree(folder) where path != manifestName {
            guard known.contains(path) || path.hasSuffix(".DS_Store") else {
                throw refusal(
                    shown, "its file '\(path)' was not made by a build",
                    help: "move '\(path)' away, or choose another folder")
            }
            let parent = Files.parent(of: "\(folder)/\(path)")
            if checked.insert(parent).inserted, access(parent, W_OK) != 0 {
                throw SystemError.last("replace", shown)
            }
        }
    }

    private static func refusal(
        _ path: String, _ reason: String, help: String = "choose another folder, or an empty one"
    ) -> DiagnosticError {
        DiagnosticError(.error("'\(path)' is not replaced: \(reason)", at: nil, help: help))
    }

    private static func destination(_ path: String) throws(DiagnosticError) -> String {
        if let resolved = Files.resolved(path) { return resolved }
        guard !Files.exists(path) else { throw refusal(path, "it is a symbolic link that leads nowhere") }
        var path = path
        while path.hasSuffix("/") { path.removeLast() }
        let parent = Files.parent(of: path)
        try Files.makeFolder(parent)
        guard let resolved = Files.resolved(parent) else { throw SystemError.last("find", parent) }
        let name =
            parent == "." && !path.hasPrefix("./") ? path : String(path.dropFirst(parent.utf8.count + 1))
        return resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
    }

    private static func lock(_ folder: String, shown: String) throws(DiagnosticError) -> FolderLock {
        for _ in 0..<600 {
            if let lock = try FolderLock(folder) { return lock }
            usleep(50_000)
        }
        throw DiagnosticError(
            .error(
                "another build is writing '\(shown)'", at: nil,
                help: "run the command again when it has ended, or choose another folder"))
    }
}
