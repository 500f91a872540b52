extension LinePlot {
    /// The axes with their ranges, and of each curve its ends and its extremes.
    public var alternativeText: String {
        let panel = Panel(self)
        var sentences = [
            "\(style == .line ? "Line plot" : "Scatter plot")\(title.isEmpty ? "" : " of “\(title.cleaned)”").",
            description("Horizontal", x, panel.x), description("Vertical", y, panel.y),
        ]
        sentences += series.map { series in
            let name = series.name.isEmpty ? "The curve" : series.name.cleaned
            let points = series.points.filter(canPlace)
            guard let first = points.first, let last = points.last else { return "\(name): no points." }
            let least = points.reduce(first) { $1.y < $0.y ? $1 : $0 }
            let most = points.reduce(first) { $1.y > $0.y ? $1 : $0 }
            return "\(name): \(counted(points.count, "point")), first \(words(first)), last \(words(last)), "
                + "least \(words(least)), greatest \(words(most))."
        }
        return (sentences + panel.notes.map { "\($0)." }).joined(separator: " ")
    }

    private func words(_ point: Series.Point) -> String {
        "\(Decimal.significant(point.y)) at \(Decimal.significant(point.x))"
    }

    private func description(_ direction: String, _ axis: Axis, _ scale: Scale) -> String {
        let label = axis.label.isEmpty ? "" : " \(axis.label.cleaned),"
        let kind = axis.scale == .log ? " logarithmic," : ""
        let ends = "from \(Decimal.significant(scale.lower)) to \(Decimal.significant(scale.upper))"
        return "\(direction) axis:\(label)\(kind) \(ends)."
    }
}
