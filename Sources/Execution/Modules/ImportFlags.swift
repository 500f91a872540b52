import Foundation
import Storage

/// The flags by which the package manager lets a module import all modules below it: where the maps and headers of those
/// written in C are, whichever package they are in, where those of the system are, and which programs expand macros.
///
/// They stand in the commands that it wrote down for the module made of all that chapters import.
enum ImportFlags {
    /// The flags, read from what the package manager wrote down.
    static func read(from plan: String, module: String) -> [String] {
        guard let bytes = try? Files.read(plan) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard
            let start = lines.firstIndex(where: {
                $0.hasPrefix("  \"C.\(module)-") && $0.hasSuffix(".module\":")
            })
        else { return [] }
        for line in lines[(start + 1)...] {
            if line.hasPrefix("  \"") { break }
            let line = line.drop { $0 == " " }
            for key in ["args: ", "other-args: "] where line.hasPrefix(key) {
                let list = Data(line.dropFirst(key.count).utf8)
                return flags(in: (try? JSONDecoder().decode([String].self, from: list)) ?? [])
            }
        }
        return []
    }

    /// Those of a compiler's arguments that say what can be imported.
    static func flags(in arguments: [String]) -> [String] {
        let folders = ["-I", "-isystem", "-iframework", "-F"]
        var flags: [String] = []
        var index = 0
        /// The argument some places further on.
        func argument(_ distance: Int) -> String {
            index + distance < arguments.count ? arguments[index + distance] : ""
        }
        while index < arguments.count {
            switch argument(0) {
            case "-Xcc" where folders.contains(argument(1)) && argument(2) == "-Xcc",
                "-Xfrontend" where argument(1).hasPrefix("-load-plugin-") && argument(2) == "-Xfrontend":
                flags += (0...3).map(argument)
                index += 4
            case "-Xcc"
            where argument(1).hasPrefix("-fmodule-map-file=") || argument(1).hasPrefix("-D")
                || folders.contains { argument(1).hasPrefix($0) && argument(1) != $0 }:
                flags += (0...1).map(argument)
                index += 2
            case "-load-plugin-executable" where index + 1 < arguments.count,
                "-load-plugin-library" where index + 1 < arguments.count,
                "-plugin-path" where index + 1 < arguments.count, "-I" where index + 1 < arguments.count,
                "-F" where index + 1 < arguments.count:
                flags += (0...1).map(argument)
                index += 2
            case let word where word.hasPrefix("-I/") || word.hasPrefix("-F/"):
                flags.append(word)
                index += 1
            default: index += 1
            }
        }
        return flags
    }
}
