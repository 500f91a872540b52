import Testing

@testable import RecurrentNetworks

/// The product by its definition: for each element one chain of fused multiply-adds, k ascending.
private func definition(_ a: Matrix, _ b: Matrix, from start: Matrix? = nil) -> Matrix {
    Matrix(a.rows, b.columns) { i, j in
        (0..<a.columns).reduce(start?[i, j] ?? 0) { $0.addingProduct(a[i, $1], b[$1, j]) }
    }
}

extension Matrix {
    fileprivate var bits: [UInt64] { elements.map(\.bitPattern) }
}

@Suite struct ProductTests {
    /// Every height and width of tile, whole and cut; nothing at all; and more than a block of each.
    static let shapes: [[Int]] =
        (0...15).map { [$0, 5, 9] } + (0...35).map { [2, 3, $0] } + (0...4).map { [7, $0, 8] }
        + [
            [1, 16, 64], [1, 3, 33], [6, 300, 8], [8, 257, 17], [125, 3, 9], [26, 3, 261], [37, 260, 24],
        ]

    private static func operands(_ shape: [Int]) -> (a: Matrix, b: Matrix, start: Matrix) {
        var generator = PCG64(seed: SeedSequence(shape))
        return (
            generator.normal(shape[0], shape[1]), generator.normal(shape[1], shape[2]),
            generator.normal(shape[0], shape[2])
        )
    }

    @Test("Equal to the definition bit for bit, also with transposes", arguments: shapes)
    func matchesDefinition(_ shape: [Int]) {
        let (a, b, _) = Self.operands(shape)
        let expected = definition(a, b).bits
        #expect((a * b).bits == expected)
        #expect(a.timesTransposed(b.transposed).bits == expected)
        #expect(a.transposed.transposedTimes(b).bits == expected)
    }

    @Test("In place: adding to C, packed once, from strided memory", arguments: shapes)
    func inPlace(_ shape: [Int]) {
        var (a, b, start) = Self.operands(shape)
        let expected = definition(a, b, from: start).bits
        let packed = PackedMatrix(b.rows, b.columns)
        let strided = MatrixBuffer(b.rows + 1, 2 * b.columns + 3)
        let (rows, columns) = (b.rows, b.columns)
        let view = strided.view.rows(0..<rows).columns(2..<2 + columns)
        for i in 0..<rows { for j in 0..<columns { view[i, j] = b[i, j] } }
        let workspace = ProductWorkspace()
        for _ in 0..<2 {
            var (c, d, e) = (start, start, start)
            a.withMutableView { a in
                b.withMutableView { packed.pack($0) }
                c.withMutableView { multiply(a, packed, into: $0, adding: true) }
                d.withMutableView { multiply(a, view, into: $0, adding: true, using: workspace) }
                e.withMutableView {
                    multiply(a, view.transposed.transposed, into: $0, adding: true, using: workspace)
                }
            }
            #expect(c.bits == expected)
            #expect(d.bits == expected)
            #expect(e.bits == expected)
        }
    }

    @Test("A column is a matrix of one column; an outer product one of depth one")
    func vectors() {
        var generator = PCG64(seed: 1)
        for (m, n) in [(1, 1), (3, 5), (13, 9), (40, 2)] {
            let a = generator.normal(m, n)
            let x = generator.normal(n)
            let y = generator.normal(m)
            let product = a * x
            #expect(product.elements == definition(a, Matrix(shape: x.shape, elements: x.elements)).elements)
            for i in 0..<m { #expect(product[i] == a[i].dot(x)) }
            #expect((y ⊗ x) == Matrix(m, n) { y[$0] * x[$1] })
        }
    }

    @Test("NaN and infinity come through, and zero times infinity is NaN")
    func nonFinite() {
        let a: Matrix = [[1, .nan], [.infinity, 1], [0, 1]]
        let b: Matrix = [[1, 0], [2, 3]]
        let c = a * b
        #expect(c[0, 0].isNaN && c[0, 1].isNaN)
        #expect(c[1, 0] == .infinity && c[1, 1].isNaN)
        #expect(c[2] == [2, 3])
    }

    @Test("Shapes that do not fit stop the program and name both")
    func shapeErrors() async {
        #expect(
            ShapeError("product", Shape(3, 4), Shape(5, 2)).description
                == "product of 3×4 and 5×2: the shapes do not fit")
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Matrix(3, 4) * Matrix(5, 2)
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("product of 3×4 and 5×2: the shapes do not fit"))
    }

    @Test("a matrix times a vector has the bits of its chains", arguments: [0, 1, 3, 7, 8, 9, 16, 23])
    func vectors(_ rows: Int) {
        var generator = PCG64(seed: 3)
        for columns in [0, 1, 2, 9] {
            let (a, x) = (generator.normal(rows, columns), generator.normal(columns))
            #expect(a * x == Vector((0..<rows).map { a[$0].dot(x) }))
        }
    }
}
