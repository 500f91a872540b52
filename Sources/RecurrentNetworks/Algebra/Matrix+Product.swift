extension Matrix {
    /// The matrix product, `m×k` by `k×n`.
    ///
    /// Each element is one chain of fused multiply-adds over k in ascending order: the same bits however
    /// the work is blocked, vectorised or shared among threads.
    public static func * (a: Matrix, b: Matrix) -> Matrix {
        require(a.columns == b.rows, "product", a.shape, b.shape)
        return product(Shape(a.rows, b.columns), a, b) { ($0, $1) }
    }

    /// The product $A x$ with a column.
    public static func * (a: Matrix, x: Vector) -> Vector {
        require(a.columns == x.count, "product", a.shape, x.shape)
        return Vector(
            [Double](unsafeUninitializedCapacity: a.rows) { memory, count in
                count = a.rows
                guard let start = memory.baseAddress else { return }
                a.withView { a in
                    x.elements.withUnsafeBufferPointer { x in
                        guard let x = x.baseAddress else { return start.update(repeating: 0, count: a.rows) }
                        multiply(a, x, into: start)
                    }
                }
            })
    }

    /// The product $A B^\top$ without forming the transpose: a batch times a weight matrix.
    public func timesTransposed(_ b: Matrix) -> Matrix {
        require(columns == b.columns, "product", shape, b.shape.transposed)
        return Matrix.product(Shape(rows, b.rows), self, b) { ($0, $1.transposed) }
    }

    /// The product $A^\top B$ without forming the transpose: the gradient of a weight matrix.
    public func transposedTimes(_ b: Matrix) -> Matrix {
        require(rows == b.rows, "product", shape.transposed, b.shape)
        return Matrix.product(Shape(columns, b.columns), self, b) { ($0.transposed, $1) }
    }

    private static func product(
        _ shape: Shape, _ a: Matrix, _ b: Matrix,
        oriented: (MatrixView, MatrixView) -> (MatrixView, MatrixView)
    ) -> Matrix {
        let elements = [Double](unsafeUninitializedCapacity: shape.count) { memory, count in
            count = shape.count
            guard let start = memory.baseAddress else { return }
            let c = MatrixView(start, shape.rows, shape.columns)
            a.withView { a in
                b.withView { b in
                    let (a, b) = oriented(a, b)
                    multiply(a, b, into: c, using: ProductWorkspace())
                }
            }
        }
        return Matrix(shape: shape, elements: elements)
    }
}
