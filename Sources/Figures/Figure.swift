/// One value that can be drawn twice: as text for a terminal and a plain file, and as SVG for a page.
///
/// Both drawings are pure functions of the value and use no platform mathematics, so they are the same
/// on every machine.
public protocol Figure: Sendable {
    /// What the figure is about; may be empty.
    var title: String { get }

    /// What the figure shows, in words, for a reader who cannot see it.
    var alternativeText: String { get }

    /// The figure in monospaced characters: lines of at most 80 columns, each ended by a line feed, none with
    /// trailing blanks.
    func text() -> String

    /// The figure as one `<svg>` element without identifiers, coloured by `currentColor` and by the custom
    /// properties `--figure-1` to `--figure-8`.
    func svg() -> String

    /// What stands on a page: drawings from the widest to the narrowest, of which the page shows the one that it has
    /// room for, or a `<table>`. Without an implementation, the one drawing.
    func markup() -> String
}

extension Figure {
    /// The one drawing.
    public func markup() -> String { svg() }
}
