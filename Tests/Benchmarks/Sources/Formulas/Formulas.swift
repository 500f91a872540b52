import Foundation
import Measurement
import TeXMath

/// A thousand formulas as a textbook has them: twenty different ones, each converted fifty times.
@main
enum Formulas {
    static let limit = 0.050

    static func main() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let source = folder.appending(path: "formulas.tex")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n").map(String.init)
        let formulas = Array(repeatElement(lines, count: 1_000 / lines.count).joined())
        let converter = MathConverter()
        for formula in lines { _ = try converter.convert(formula, display: true) }

        let seconds = fastest(of: 20) {
            for formula in formulas { _ = try? converter.convert(formula, display: true) }
        }
        let bytes = formulas.reduce(0) { $0 + $1.utf8.count }
        print("\(formulas.count) formulas of \(bytes / formulas.count) bytes: \(milliseconds(seconds))")
        if let other = numbers(printedBy: folder.appending(path: "latex2mathml_formulas.py"), [source.path])?
            .first
        {
            print("latex2mathml: \(milliseconds(other)), \(Int((other / seconds).rounded())) times as long")
        } else {
            print("latex2mathml: not installed (pip install latex2mathml)")
        }
        if seconds > limit {
            print("more than \(milliseconds(limit))")
            exit(1)
        }
    }

    private static func milliseconds(_ seconds: Double) -> String {
        "\((seconds * 10_000).rounded() / 10) ms"
    }
}
