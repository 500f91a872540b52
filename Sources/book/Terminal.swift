import Diagnostics
import Foundation

/// What an output stream can show.
struct Terminal: Sendable {
    /// Whether a person is likely to be looking at it.
    let isInteractive: Bool
    /// How many characters fit on a line.
    let width: Int

    static let standardError = Terminal(STDERR_FILENO)

    private init(_ descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        isInteractive = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        width = isKnown ? Int(size.ws_col) : 80
        wantsColour =
            if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false {
                false
            } else {
                isInteractive || environment["CLICOLOR_FORCE"].map { $0 != "0" } ?? false
            }
    }

    private let wantsColour: Bool

    /// Whether to use colours: https://no-color.org and the CLICOLOR convention are followed.
    var style: Diagnostic.Style { wantsColour ? .coloured : .plain }
}
