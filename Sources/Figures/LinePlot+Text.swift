extension LinePlot {
    /// The plot in box-drawing characters: a single curve in Braille dots, several as letters.
    public func text() -> String {
        let panel = Panel(self)
        let ticks = panel.y.ticks(about: max(2, height / 3))
        let margin = ticks.map(\.label.columns).max() ?? 0
        let columns = width - margin - 2
        var rows = frame(panel, columns)
        var labels = [String](repeating: "", count: height)
        for tick in ticks {
            labels[height - 1 - (tick.position * Double(height - 1)).nearest] = tick.label
        }
        rows = zip(labels, rows).map { label, row in
            "\(label.trailing(margin)) \(label.isEmpty ? "│" : "┤")\(row)"
        }
        var lines = title.cleaned.wrapped(width)
        if hasLegend { lines += legend(panel) }
        if !y.label.isEmpty { lines += "↑ \(y.label.cleaned)".wrapped(width) }
        lines += rows
        lines += horizontalAxis(panel, columns).map { String(repeating: " ", count: margin + 1) + $0 }
        if !x.label.isEmpty { lines += "\(x.label.cleaned) →".wrapped(width).map { $0.trailing(width) } }
        return joined(lines + panel.notes.flatMap { "(\($0))".wrapped(width) })
    }

    private func frame(_ panel: Panel, _ columns: Int) -> [String] {
        if panel.curves.allSatisfy(\.marks.isEmpty), panel.curves.allSatisfy(\.runs.isEmpty) {
            var rows = [String](repeating: "", count: height)
            rows[height / 2] = String(repeating: " ", count: columns / 2 - 4) + "no data"
            return rows
        }
        let isFine = style == .line && panel.curves.count == 1
        var raster = Raster(columns: isFine ? 2 * columns : columns, rows: isFine ? 4 * height : height)
        for (index, curve) in panel.curves.enumerated() {
            switch style {
            case .line: curve.runs.forEach { raster.draw($0, owner: index) }
            case .points: curve.marks.forEach { raster.mark($0, owner: index) }
            }
        }
        return isFine
            ? braille(raster, lonely: panel.curves[0].runs.filter { $0.count == 1 }) : letters(raster)
    }

    /// Eight dots to a character. Empty cells are Braille too, for fonts in which Braille is not as wide as a space.
    /// Points without neighbours are bullets, since a single dot is easily missed.
    private func braille(_ raster: Raster, lonely: [[Place]]) -> [String] {
        var bullets = Raster(columns: raster.columns / 2, rows: height)
        lonely.joined().forEach { bullets.mark($0, owner: 0) }
        let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
        return (0..<height).map { row in
            var line = String.UnicodeScalarView()
            for column in 0..<raster.columns / 2 {
                guard bullets[column, row].isEmpty else {
                    line.append("•")
                    continue
                }
                var pattern: UInt32 = 0x2800
                for (down, pair) in bits.enumerated() {
                    for (across, bit) in pair.enumerated()
                    where !raster[2 * column + across, 4 * row + down].isEmpty {
                        pattern |= bit
                    }
                }
                if let scalar = Unicode.Scalar(pattern) { line.append(scalar) }
            }
            return String(line)
        }
    }

    /// A letter for each curve; where several meet their letters take turns.
    private func letters(_ raster: Raster) -> [String] {
        let letters = self.letters
        return (0..<raster.rows).map { row in
            String(
                (0..<raster.columns).map { column in
                    let owners = raster[column, row]
                    return owners.isEmpty
                        ? " " : letters[owners[(column + row) % owners.count] % letters.count]
                })
        }
    }

    /// Single characters that stand for the series: letters of their own names where those differ.
    private var letters: [Character] {
        if series.count == 1 { return ["•"] }
        let names = series.map { $0.name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
        for offset in 0..<(names.map(\.count).min() ?? 0) {
            let letters = names.map { $0[$0.index($0.startIndex, offsetBy: offset)] }
            if Set(letters).count == letters.count { return letters }
        }
        return Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    }

    private func legend(_ panel: Panel) -> [String] {
        if panel.curves.count == 1 { return panel.curves[0].name.wrapped(width) }
        let letters = self.letters
        let items = panel.curves.enumerated().map { index, curve in
            "\(letters[index % letters.count]) \(curve.name.truncated(width - 2))"
        }
        return flowed(items, separator: "   ", width: width)
    }

    /// The line below the frame, and as many numbers below it as fit with two blanks between them.
    private func horizontalAxis(_ panel: Panel, _ columns: Int) -> [String] {
        for count in [10, 8, 6, 5, 4, 3, 2] {
            let axis = horizontalAxis(panel.x.ticks(about: count, integral: panel.hasWholeX), columns)
            if axis.isComplete { return axis.lines }
        }
        return horizontalAxis(panel.x.ticks(about: 1), columns).lines
    }

    private func horizontalAxis(_ ticks: [Tick], _ columns: Int) -> (lines: [String], isComplete: Bool) {
        var line = [Character](repeating: "─", count: columns)
        var labels = ""
        var isComplete = true
        for tick in ticks {
            let column = (tick.position * Double(columns - 1)).nearest
            let start = max(0, min(column + 1 - tick.label.count / 2, columns + 1 - tick.label.count))
            line[column] = "┬"
            if labels.isEmpty || start >= labels.count + 2 {
                labels = labels.leading(start) + tick.label
            } else {
                isComplete = false
            }
        }
        return (["└" + String(line), labels], isComplete)
    }
}
