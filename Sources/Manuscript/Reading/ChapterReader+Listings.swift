import Diagnostics
import Markdown

extension ChapterReader {
    /// Code that is only shown, with the label and the caption that its fence gives it.
    mutating func listing(_ code: String, _ fence: Fence) -> Passage.Listing {
        var name: String?
        var words: [Phrase] = []
        do throws(DiagnosticError) {
            let options =
                fence.info == fence.language ? [] : try InfoString(fence, in: file).options
            for option in options {
                switch (option.name, option.value) {
                case ("id", let value?): name = try identifier(value, at: option.location)
                case ("caption", let value?): words = caption(value, of: fence)
                default: throw unknownOption(option, of: fence)
                }
            }
        } catch {
            error.diagnostics.forEach { report($0) }
        }
        if let name {
            if Label.Kind(prefixOf: name) != nil {
                label(
                    name, of: "code that is only shown", as: [.listing], title: words.plainText,
                    at: fence.infoRange)
            }
            claim(name, at: fence.infoRange)
        }
        return Passage.Listing(code: code, language: fence.language, name: name, caption: words)
    }

    private func unknownOption(_ option: InfoString.Option, of fence: Fence) -> DiagnosticError {
        let isOfSwift = blockOptionNames.contains { $0 == option.name || $0 == option.name + "=" }
        let reason =
            isOfSwift ? ": only blocks of Swift are run" : ""
        return DiagnosticError(
            .error(
                "'\(option.name)' means nothing on a fence of \(fence.language)\(reason)",
                at: option.location,
                help: "options are id=lst-… and caption=\"…\""))
    }
}
