import ArgumentParser
import Foundation
import Press

/// The options every command on a book has.
struct BookOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The folder with book.yml and the chapters.", valueName: "folder"))
    var source = "chapters"

    @Option(name: .long, help: ArgumentHelp("How to write diagnostics: text or json.", valueName: "format"))
    var format = DiagnosticFormat.text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many chapters to compile and run at once; one a processor if not given.", valueName: "n"))
    var jobs: Int?

    @Flag(
        name: .long,
        help: "Run chapters without a network and without the files of others, where the system can (Linux).")
    var sandbox = false

    @Flag(name: .shortAndLong, help: "Write diagnostics only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what each chapter did and how long it took.")
    var verbose = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1.") }
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }

    /// How many chapters to compile and run at once.
    var concurrency: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// How diagnostics are written.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One JSON object a line, for editors and other programs.
    case json
}

extension Selection: ExpressibleByArgument {
    /// Reads a selection from the command line.
    public init?(argument: String) { self.init(argument) }
}
