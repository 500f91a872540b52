import Markdown
import Diagnostics

/// The options of a fence with the info string `math`: a displayed equation, numbered if it has an `id`.
struct MathFence {
    /// The label of `id=eq-…`.
    let id: String?
    /// The number of `number=…`, given by hand.
    let number: String?

    init(_ fence: Fence, in file: SourceFile) throws(DiagnosticError) {
        var id: String?
        var number: String?
        for option in try InfoString(fence, in: file).options {
            switch (option.name, option.value) {
            case ("id", let value?): id = try identifier(value, at: option.location)
            case ("number", let value?): number = value
            default:
                throw DiagnosticError(
                    .error(
                        "unknown option '\(option.name)' of a math fence", at: option.location,
                        help: "options are id=eq-… and number=…"))
            }
        }
        self.id = id
        self.number = number
    }
}
