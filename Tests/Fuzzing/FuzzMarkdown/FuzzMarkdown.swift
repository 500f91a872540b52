import Markdown
import Diagnostics

/// Parses what libFuzzer makes up as a chapter, and as plain CommonMark. Every error must have a place in the file,
/// every block a range within it, and no bytes may stop the program.
@main
enum FuzzMarkdown {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        let status = runDriver(&count, &arguments) { bytes, count in
            FuzzMarkdown.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
        precondition(status == 0, "libFuzzer could not run")
    }

    private static func check(_ bytes: [UInt8]) {
        let file = SourceFile(path: "fuzz.md", bytes: bytes)
        for dialect in [Dialect.book, .commonMark] {
            do {
                for block in try Document(parsing: file, dialect: dialect).blocks {
                    precondition(
                        (0...bytes.count).contains(block.range.upperBound), "a range outside the file")
                }
            } catch {
                precondition(!error.diagnostics.isEmpty, "an error that says nothing")
                for diagnostic in error.diagnostics {
                    guard let range = diagnostic.location?.range else { preconditionFailure("no place") }
                    precondition((0...bytes.count).contains(range.upperBound), "a place outside the file")
                    precondition(!diagnostic.summary.contains("cannot be located"), "at odds with libcmark")
                }
            }
        }
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
