/// A few rows of A, a panel of eight columns of B, and the tile of C that their product goes to.
///
/// The tile stays in registers while k runs over the depth. Each of its elements is one chain of fused
/// multiply-adds with k ascending: all kernels below, whatever their shape, give the same bits.
struct ProductTile {
    let a: UnsafePointer<Double>
    let rowStride: Int
    let columnStride: Int
    let b: UnsafePointer<Double>
    /// From one row of a panel to the next, and from one panel to the next.
    let step: Int
    let panelStride: Int
    let c: UnsafeMutablePointer<Double>
    let stride: Int
    let depth: Int
    /// How many of the tile's columns exist in C.
    let width: Int
    let adding: Bool

    /// Six rows: with eight columns, as many accumulators as the registers of AVX2 hold.
    @inline(__always)
    func multiplySixRows() {
        var (c0, c1, c2) = (initial(0), initial(1), initial(2))
        var (c3, c4, c5) = (initial(3), initial(4), initial(5))
        var (a, b) = (a, b)
        let r = rowStride
        for _ in 0..<depth {
            let row = load8(b)
            c0.addProduct(splat(a[0]), row)
            c1.addProduct(splat(a[r]), row)
            c2.addProduct(splat(a[2 &* r]), row)
            c3.addProduct(splat(a[3 &* r]), row)
            c4.addProduct(splat(a[4 &* r]), row)
            c5.addProduct(splat(a[5 &* r]), row)
            a += columnStride
            b += step
        }
        finish(0, c0)
        finish(1, c1)
        finish(2, c2)
        finish(3, c3)
        finish(4, c4)
        finish(5, c5)
    }

    @inline(__always)
    func multiplyFourRows() {
        var (c0, c1, c2, c3) = (initial(0), initial(1), initial(2), initial(3))
        var (a, b) = (a, b)
        let r = rowStride
        for _ in 0..<depth {
            let row = load8(b)
            c0.addProduct(splat(a[0]), row)
            c1.addProduct(splat(a[r]), row)
            c2.addProduct(splat(a[2 &* r]), row)
            c3.addProduct(splat(a[3 &* r]), row)
            a += columnStride
            b += step
        }
        finish(0, c0)
        finish(1, c1)
        finish(2, c2)
        finish(3, c3)
    }

    func multiplyOneRow() {
        var c0 = initial(0)
        var (a, b) = (a, b)
        for _ in 0..<depth {
            c0.addProduct(splat(a[0]), load8(b))
            a += columnStride
            b += step
        }
        finish(0, c0)
    }

    /// One row and four whole panels: as many chains as hide the latency of an addition.
    func multiplyOneRowByFourPanels() {
        let (p, q) = (panelStride, panelStride &* 2)
        var c0 = adding ? load8(c) : .zero
        var c1 = adding ? load8(c + 8) : .zero
        var c2 = adding ? load8(c + 16) : .zero
        var c3 = adding ? load8(c + 24) : .zero
        var (a, b) = (a, b)
        for _ in 0..<depth {
            let x = splat(a[0])
            c0.addProduct(x, load8(b))
            c1.addProduct(x, load8(b + p))
            c2.addProduct(x, load8(b + q))
            c3.addProduct(x, load8(b + (p &+ q)))
            a += columnStride
            b += step
        }
        store(c0, to: c)
        store(c1, to: c + 8)
        store(c2, to: c + 16)
        store(c3, to: c + 24)
    }

    @inline(__always)
    private func initial(_ row: Int) -> SIMD8<Double> {
        if !adding { return .zero }
        return width == 8 ? load8(c + row &* stride) : load(c + row &* stride, width)
    }

    @inline(__always)
    private func finish(_ row: Int, _ value: SIMD8<Double>) {
        if width == 8 {
            store(value, to: c + row &* stride)
        } else {
            store(value, to: c + row &* stride, width)
        }
    }
}

@inline(__always)
private func splat(_ x: Double) -> SIMD8<Double> { SIMD8(repeating: x) }

@inline(never)
private func load(_ source: UnsafePointer<Double>, _ count: Int) -> SIMD8<Double> {
    var value = SIMD8<Double>.zero
    for i in 0..<count { value[i] = source[i] }
    return value
}

@inline(never)
private func store(_ value: SIMD8<Double>, to target: UnsafeMutablePointer<Double>, _ count: Int) {
    for i in 0..<count { target[i] = value[i] }
}

/// Eight numbers from memory that need not be aligned.
@inline(__always)
func load8(_ source: UnsafePointer<Double>) -> SIMD8<Double> {
    UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Double>.self)
}

/// Eight numbers into memory that need not be aligned.
@inline(__always)
func store(_ value: SIMD8<Double>, to target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: value, as: SIMD8<Double>.self)
}
