/// The place that a drawing is made for. Text in a drawing shrinks with it, so that a place half as wide needs a drawing
/// of its own and not a smaller one.
enum Format: CaseIterable {
    /// A page of a book or a screen.
    case wide
    /// A telephone, or a column.
    case narrow

    /// The width of the drawing in its own units, twelve of which are the size of its text.
    var width: Double {
        switch self {
        case .wide: 640
        case .narrow: 300
        }
    }
}
