#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The name that a file has while it is written, next to the file that it is to replace.
///
/// It is hidden, is unlike that of any other writer, in this process too, and says which process writes: so what a
/// killed process left can be told from everything else.
struct TemporaryName {
    private static let ending = ".by-book"

    /// Where to write a new version of a file.
    static func path(for target: String) -> String {
        let folder = Files.parent(of: target)
        let name =
            target.utf8.lastIndex(of: 0x2F).map { target[target.utf8.index(after: $0)...] } ?? target[...]
        return "\(folder)/.\(name).\(getpid())-\(UInt32.random(in: 0 ... .max))\(ending)"
    }

    /// The process that writes, or wrote, the file of this name; nil if the name is of another kind.
    static func writer(_ name: String) -> pid_t? {
        guard name.hasPrefix("."), name.hasSuffix(ending) else { return nil }
        let parts = name.dropFirst().dropLast(ending.count).split(
            separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let numbers = parts.last?.split(separator: "-"), numbers.count == 2,
            UInt32(numbers[1]) != nil
        else { return nil }
        return pid_t(numbers[0])
    }
}

extension Files {
    /// Removes the half-written files that killed processes left in a folder.
    public static func removeAbandoned(in folder: String) {
        for name in (try? unsortedNames(in: folder)) ?? [] {
            guard let writer = TemporaryName.writer(name), kill(writer, 0) != 0, errno == ESRCH else {
                continue
            }
            try? remove("\(folder)/\(name)")
        }
    }
}
