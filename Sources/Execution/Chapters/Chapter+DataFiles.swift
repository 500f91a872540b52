import Manuscript

extension Chapter {
    /// The data files of the book that this chapter's program finds in its folder, and whose changes run it again: those
    /// whose names stand in its code, or all, where its code may come to them in another way.
    ///
    /// What is not among them is not there when the program runs, so that none is read unnoticed.
    func dataFiles(among files: [String], modules: [String]) -> [String] {
        let code = steps.compactMap { step -> String? in
            switch step {
            case .block(let block): block.expectation == .static ? nil : block.code
            case .value(let value): value.expression
            }
        }.joined(separator: "\n")
        // A module, or a list of the folder, may tell any name.
        let others =
            modules + [
                "contentsOfDirectory", "subpaths", "enumerator", "opendir", "readdir", "scandir", "glob",
                "fts_",
            ]
        if others.contains(where: code.contains) { return files }
        let named = files.filter { file in
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let stem = name.split(separator: ".").first.map(String.init) ?? name
            return code.contains(name) || stem.count > 2 && code.contains(stem)
        }
        guard named.isEmpty else { return named }
        // Names may be put together of parts; without these words nothing is read.
        let readers = [
            "contentsOf", "FileManager", "FileHandle", "FileDescriptor", "InputStream", "fopen", "open(",
            "URL",
            "Process", "Bundle", "mmap",
        ]
        return readers.contains(where: code.contains) ? files : []
    }
}
