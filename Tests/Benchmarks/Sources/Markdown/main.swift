// What the book's dialect costs: parsing and rendering as plain CommonMark, as a chapter with its extensions, and by
// libcmark alone. The limit is twice the time of plain rendering.
import CCmark
import Markdown
import Diagnostics
import Foundation
import HTML
import MarkdownRendering
import Measurement

let limit = 2.0

let chapters = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../chapters").standardizedFileURL
var texts = try FileManager.default.contentsOfDirectory(atPath: chapters.path)
    .filter { $0.hasSuffix(".md") && $0.first?.isNumber == true }.sorted()
    .map { (name: $0, text: try String(contentsOf: chapters.appending(path: $0), encoding: .utf8)) }
texts.append(("prose", repeated(prose)))
texts.append(("extensions", repeated(extensions)))

/// The seconds that it takes to make HTML of a text.
func seconds(_ text: String, _ dialect: Dialect) throws -> Double {
    func convert() throws -> String {
        let file = SourceFile(path: "text.md", text: text)
        return try Document(parsing: file, dialect: dialect).html().serialised()
    }
    _ = try convert()
    return fastest(of: 200) { _ = try? convert() }
}

func secondsOfLibcmark(_ text: String) -> Double {
    fastest(of: 200) { free(cmark_markdown_to_html(text, text.utf8.count, CMARK_OPT_DEFAULT)) }
}

print("text                       KB   libcmark ms   plain ms   chapter ms   chapter / plain")
var isWithinLimit = true
for (name, text) in texts {
    let plain = try seconds(text, .commonMark)
    let book = try seconds(text, .book)
    isWithinLimit = isWithinLimit && book <= limit * plain
    print(
        name.padding(toLength: 20, withPad: " ", startingAt: 0)
            + String(
                format: "%9.1f %13.2f %10.2f %12.2f %17.2f", Double(text.utf8.count) / 1e3,
                secondsOfLibcmark(text) * 1e3, plain * 1e3, book * 1e3, book / plain))
}
if !isWithinLimit {
    print("more than \(limit) times as long")
    exit(1)
}
