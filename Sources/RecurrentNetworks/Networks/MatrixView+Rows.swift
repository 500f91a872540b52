extension MatrixView {
    /// The rows from last to first.
    var reversed: MatrixView {
        MatrixView(row(rows - 1), rows, columns, rowStride: -rowStride, columnStride: columnStride)
    }

    /// Sets every element, of rows without gaps.
    func fill(_ value: Double) { start.update(repeating: value, count: rows * columns) }

    /// Multiplies every element, of rows without gaps.
    func scale(by factor: Double) {
        for i in 0..<rows * columns { start[i] *= factor }
    }

    /// Copies the elements of `other`, which has as many, of rows without gaps.
    func copy(_ other: MatrixView) { start.update(from: other.start, count: rows * columns) }
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
