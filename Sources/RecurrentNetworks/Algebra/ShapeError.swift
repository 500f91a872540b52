/// Two shapes that do not go together.
public struct ShapeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was to be formed, as a noun: `product`, `sum`.
    public let operation: String
    /// The shape on the left, or the one that was wanted.
    public let left: Shape
    /// The shape on the right, or the one that was given.
    public let right: Shape

    /// An error for an `operation` on operands of the two shapes.
    public init(_ operation: String, _ left: Shape, _ right: Shape) {
        self.operation = operation
        self.left = left
        self.right = right
    }

    /// For example `product of 3×4 and 5×2: the shapes do not fit`.
    public var description: String { "\(operation) of \(left) and \(right): the shapes do not fit" }
}

/// Stops the program with a ``ShapeError`` unless `condition` holds.
///
/// A trap rather than a thrown error: operands that do not fit are a mistake in the program. And
/// `fatalError`, because `precondition` drops its message in optimised builds.
@inline(__always)
func require(
    _ condition: Bool, _ operation: @autoclosure () -> String,
    _ left: @autoclosure () -> Shape, _ right: @autoclosure () -> Shape
) {
    if !condition { fatalError(ShapeError(operation(), left(), right()).description) }
}
