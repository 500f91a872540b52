import ArgumentParser
import Diagnostics
import Foundation
import Press
import Verification

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show where a number comes from, and what rests on it.",
        discussion: """
            CHAPTER:L120 names the values on line 120, CHAPTER:BLOCK a block. Shown are the expression, the value in \
            full, the blocks that it comes from, what these rest on, and which other sentences and figures rest on the \
            same. With --format json, one object a value.
            """)

    @OptionGroup var options: BookOptions

    @Argument(help: ArgumentHelp("What to explain.", valueName: "chapter:part"))
    var selection: Selection

    func run() async {
        await Session(options).run { session throws(Failure) in
            let press = session.press
            let book = try press.read()
            let proof = try await press.prove(book, selection: selection)
            for explanation in proof.explanations(of: selection) {
                switch options.format {
                case .text: explanation.lines.forEach { session.write($0) }
                case .json: session.write(json(explanation))
                }
            }
        }
    }

    private func json(_ explanation: Explanation) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(explanation)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
