/// Zeroed, row-major memory for one matrix, aligned to a cache line, freed with its owner: what a training
/// step allocates once and then reuses.
final class MatrixBuffer {
    let view: MatrixView

    init(_ rows: Int, _ columns: Int) {
        view = MatrixView(allocateAligned(rows * columns), rows, columns)
        view.start.initialize(repeating: 0, count: rows * columns)
    }

    deinit { UnsafeMutableRawPointer(view.start).deallocate() }
}

/// Uninitialised memory for `count` numbers that starts on a cache line.
func allocateAligned(_ count: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer
        .allocate(byteCount: max(count, 1) * MemoryLayout<Double>.stride, alignment: 64)
        .bindMemory(to: Double.self, capacity: max(count, 1))
}
