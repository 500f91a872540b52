/// A folder of compiled modules that chapters are linked against.
struct Library: Sendable {
    /// Where the modules' interfaces are.
    var interfaces: String
    /// Where the dynamic libraries are.
    var folder: String
    /// The dynamic libraries, without `lib` and extension.
    var names: [String]
    /// More that importers need to know.
    var importFlags: [String] = []

    /// What the compiler needs to import the modules and to link and find the libraries.
    /// - Parameter executable: What is linked. It finds the libraries by the way from its own folder: an absolute path with
    ///   a colon in it would be taken for two.
    func flags(for executable: String) -> [String] {
        ["-I", interfaces, "-L", folder, "-Xlinker", "-rpath", "-Xlinker", wayHere(from: executable)]
            + names.map { "-l\($0)" } + importFlags
    }

    private func wayHere(from executable: String) -> String {
        let start = executable.split(separator: "/").dropLast()
        let end = folder.split(separator: "/")
        let common = zip(start, end).prefix { $0 == $1 }.count
        let steps =
            Array(repeating: "..", count: start.count - common) + end.dropFirst(common).map(String.init)
        #if canImport(Darwin)
            return (["@loader_path"] + steps).joined(separator: "/")
        #else
            return (["$ORIGIN"] + steps).joined(separator: "/")
        #endif
    }

    /// The file name of a dynamic library.
    static func fileName(_ name: String) -> String {
        #if canImport(Darwin)
            "lib\(name).dylib"
        #else
            "lib\(name).so"
        #endif
    }
}
