extension Diagnostic {
    /// How diagnostics are written for people.
    public enum Style: Sendable, Hashable {
        /// Plain lines, for pipes and files.
        case plain
        /// With the colours of a terminal.
        case coloured
    }

    /// The diagnostic as lines: `file:line:column: error: summary`, the line it is about, explanation and help.
    public func text(_ style: Style) -> String {
        let paint = Paint(style)
        var lines = [headline(paint)]
        if let location { lines += excerpt(location, paint) }
        if let explanation, !explanation.isEmpty {
            lines += explanation.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                "    " + paint.diffLine(line.count > 240 ? line.prefix(240) + "…" : line)
            }
        }
        if let help { lines.append("    " + paint(.cyan, "help: ") + help) }
        return lines.joined(separator: "\n")
    }

    private func headline(_ paint: Paint) -> String {
        let place = location.map { "\($0.file.path):\($0.start.line):\($0.start.column): " } ?? ""
        let colour: Paint.Colour =
            switch severity {
            case .error: .red
            case .warning: .yellow
            case .note: .cyan
            }
        return paint(.bold, place) + paint(colour, "\(severity.rawValue): ") + paint(.bold, visible(summary))
    }

    /// The source line with the range underlined; long lines are cut around it.
    private func excerpt(_ location: SourceLocation, _ paint: Paint) -> [String] {
        let file = location.file
        let start = location.start
        let line = file.rangeOfLine(start.line)
        guard !line.isEmpty, !file.bytes.isEmpty else { return [] }
        let before = file.text(in: line.lowerBound..<max(location.range.lowerBound, line.lowerBound))
        let marked = file.text(in: location.range.clamped(to: line))
        let after = file.text(
            in: min(max(location.range.upperBound, line.lowerBound), line.upperBound)..<line.upperBound)
        let shownBefore = before.count > 60 ? "…" + before.suffix(60) : before
        let shownMarked = String(marked.prefix(80))
        let shownAfter = String(after.prefix(max(0, 100 - shownBefore.count - shownMarked.count)))
        let number = String(start.line)
        let gutter = String(repeating: " ", count: number.count)
        let indent = shownBefore.map { $0 == "\t" ? "\t" : " " }.joined()
        let underline = String(repeating: "^", count: max(1, shownMarked.count))
        return [
            paint(.dim, " \(number) | ") + visible(shownBefore + shownMarked + shownAfter),
            paint(.dim, " \(gutter) | ") + indent + paint(.red, underline),
        ]
    }
}

/// Text with control characters made visible, so that no file can command the terminal.
func visible(_ text: some StringProtocol) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                if scalar == "\t" || scalar == "\n" { return scalar }
                if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
                if scalar.value == 0x7F { return "\u{2421}" }
                return (0x80..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
            }))
}

/// Writes text in colour, or leaves it plain.
private struct Paint {
    enum Colour: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    private let isColoured: Bool

    init(_ style: Diagnostic.Style) {
        isColoured = style == .coloured
    }

    func callAsFunction(_ colour: Colour, _ text: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A line of an explanation; lines of a diff have the colours of a diff.
    func diffLine(_ line: some StringProtocol) -> String {
        if line.hasPrefix("- ") { return self(.red, visible(line)) }
        if line.hasPrefix("+ ") { return self(.green, visible(line)) }
        return visible(line)
    }
}
