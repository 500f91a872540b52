/// Memory in which products rearrange their operands. It grows to the largest product seen and allocates
/// nothing after that.
final class ProductWorkspace {
    private var left = Memory()
    private var right = Memory()

    func left(_ count: Int) -> UnsafeMutablePointer<Double> { left.holding(count) }

    func right(_ count: Int) -> UnsafeMutablePointer<Double> { right.holding(count) }

    deinit {
        left.free()
        right.free()
    }
}

/// Uninitialised memory.
private struct Memory {
    private var start: UnsafeMutablePointer<Double>?
    private var capacity = 0

    mutating func holding(_ count: Int) -> UnsafeMutablePointer<Double> {
        if let start, count <= capacity { return start }
        free()
        let memory = allocateAligned(count)
        (start, capacity) = (memory, count)
        return memory
    }

    func free() { if let start { UnsafeMutableRawPointer(start).deallocate() } }
}
