extension HeatMap {
    /// The size of the map and its least and greatest value.
    public var alternativeText: String {
        let shades = Shades(self, maximumRows: max(1, values.count), maximumColumns: .max / 2)
        var sentences = ["Heat map\(title.isEmpty ? "" : " of “\(title.cleaned)”")."]
        sentences.append(
            "\(counted(values.count, "row"))\(y.isEmpty ? "" : " (\(y.cleaned))") by "
                + "\(counted(shades.columns.count, "column"))\(x.isEmpty ? "" : " (\(x.cleaned))").")
        var least: (value: Double, place: String)?
        var greatest: (value: Double, place: String)?
        for (row, line) in values.enumerated() {
            for (column, value) in line.enumerated() where value.isFinite {
                let place = "in row \(shades.rows[row]), column \(shades.columns[column])"
                if value < least?.value ?? .infinity { least = (value, place) }
                if value > greatest?.value ?? -.infinity { greatest = (value, place) }
            }
        }
        if let least, let greatest {
            sentences.append("Least value \(Decimal.significant(least.value)) \(least.place).")
            sentences.append("Greatest value \(Decimal.significant(greatest.value)) \(greatest.place).")
        } else {
            sentences.append("No finite values.")
        }
        return (sentences + shades.notes.map { "\($0)." }).joined(separator: " ")
    }
}
