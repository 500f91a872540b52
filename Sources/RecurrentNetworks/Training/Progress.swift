/// What an update reports.
public struct Progress: Hashable, Sendable {
    /// The number of updates so far.
    public let update: Int
    /// The loss of the batch before the update.
    public let loss: Double
    /// The norm of its gradient, before clipping.
    public let gradientNorm: Double
}
