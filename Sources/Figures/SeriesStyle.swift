/// How the series with a given index looks. Dashes and marks tell series apart where colours do not.
struct SeriesStyle {
    let index: Int

    /// At least 3.5 to 1 in contrast with both white and #1a1a1a, and distinct to colour-blind readers.
    private static let colours = [
        "#1278bd", "#d1570a", "#0f8a6c", "#c2539f", "#94740a", "#7b6bd6", "#2b8cb3", "#808080",
    ]
    private static let dashes = ["none", "7 3", "2 3", "10 3 2 3", "14 4", "4 2", "10 3 2 3 2 3", "5 5"]
    /// Closed outlines around the current point: circle, square, triangle, diamond, cross, turned triangle, plus,
    /// bar.
    private static let outlines = [
        "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0z", "m-3 -3h6v6h-6z", "m0 -4l3.8 6.6h-7.6z",
        "m0 -4.2l4.2 4.2l-4.2 4.2l-4.2 -4.2z",
        "m-3.8 -2.6l1.2 -1.2l2.6 2.6l2.6 -2.6l1.2 1.2l-2.6 2.6l2.6 2.6l-1.2 1.2l-2.6 -2.6l-2.6 2.6l-1.2 -1.2l2.6 -2.6z",
        "m0 4l3.8 -6.6h-7.6z", "m-0.9 -4h1.8v3.1h3.1v1.8h-3.1v3.1h-1.8v-3.1h-3.1v-1.8h3.1z",
        "m-4 -1.5h8v3h-8z",
    ]

    var colour: String {
        let index = index % Self.colours.count
        return "var(--figure-\(index + 1), \(Self.colours[index]))"
    }

    /// Colours come round after eight series; dashes and marks are then combined differently.
    var dash: String {
        Self.dashes[(index + index / Self.colours.count) % Self.dashes.count]
    }

    /// Path data of the mark around the current point.
    var outline: String {
        Self.outlines[(index + index / Self.colours.count) % Self.outlines.count]
    }
}
