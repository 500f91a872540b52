import Manuscript
import SwiftSource

extension Chapter {
    /// What the compiler cannot know of its own words: that its program is a chapter.
    func help(forError text: String) -> String? {
        if text.hasPrefix("invalid redeclaration of") || text.hasPrefix("ambiguous use of")
            || text.contains("is ambiguous for type lookup")
        {
            return
                "the blocks of a chapter share one scope: take another name, or write 'own' behind the word "
                + "swift, and what the block declares ends with it, or 'reset', and the chapter begins anew there"
        }
        if text.hasPrefix("declaration is only valid at file scope") {
            return
                "it cannot stand in a scope of its own: write 'reset' instead of 'own', and the chapter begins "
                + "anew here"
        }
        guard let match = text.firstMatch(of: /^cannot find (?:type )?'(\w+)' in scope/) else { return nil }
        let name = String(match.1)
        for block in blocks where !block.isShared {
            guard SwiftReading(block.code).bindings.contains(where: { $0.name == name }) else { continue }
            return
                "'\(name)' is declared in block \(block.name), whose names end with it: declare it in a block "
                + "that others share"
        }
        return nil
    }
}

extension SwiftBlock {
    /// Whether blocks below may use what it declares.
    fileprivate var isShared: Bool { expectation == .runs && scope != .own }
}
