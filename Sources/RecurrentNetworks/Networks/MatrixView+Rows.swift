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

extension MatrixBuffer {
    func copy(_ values: [Double]) {
        values.withUnsafeBufferPointer {
            if let start = $0.baseAddress { view.start.update(from: start, count: values.count) }
        }
    }

    func write(to values: inout [Double]) {
        let source = view.start
        values.withUnsafeMutableBufferPointer { $0.baseAddress?.update(from: source, count: $0.count) }
    }
}
