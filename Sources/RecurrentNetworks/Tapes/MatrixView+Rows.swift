extension MatrixView {
    /// The rows from last to first.
    var reversed: MatrixView {
        MatrixView(row(rows - 1), rows, columns, rowStride: -rowStride, columnStride: columnStride)
    }

    /// Sets every element.
    func fill(_ value: Double) {
        for i in 0..<rows { row(i).update(repeating: value, count: columns) }
    }

    /// Multiplies every element.
    func scale(by factor: Double) {
        for i in 0..<rows {
            for j in 0..<columns { self[i, j] *= factor }
        }
    }

    /// Copies the elements of a view of the same shape.
    func copy(_ other: MatrixView) {
        for i in 0..<rows { row(i).update(from: other.row(i), count: columns) }
    }
}

extension MatrixView {
    /// Sets row `i`.
    func set(_ i: Int, to values: Vector) {
        require(values.count == columns, "row", Shape(1, columns), Shape(1, values.count))
        for j in 0..<columns { self[i, j] = values[j] }
    }
}

extension Vector {
    /// Row `i` of a view.
    init(row i: Int, of view: MatrixView) {
        self.init(UnsafeBufferPointer(start: view.row(i), count: view.columns))
    }
}

extension MatrixBuffer {
    /// Takes over as many values as there is room for.
    func copy(_ values: [Double]) {
        require(values.count == view.shape.count, "copy", view.shape, Shape(values.count, 1))
        values.withUnsafeBufferPointer {
            if let start = $0.baseAddress { view.start.update(from: start, count: values.count) }
        }
    }

    /// Writes all values to an array of as many.
    func write(to values: inout [Double]) {
        require(values.count == view.shape.count, "copy", view.shape, Shape(values.count, 1))
        let source = view.start
        values.withUnsafeMutableBufferPointer { $0.baseAddress?.update(from: source, count: $0.count) }
    }
}
