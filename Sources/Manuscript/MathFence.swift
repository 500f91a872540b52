import CommonMark
import Diagnostics

/// A fence with the info string `math`: a displayed equation, numbered if it has an `id`.
public struct MathFence: Sendable, Hashable {
    /// The label of `id=eq-…`.
    public let id: String?
    /// The number of `number=…`, given by hand.
    public let number: String?

    /// Reads the options of a `math` fence; nil if the fence is something else.
    public init?(_ fence: Fence, in file: SourceFile) throws(DiagnosticError) {
        guard fence.info == "math" || fence.info.hasPrefix("math ") else { return nil }
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
