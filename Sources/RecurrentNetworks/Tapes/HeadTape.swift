/// The memory of a network's head.
final class HeadTape {
    /// Outputs, then their gradients.
    private let y: MatrixBuffer
    private let weights: PackedMatrix
    private let weightsBack: PackedMatrix
    private let b: MatrixBuffer
    private let dw: MatrixBuffer
    private let db: MatrixBuffer
    private let workspace = ProductWorkspace()

    init(_ head: Linear, rows: Int) {
        let shape = head.w.shape
        y = MatrixBuffer(rows, shape.rows)
        weights = PackedMatrix(shape.columns, shape.rows)
        weightsBack = PackedMatrix(shape.rows, shape.columns)
        b = MatrixBuffer(1, shape.rows)
        dw = MatrixBuffer(shape.rows, shape.columns)
        db = MatrixBuffer(1, shape.rows)
    }

    func load(_ head: Linear) {
        head.w.withView {
            weights.pack($0.transposed)
            weightsBack.pack($0)
        }
        b.copy(head.b.elements)
    }

    func clearGradients() {
        dw.view.fill(0)
        db.view.fill(0)
    }

    /// $W h + b$ for each row of `h`.
    func forward(_ h: MatrixView) {
        multiply(h, weights, into: y.view.rows(0..<h.rows))
        for i in 0..<h.rows {
            for j in 0..<y.view.columns { y.view[i, j] += b.view.start[j] }
        }
    }

    func write(to outputs: inout Sequences, from step: Int) {
        let start = step * outputs.batch * outputs.width
        let count = min(y.view.rows * y.view.columns, outputs.elements.count - start)
        for i in 0..<count { outputs.elements[start + i] = y.view.start[i] }
    }

    /// The loss at one step, summed over the batch; outputs are replaced by `scale` times their gradients.
    func evaluate(_ loss: Loss, _ example: Example, row: Int, step: Int, _ scale: Double) -> Double {
        let (batch, width) = (example.targets.batch, example.targets.width)
        var sum = 0.0
        example.targets.elements.withUnsafeBufferPointer { targets in
            for i in 0..<batch {
                let y = UnsafeMutableBufferPointer(start: y.view.row(row + i), count: width)
                let index = step * batch + i
                let weight = example.weight(step, i)
                if weight == 0 {
                    y.update(repeating: 0)
                } else {
                    let target = UnsafeBufferPointer(rebasing: targets[index * width..<(index + 1) * width])
                    sum += weight * loss.evaluate(y, target: target, scale: scale * weight)
                }
            }
        }
        return sum
    }

    /// The gradients of the head, and those of the hidden states into `dh`.
    func backward(_ h: MatrixView, into dh: MatrixView) {
        let dy = y.view.rows(0..<h.rows)
        multiply(dy.reversed.transposed, h.reversed, into: dw.view, adding: true, using: workspace)
        for i in (0..<dy.rows).reversed() {
            for j in 0..<dy.columns { db.view.start[j] += dy[i, j] }
        }
        multiply(dy, weightsBack, into: dh)
    }

    func store(to gradient: inout Linear) {
        dw.write(to: &gradient.w.elements)
        db.write(to: &gradient.b.elements)
    }
}
