// What a reader waits for: a small book of five listings, built by `book` (debug, as `swift run` builds it) and by
// Jupyter Book, alternately in one run. Times are those of the whole process by the clock on the wall.
import Foundation
import Measurement

let repetitions = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 5 : 5
let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../..").standardizedFileURL.path
let program = "\(root)/.build/debug/book"
guard FileManager.default.isExecutableFile(atPath: program) else {
    print("build the tool first: swift build --product book")
    exit(1)
}

let folder = FileManager.default.temporaryDirectory.appending(path: "book-times-\(getpid())").path
defer { try? FileManager.default.removeItem(atPath: folder) }
let swiftBook = try SwiftBook(folder: folder + "/swift", root: root)
let jupyterBook = try JupyterBook(folder: folder + "/jupyter")

// Compiles the modules and records the outputs; neither is part of what is measured.
guard RunTime.of(program, ["accept", "--force"], in: swiftBook.folder) != nil else {
    print("the Swift book does not build")
    exit(1)
}
let hasJupyter = RunTime.of("jupyter-book", ["--version"], in: folder) != nil
if !hasJupyter { print("jupyter-book is not installed; only this project's times are shown") }

var times: [String: (ours: [Double], theirs: [Double])] = [:]
for repetition in 0..<repetitions {
    for step in ["cold", "nothing changed", "a line of prose changed"] {
        switch step {
        case "cold":
            try swiftBook.forget()
            if hasJupyter { try jupyterBook.forget() }
        case "a line of prose changed":
            try swiftBook.changeProse(repetition)
            if hasJupyter { try jupyterBook.changeProse(repetition) }
        default: break
        }
        guard let ours = RunTime.of(program, ["build"], in: swiftBook.folder) else {
            print("book build failed")
            exit(1)
        }
        times[step, default: ([], [])].ours.append(ours.wall)
        guard hasJupyter else { continue }
        guard let theirs = RunTime.of("jupyter-book", ["build", "."], in: jupyterBook.folder) else {
            print("jupyter-book build failed")
            exit(1)
        }
        times[step, default: ([], [])].theirs.append(theirs.wall)
    }
}
print("five listings, median of \(repetitions), seconds\n")
for step in ["cold", "nothing changed", "a line of prose changed"] {
    let (ours, theirs) = times[step] ?? ([], [])
    let ratio =
        theirs.isEmpty
        ? "" : String(format: "   Jupyter Book %.2f   ratio %.3f", theirs.median, ours.median / theirs.median)
    print(
        step.padding(toLength: 26, withPad: " ", startingAt: 0) + String(format: "book %.3f", ours.median)
            + ratio)
}
