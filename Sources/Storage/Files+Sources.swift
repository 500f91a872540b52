#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

import Diagnostics

extension Files {
    /// The paths of all files that a compiler may find below a folder, relative to it, in order: links to folders are
    /// followed, each folder is entered once, and names that begin with a dot are left out.
    public static func sources(below folder: String) throws(DiagnosticError) -> [String] {
        var entered: Set<String> = []
        return try sources(below: folder, &entered)
    }

    private static func sources(
        below folder: String, _ entered: inout Set<String>
    ) throws(DiagnosticError) -> [String] {
        guard let resolved = resolved(folder), entered.insert(resolved).inserted else { return [] }
        var paths: [String] = []
        for name in try names(in: folder) where !name.hasPrefix(".") {
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                for path in try sources(below: "\(folder)/\(name)", &entered) {
                    paths.append("\(name)/\(path)")
                }
            } else {
                paths.append(name)
            }
        }
        return paths
    }
}
