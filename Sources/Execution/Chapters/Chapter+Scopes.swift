import Manuscript

extension Chapter {
    /// The steps in the pieces that a fresh start parts: each is a program of its own.
    var scopes: [Range<Int>] {
        var starts = steps.indices.filter { index in
            if case .block(let block) = steps[index] { block.scope == .reset } else { false }
        }
        if starts.first != 0 { starts.insert(0, at: 0) }
        return zip(starts, starts.dropFirst() + [steps.count]).map { $0..<$1 }
    }

    /// The steps whose names a step may know.
    func scope(ofStep index: Int) -> Range<Int> {
        scopes.first { $0.contains(index) } ?? steps.indices
    }
}

extension SwiftBlock {
    /// The code as it stands in the program: in a scope of its own nothing can be imported, so its imports stand above.
    var tangled: String {
        guard scope == .own, code.contains("import") else { return code }
        return code.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isImport ? String(repeating: " ", count: $0.utf8.count) : String($0) }
            .joined(separator: "\n")
    }
}

extension String {
    /// The lines that import a module.
    var importLines: [String] {
        split(separator: "\n").filter(\.isImport).map(String.init)
    }
}

extension Substring {
    fileprivate var isImport: Bool {
        let line = drop(while: \.isWhitespace)
        return line.hasPrefix("import ") || line.hasPrefix("@testable import ")
            || line.hasPrefix("@preconcurrency import ")
    }
}
