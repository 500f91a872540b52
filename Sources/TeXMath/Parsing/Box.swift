/// What can be done to a part of a formula as a whole.
enum Box: Sendable, Hashable {
    /// Not drawn, but taking its room in width, in height, or both.
    case phantom(width: Bool, height: Bool)
    /// Drawn, but taking no height, no depth or neither.
    case smashed(height: Bool, depth: Bool)
    /// Drawn to one side of its place, or about it, and taking no width.
    case lapped(ColumnAlignment)
    case raised(Length)
    case cancel, backCancel, crossCancel, strikeOut
    case lineAbove, lineBelow
    case frame
    case ground(colour: String, frame: String?)
}
