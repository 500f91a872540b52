import Testing

@testable import RecurrentNetworks

@Suite struct MatrixTests {
    let m: Matrix = [[1, 2, 3], [4, 5, 6]]
    let v: Vector = [1, -2, 4]

    @Test("Literals, subscripts and slices")
    func access() {
        var m = m
        #expect(m.shape == Shape(2, 3))
        #expect(m[1, 2] == 6)
        #expect(m[1] == [4, 5, 6])
        #expect(m[0..<1] == [[1, 2, 3]])
        #expect(m[0..<2, 1..<3] == [[2, 3], [5, 6]])
        #expect(m.column(1) == [2, 5])
        #expect(m.transposed == [[1, 4], [2, 5], [3, 6]])
        m[0] = [7, 8, 9]
        m[1, 0] = -1
        #expect(m == [[7, 8, 9], [-1, 5, 6]])
        m[1..<2] = [[0, 0, 1]]
        #expect(m == [[7, 8, 9], [0, 0, 1]])
        var v = v
        v[1..<3] = [5, 6]
        #expect(v == [1, 5, 6] && v[0..<2] == [1, 5])
        #expect(m.description == "[7.0, 8.0, 9.0]\n[0.0, 0.0, 1.0]")
    }

    @Test("A copy is a value of its own")
    func values() {
        var copy = m
        copy[0, 0] = 100
        #expect(m[0, 0] == 1 && copy[0, 0] == 100)
    }

    @Test("Arithmetic reads like the equations")
    func arithmetic() {
        let (f, c, i, g): (Vector, Vector, Vector, Vector) = ([0.5, 1], [2, 4], [1, 0.25], [-1, 8])
        #expect(f ⊙ c + i ⊙ g == [0, 6])
        #expect((1 - f) ⊙ c == [1, 0])
        #expect(-m + 2 * m == m)
        #expect(m - m == Matrix.zeros(2, 3))
        #expect(m ⊙ m / 2 == [[0.5, 2, 4.5], [8, 12.5, 18]])
        #expect(m + v == [[2, 0, 7], [5, 3, 10]])
        #expect(m.columnSums == [5, 7, 9] && m.sum == 21)
        #expect(v.sum == 3 && v.dot(v) == 21)
        #expect(m * Matrix.identity(3) == m && Matrix.diagonal([2, 3]) * m == [[2, 4, 6], [12, 15, 18]])
        #expect(m.map { $0 * $0 } == m ⊙ m && v.map { -$0 } == -v)
        var sum = m
        sum += m
        sum -= 3 * m
        #expect(sum == -m)
        #expect((1 - m) + m == Matrix(2, 3, repeating: 1))
    }

    @Test("Data of the wrong size throws and names both shapes")
    func validation() {
        #expect(throws: ShapeError("a matrix and its elements", Shape(2, 3), Shape(5, 1))) {
            try Matrix(2, 3, elements: [1, 2, 3, 4, 5])
        }
    }

    @Test("Empty vectors and matrices")
    func empty() {
        let none: Vector = []
        #expect(none.sum == 0 && none.norm == 0 && none.dot(none) == 0)
        #expect(Matrix(0, 3).transposed.shape == Shape(3, 0))
        #expect((Matrix(3, 0) * Matrix(0, 2)) == Matrix.zeros(3, 2))
        #expect(tanh(none) == none)
    }

    @Test(
        "The norm neither overflows nor vanishes",
        arguments: [0, 1, 0x1p-1074, 0x1p-1060, 0x1p-1000, 0x1p-530, 0x1p530, 0x1p1000, 0x1p1020])
    func norm(_ scale: Double) {
        let x: Vector = [3, -4]
        #expect((scale * x).norm == 5 * scale)
        #expect(Vector([scale, .infinity]).norm == .infinity)
        #expect(Vector([.infinity, .nan]).norm.isNaN)
    }

    @Test(
        "Mistakes stop the program with a message",
        arguments: [
            ("sum", "sum of 2×1 and 3×1"), ("element", "element (2, 0) of a matrix of 2×3"),
            ("rows", "rows 1..<3 of a matrix of 2×3"), ("ragged", "rows of 1×2 and 1×1"),
        ])
    func mistakes(_ mistake: String, _ message: String) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [mistake] in
            let m = Matrix(2, 3)
            switch mistake {
            case "sum": _ = Vector.zeros(2) + Vector.zeros(3)
            case "element": _ = m[2, 0]
            case "rows": _ = m[1..<3]
            default: _ = [[1, 2], [3]] as Matrix
            }
        }
        let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(output.contains(message))
    }
}
