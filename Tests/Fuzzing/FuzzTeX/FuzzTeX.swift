import HTML
import TeXMath

/// Converts what libFuzzer makes up, within a line and on lines of its own. Every error must lie in the source and say
/// what is wrong and what to do; no bytes may stop the program; what is written must be clean of control characters.
@main
enum FuzzTeX {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        let status = runDriver(&count, &arguments) { bytes, count in
            FuzzTeX.check(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
            return 0
        }
        precondition(status == 0, "libFuzzer could not run")
    }

    private static func check(_ tex: String) {
        for isDisplay in [false, true] {
            do throws(MathError) {
                let formula = try MathConverter().convert(tex, display: isDisplay)
                let markup = formula.node.serialised()
                precondition(markup.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
                precondition(formula.labels.allSatisfy { $0.range.upperBound <= tex.utf8.count })
                _ = formula.text
            } catch {
                precondition(
                    (0...tex.utf8.count).contains(error.range.upperBound), "a range outside")
                precondition(
                    !error.message.isEmpty && error.help?.isEmpty == false, "no way out")
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
