extension BarChart {
    /// All bars with their values.
    public var alternativeText: String {
        var sentences = ["Bar chart\(title.isEmpty ? "" : " of “\(title.cleaned)”")."]
        if !value.isEmpty { sentences.append("Bars show \(value.cleaned).") }
        for group in groups {
            let bars = zip(zip(series, group.values), written(group.values)).map { bar, written in
                bar.0.isEmpty ? written : "\(bar.0.cleaned) \(written)"
            }
            sentences.append("\(group.label.cleaned): \(bars.joined(separator: ", ")).")
        }
        return sentences.joined(separator: " ")
    }
}
