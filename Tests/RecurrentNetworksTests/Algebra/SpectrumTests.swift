import Testing

@testable import RecurrentNetworks

@Suite struct SpectrumTests {
    struct Fixture: Decodable {
        struct Case: Decodable {
            let name: String
            let rows: [[Double]]
            let singularValues: [Double]
            /// Pairs of real and imaginary part, in ascending order.
            let eigenvalues: [[Double]]

            var matrix: Matrix { Matrix(rows: rows.map { Vector($0) }) }
        }

        let matrices: [Case]
    }

    @Test("Singular values as LAPACK's")
    func singularValues() throws {
        var worst = 0.0
        for entry in try numericFixture("algebra", as: Fixture.self).matrices {
            let values = entry.matrix.singularValues
            let largest = try #require(entry.singularValues.first)
            #expect(values.count == entry.singularValues.count)
            for (value, expected) in zip(values, entry.singularValues) where largest > 0 {
                worst = max(worst, ((value - expected) / largest).magnitude)
                #expect((value - expected).magnitude <= 1e-14 * largest, "\(entry.name)")
            }
            #expect((entry.matrix.spectralNorm - largest).magnitude <= 1e-14 * largest)
        }
        print("singular values: at most \(worst) of the largest off LAPACK's")
    }

    @Test("Eigenvalues as LAPACK's")
    func eigenvalues() throws {
        for entry in try numericFixture("algebra", as: Fixture.self).matrices where !entry.eigenvalues.isEmpty
        {
            let values = entry.matrix.eigenvalues
            let largest = entry.matrix.spectralNorm
            #expect(values.count == entry.eigenvalues.count)
            // A double eigenvalue moves by the root of a rounding error.
            let tolerance = (entry.name == "shear" ? 1e-7 : 1e-12) * largest
            var rest = values
            for expected in entry.eigenvalues {
                let distance = { (value: Eigenvalue) in
                    Vector([value.real - expected[0], value.imaginary - expected[1]]).norm
                }
                let nearest = try #require(rest.indices.min { distance(rest[$0]) < distance(rest[$1]) })
                #expect(distance(rest[nearest]) <= tolerance, "\(entry.name)")
                rest.remove(at: nearest)
            }
            #expect(entry.matrix.spectralRadius == values[0].modulus)
        }
    }

    @Test("The shear of the text: norm 5.157, radius 0.9, and a power that peaks at nine")
    func shear() {
        let w: Matrix = [[0.9, 5], [0, 0.9]]
        #expect((w.spectralNorm - 5.157).magnitude < 5e-4)
        #expect((w.spectralRadius - 0.9).magnitude < 1e-12)
        var power = Matrix.identity(2)
        let norms = (1...100).map { _ in
            power = w * power
            return power.spectralNorm
        }
        #expect(norms.max() == norms[8] && (norms[8] - 19.38).magnitude < 5e-3)
        #expect((norms[99] - 0.0148).magnitude < 5e-5)
    }

    @Test("Trace, determinant and Frobenius norm agree with them", arguments: 1...9)
    func invariants(_ size: Int) {
        var generator = PCG64(seed: size)
        for _ in 0..<5 {
            let a = generator.normal(size, size)
            let trace = (0..<size).reduce(0) { $0 + a[$1, $1] }
            let eigenvalues = a.eigenvalues
            #expect((eigenvalues.reduce(0) { $0 + $1.real } - trace).magnitude < 1e-12 * Double(size))
            #expect(eigenvalues.reduce(0) { $0 + $1.imaginary }.magnitude < 1e-12)
            let product = eigenvalues.reduce(1) { $0 * $1.modulus }
            let volume = a.singularValues.reduce(1, *)
            #expect((product - volume).magnitude < 1e-11 * max(1, volume))
            #expect((a.singularValues.norm - a.frobeniusNorm).magnitude < 1e-13 * a.frobeniusNorm)
            #expect(a.spectralRadius <= a.spectralNorm * (1 + 1e-14))
        }
    }

    @Test("What is not finite has no spectrum")
    func nonFinite() {
        let a: Matrix = [[1, .nan], [0, 1]]
        #expect(a.singularValues.allSatisfy(\.isNaN) && a.spectralRadius.isNaN)
        #expect(Matrix(0, 0).spectralRadius == 0 && Matrix(3, 0).spectralNorm == 0)
    }
}
