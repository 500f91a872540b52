import Testing

/// The numerics' share of the promise that every build and every processor gives the same bits.
@Suite struct SameBitsTests {
    /// Prints a digest for each part of the library over arguments of all sizes.
    private static let probe = """
        struct Digest {
            var value: UInt64 = 0
            mutating func add(_ x: Double) {
                value = (value ^ (x.isNaN ? 1 : x.bitPattern)) &* 0x9e37_79b9_7f4a_7c15
            }
            mutating func add(_ values: [Double]) { for x in values { add(x) } }
        }

        func report(_ name: String, _ values: [Double]) {
            var digest = Digest()
            digest.add(values)
            print("\\(name) \\(String(digest.value, radix: 16))")
        }

        func main() {
            var generator = PCG64(seed: 7)
            let anywhere = (0..<4000).map { _ in Double(bitPattern: generator.next()) }
            let near = (0..<4003).map { _ in 8 * generator.normal() }
            let arguments = Vector(anywhere + near)
            report("normal", near)
            report("exp", exp(arguments).elements)
            report("expm1", expm1(arguments).elements)
            report("log", log(arguments).elements)
            report("log1p", log1p(arguments).elements)
            report("tanh", tanh(arguments).elements)
            report("sigmoid", sigmoid(arguments).elements)
            report("softplus", softplus(arguments).elements)
            report("scalars", arguments.elements.map { tanh($0) + sigmoid($0) })
            let shapes: [(Int, Int, Int)] = [(1, 16, 64), (7, 30, 13), (20, 64, 48), (33, 270, 9)]
            for (m, k, n) in shapes {
                let (a, b) = (generator.normal(m, k), generator.normal(k, n))
                report("product", (a * b).elements)
                report("transposes", a.transposed.transposedTimes(b).elements)
                report("norm", [a.frobeniusNorm, a[0].dot(a[0]), a.sum] + a.columnSums.elements)
            }
            let square = generator.normal(9, 9)
            report("singular values", square.singularValues.elements)
            report("eigenvalues", square.eigenvalues.flatMap { [$0.real, $0.imaginary] })
        }

        main()
        """

    @Test("Functions, products, draws and spectra give the same bits in every build")
    func sameBits() throws {
        let outputs = try BuildVariant.available.map { variant in
            try variant.output(of: Self.probe, folders: ["Algebra", "Functions", "Random"])
        }
        let reference = try #require(outputs.first)
        #expect(reference.split(separator: "\n").count == 23)
        for (variant, output) in zip(BuildVariant.available, outputs) {
            #expect(output == reference, "\(variant)")
        }
        print("same bits in these builds:", BuildVariant.available.map(\.rawValue).joined(separator: ", "))
    }
}
