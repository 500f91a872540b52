/// Training that cannot go on.
public enum TrainingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A batch that the network cannot work on.
    case data(DataError)
    /// A number of the optimiser or of clipping that makes no sense.
    case setting(String)
    /// A parameter that was not a finite number before the update.
    case network(parameter: String)
    /// A gradient stopped being a finite number.
    case gradient(update: Int, parameter: String, loss: Double)
    /// An update would have left a parameter that is not a finite number. It was taken back.
    case parameter(update: Int, parameter: String, loss: Double)

    /// Where it happened, and a way out.
    public var description: String {
        switch self {
        case .data(let error): error.description
        case .setting(let mistake): mistake
        case .network(let parameter):
            "\(parameter) is not a finite number before the update: look at how the network was made"
        case .gradient(let update, let parameter, let loss):
            "update \(update): the gradient of \(parameter) is no longer finite (\(Self.name(loss))); \(Self.advice)"
        case .parameter(let update, let parameter, let loss):
            "update \(update): \(parameter) is no longer finite (\(Self.name(loss))); \(Self.advice)"
        }
    }

    private static let advice = "a smaller learning rate or clipping may help"

    // A NaN prints with a sign that differs between processors.
    private static func name(_ loss: Double) -> String { loss.isNaN ? "loss not a number" : "loss \(loss)" }
}
