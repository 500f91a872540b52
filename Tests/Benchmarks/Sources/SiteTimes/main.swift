// Rendering alone: books of 10 to 10,000 prose chapters of 20 KB, built by `book` (release) and turned into bare HTML
// by the `cmark` program, in one run.
import Foundation
import Measurement

let largest = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 1000 : 1000
let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../..").standardizedFileURL.path
let program = "\(root)/.build/release/book"
guard FileManager.default.isExecutableFile(atPath: program) else {
    print("build the tool first: swift build -c release --product book")
    exit(1)
}
let folder = FileManager.default.temporaryDirectory.appending(path: "site-times-\(getpid())").path
defer { try? FileManager.default.removeItem(atPath: folder) }

/// Some 20 KB of prose as chapters have it, different in each.
func chapter(_ number: Int) -> String {
    var text = "# Chapter \(number)\n\n"
    var paragraph = 0
    while text.utf8.count < 20_000 {
        paragraph += 1
        text += """
            ## Part \(paragraph) of \(number)

            A sequence is read *one step at a time*, and the state keeps a **summary** of what was read: see
            `step(\(paragraph))` or [the last part](#part-1-of-\(number)). Nothing else crosses from one step to the
            next, which is why the length of the sequence does not matter & the weights are the same throughout.

            - The first item has some words.
            - The second has `code` and a line
              that goes on.

            > What is quoted stands apart, and has *emphasis* of its own.

            1. One
            2. Two


            """
    }
    return text
}

print("chapters   book s (processor)   memory MB   ms per chapter   cmark s   ratio")
var count = 10
while count <= largest {
    let chapters = "\(folder)/\(count)/chapters"
    try FileManager.default.createDirectory(atPath: chapters, withIntermediateDirectories: true)
    let names = (1...count).map { "\($0).md" }
    for (index, name) in names.enumerated() {
        try chapter(index + 1).write(toFile: "\(chapters)/\(name)", atomically: false, encoding: .utf8)
    }
    try "# Index\n".write(toFile: chapters + "/index.md", atomically: false, encoding: .utf8)
    let list = names.map { "- \($0)\n" }.joined()
    try "title: Prose\nopening: index.md\nchapters:\n\(list)".write(
        toFile: chapters + "/book.yml", atomically: false, encoding: .utf8)
    guard let ours = RunTime.of(program, ["build", "--quiet"], in: "\(folder)/\(count)") else {
        print("book build failed")
        exit(1)
    }
    let theirs = RunTime.of("cmark", names, in: chapters)
    let comparison =
        theirs.map { String(format: "%9.2f %7.1f", $0.wall, ours.wall / $0.wall) } ?? "  not installed"
    print(
        "\(count)".padding(toLength: 8, withPad: " ", startingAt: 0)
            + String(
                format: "%9.2f (%6.2f) %12.0f %15.2f ", ours.wall, ours.processor, Double(ours.memory) / 1e6,
                ours.wall / Double(count) * 1000) + comparison)
    try FileManager.default.removeItem(atPath: "\(folder)/\(count)")
    count *= 10
}
