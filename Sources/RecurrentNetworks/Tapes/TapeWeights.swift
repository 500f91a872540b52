/// A layer's weights, rearranged for the products that a batch repeats.
final class TapeWeights {
    let input: PackedMatrix
    let recurrent: [PackedMatrix]
    let inputBack: [PackedMatrix]
    let recurrentBack: [PackedMatrix]
    let b: MatrixBuffer
    let extra: MatrixBuffer
    private let groups: [Range<Int>]

    init(_ layout: LayerLayout, inputs: Int, hidden: Int) {
        groups = layout.groups
        input = PackedMatrix(inputs, layout.gates)
        inputBack = layout.groups.map { PackedMatrix($0.count, inputs) }
        recurrent = layout.groups.map { PackedMatrix(hidden, $0.count) }
        recurrentBack = layout.groups.map { PackedMatrix($0.count, hidden) }
        b = MatrixBuffer(1, layout.gates)
        extra = MatrixBuffer(1, layout.extraParameters)
    }

    func load(w: Matrix, u: Matrix, b: Vector, extra: Vector) {
        w.withView {
            input.pack($0.transposed)
            for (k, rows) in groups.enumerated() { inputBack[k].pack($0.rows(rows)) }
        }
        u.withView {
            for (k, rows) in groups.enumerated() {
                recurrent[k].pack($0.rows(rows).transposed)
                recurrentBack[k].pack($0.rows(rows))
            }
        }
        self.b.copy(b.elements)
        self.extra.copy(extra.elements)
    }
}

/// The sums of a layer's weight gradients.
final class TapeGradients {
    let w: MatrixBuffer
    let u: MatrixBuffer
    let b: MatrixBuffer
    let extra: MatrixBuffer

    init(_ layout: LayerLayout, inputs: Int, hidden: Int) {
        w = MatrixBuffer(layout.gates, inputs)
        u = MatrixBuffer(layout.gates, hidden)
        b = MatrixBuffer(1, layout.gates)
        extra = MatrixBuffer(1, layout.extraParameters)
    }

    func clear() {
        for buffer in [w, u, b, extra] { buffer.view.fill(0) }
    }

    func store(w: inout Matrix, u: inout Matrix, b: inout Vector, extra: inout Vector) {
        self.w.write(to: &w.elements)
        self.u.write(to: &u.elements)
        self.b.write(to: &b.elements)
        self.extra.write(to: &extra.elements)
    }
}
