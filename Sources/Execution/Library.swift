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
    var flags: [String] {
        ["-I", interfaces, "-L", folder, "-Xlinker", "-rpath", "-Xlinker", folder] + names.map { "-l\($0)" }
            + importFlags
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
