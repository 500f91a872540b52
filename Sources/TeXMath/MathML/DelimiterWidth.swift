/// How wide delimiters are that were made higher.
///
/// Chromium gives a stretched operator the width of its widest form, whatever the form it draws, which leaves wide
/// gaps after low parentheses. The widths here are means of those in Latin Modern, STIX and the TeX Gyre fonts.
enum DelimiterWidth {
    /// The width in ems of a delimiter of a height in ems; `nil` where all forms are equally wide.
    static func of(_ text: String, height: Double) -> Length? {
        guard let widths = widths[text] else { return nil }
        let upper = heights.firstIndex { height <= $0 } ?? heights.count - 1
        guard upper > 0 else { return Length(ems: widths[0]) }
        let part = min(1, (height - heights[upper - 1]) / (heights[upper] - heights[upper - 1]))
        return Length(ems: widths[upper - 1] + part * (widths[upper] - widths[upper - 1]))
    }

    private static let heights = [1, 1.2, 1.8, 2.4, 3]

    private static let widths: [String: [Double]] = {
        let parenthesis = [0.45, 0.52, 0.63, 0.78, 0.8]
        let bracket = [0.38, 0.44, 0.48, 0.52, 0.6]
        let brace = [0.5, 0.56, 0.65, 0.75, 0.85]
        let angle = [0.45, 0.49, 0.58, 0.7, 0.8]
        let slash = [0.55, 0.65, 0.9, 1.2, 1.45]
        return [
            "(": parenthesis, ")": parenthesis, "[": bracket, "]": bracket, "⌈": bracket, "⌉": bracket,
            "⌊": bracket, "⌋": bracket, "{": brace, "}": brace, "⟨": angle, "⟩": angle, "/": slash,
            "\\": slash,
        ]
    }()
}
