import Testing

@testable import RecurrentNetworks

/// One of the functions, in both of its forms.
struct FunctionUnderTest: Sendable, CustomTestStringConvertible {
    let name: String
    let scalar: @Sendable (Double) -> Double
    let vector: @Sendable (Vector) -> Vector
    let matrix: @Sendable (Matrix) -> Matrix

    var testDescription: String { name }

    static let all = [
        FunctionUnderTest(name: "exp", scalar: { exp($0) }, vector: { exp($0) }, matrix: { exp($0) }),
        FunctionUnderTest(name: "expm1", scalar: { expm1($0) }, vector: { expm1($0) }, matrix: { expm1($0) }),
        FunctionUnderTest(name: "log", scalar: { log($0) }, vector: { log($0) }, matrix: { log($0) }),
        FunctionUnderTest(name: "log1p", scalar: { log1p($0) }, vector: { log1p($0) }, matrix: { log1p($0) }),
        FunctionUnderTest(name: "tanh", scalar: { tanh($0) }, vector: { tanh($0) }, matrix: { tanh($0) }),
        FunctionUnderTest(
            name: "sigmoid", scalar: { sigmoid($0) }, vector: { sigmoid($0) }, matrix: { sigmoid($0) }),
        FunctionUnderTest(
            name: "softplus", scalar: { softplus($0) }, vector: { softplus($0) }, matrix: { softplus($0) }),
    ]
}

@Suite struct ElementaryFunctionTests {
    /// Argument, nearest double to the true value, and how many ulps above it the true value lies.
    struct Fixture: Decodable {
        struct Row: Decodable {
            let argument: Double
            let nearest: Double
            let remainder: Double

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                argument = Double(bitPattern: try UInt64(hexadecimal: values.decode(String.self)))
                nearest = Double(bitPattern: try UInt64(hexadecimal: values.decode(String.self)))
                remainder = try values.decode(Double.self)
            }

            /// The error of `value` in units of the nearest double's last place; 0 or infinity where there is
            /// nothing to measure.
            func error(of value: Double) -> Double {
                if nearest.isNaN { return value.isNaN ? 0 : .infinity }
                if nearest.isInfinite || nearest == 0 {
                    return value == nearest && value.sign == nearest.sign ? 0 : .infinity
                }
                return ((value - nearest) / nearest.ulp - remainder).magnitude
            }
        }

        let functions: [String: [Row]]
    }

    static let fixture = Result { try numericFixture("functions", as: Fixture.self) }

    @Test("Within one unit in the last place of mpmath", arguments: FunctionUnderTest.all)
    func accuracy(_ function: FunctionUnderTest) throws {
        let rows = try #require(try Self.fixture.get().functions[function.name])
        #expect(rows.count > 250)
        let errors = rows.map { $0.error(of: function.scalar($0.argument)) }
        for (row, error) in zip(rows, errors) where error >= 1 {
            Issue.record("\(function.name)(\(row.argument)) is \(error) ulp off \(row.nearest)")
        }
        print("\(function.name): at most \(errors.max() ?? .nan) ulp over \(rows.count) arguments")
    }

    @Test("Arrays give the bits of scalars, at every length", arguments: FunctionUnderTest.all)
    func arraysAgree(_ function: FunctionUnderTest) throws {
        let arguments = try #require(try Self.fixture.get().functions[function.name]).map(\.argument)
        let expected = arguments.map { function.scalar($0).bitPattern }
        #expect(function.vector(Vector(arguments)).map(\.bitPattern) == expected)
        for count in 0...20 {
            let part = Array(arguments.suffix(count))
            let column = try Matrix(count, 1, elements: part)
            #expect(function.matrix(column).elements.map(\.bitPattern) == Array(expected.suffix(count)))
        }
    }

    @Test("tanh is odd, σ(x) + σ(−x) is 1, and log undoes exp")
    func identities() {
        var generator = PCG64(seed: 1)
        for _ in 0..<500 {
            let x = generator.uniform(in: -30..<30)
            #expect(tanh(-x) == -tanh(x))
            #expect((sigmoid(x) + sigmoid(-x) - 1).magnitude <= 0x1p-52)
            #expect((log(exp(x)) - x).magnitude <= 0x1p-51 * max(1, x.magnitude))
            #expect((softplus(x) - softplus(-x) - x).magnitude <= 0x1p-50 * max(1, x.magnitude))
        }
    }
}
