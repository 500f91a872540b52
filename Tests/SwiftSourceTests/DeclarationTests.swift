import Testing

@testable import SwiftSource

@Suite struct DeclarationTests {
    private static let source = #"""
        import Other

        /// A cell that remembers. It has more to say.
        @frozen
        public struct Cell<Value>: Stateful, Sendable {
            /// The weights, as in Greff et al. (2017), row by row.
            public var w: [Double] = []
            public private(set) var (unnamed, other) = (1, 2)
            let hidden = 1
            public let x, y: Int
            /** A new cell.

             Nothing of this paragraph. */
            public init(inputs: Int, hidden: Int = 1) {}
            public func step(
                _ x: Value, and others: Int...
            ) -> Value { x }
            func own() {}
            public subscript(row: Int) -> Int { row }
            public enum Form { case plain, named(String) }
            enum Secret { case a }
            #if os(Linux)
                public static func linux() {}
            #endif
        }

        public protocol Stateful {
            associatedtype State
            /// - Parameter x: no sentence.
            func reset(to x: State)
        }

        public extension Cell.Form {
            func described() -> String { "" }
            internal func notThis() {}
        }

        extension Stateful {
            public func reset() {}
            func notThat() {}
        }

        infix operator ⊙: MultiplicationPrecedence
        /// Element by element.
        public func ⊙ (a: Int, b: Int) -> Int { a * b }
        open class Base {}
        package func almost() {}
        public typealias Pair = (Int, Int)
        private func helper() { struct Inner { public var a = 1 } }
        """#

    @Test func `what a file offers to those who import it`() {
        let lines = publicDeclarations(in: Self.source).map {
            "\($0.line) \($0.kind) \($0.fullName) | \($0.signature) | \($0.summary)"
        }
        #expect(
            lines == [
                "5 type Cell | struct Cell<Value>: Stateful, Sendable | A cell that remembers.",
                "7 variable Cell.w | var w: [Double] | The weights, as in Greff et al. (2017), row by row.",
                "10 variable Cell.x | let x, y: Int | ",
                "10 variable Cell.y | let x, y: Int | ",
                "14 initializer Cell.init(inputs:hidden:) | init(inputs: Int, hidden: Int = 1) | A new cell.",
                "15 function Cell.step(_:and:) | func step( _ x: Value, and others: Int... ) -> Value | ",
                "19 subscript Cell.subscript(row:) | subscript(row: Int) -> Int | ",
                "20 type Cell.Form | enum Form | ",
                "20 case Cell.Form.plain | case plain | ",
                "20 case Cell.Form.named | case named(String) | ",
                "23 function Cell.linux() | static func linux() | ",
                "27 type Stateful | protocol Stateful | ",
                "28 typealias Stateful.State | associatedtype State | ",
                "30 function Stateful.reset(to:) | func reset(to x: State) | ",
                "34 function Cell.Form.described() | func described() -> String | ",
                "39 function Stateful.reset() | func reset() | ",
                "43 operator ⊙ | infix operator ⊙: MultiplicationPrecedence | ",
                "45 operator ⊙(a:b:) | func ⊙ (a: Int, b: Int) -> Int | Element by element.",
                "46 type Base | open class Base | ",
                "48 typealias Pair | typealias Pair = (Int, Int) | ",
            ])
    }

    @Test func `the range is that of the name`() {
        let bytes = Array(Self.source.utf8)
        for declaration in publicDeclarations(in: Self.source) {
            let text = String(decoding: bytes[declaration.range], as: UTF8.self)
            #expect(text == declaration.name)
        }
    }
}

/// Which names of a program are told to be which declarations of a small module.
@Suite struct NameTests {
    private static let module = """
        public struct Vector: Sized { public static func zeros(_ n: Int) -> Vector { Vector() }
            public init() {}
            public var norm: Double { 0 }
            public func scaled(by k: Double) -> Vector { self }
            public func scaled(to k: Double) -> Vector { self }
            public func plus(_ a: Int) {}
            public func plus(_ a: Double) {}
            public struct Index { public static let first = 0 } }
        public protocol Sized { var size: Int { get } }
        extension Sized { public func run(_ inputs: [Int], from start: Int = 0) {} }
        public func sigmoid(_ x: Double) -> Double { x }
        public func sigmoid(_ x: Vector) -> Vector { x }
        public func softplus(_ x: Double) -> Double { x }
        public func parallel(_ n: Int, _ body: () -> Void) {}
        public func max(_ a: Vector, _ b: Vector) -> Vector { a }
        infix operator ⊙
        public func ⊙ (a: Vector, b: Vector) -> Vector { a }
        public enum Form { case plain }
        """

    private func links(_ program: [String]) -> [String] {
        let index = DeclarationIndex([("Algebra", publicDeclarations(in: Self.module))])
        let readings = program.map { SwiftReading($0) }
        var scope = NameScope()
        for reading in readings { scope.add(reading.bindings, imports: reading.imports) }
        return readings.flatMap(\.spans).compactMap { span in
            span.use.flatMap { index.resolve($0, in: scope) }.map {
                "\(span.text)=\($0.declaration.fullName)"
            }
        }
    }

    @Test(arguments: [
        ("let v = Vector()", ["Vector=Vector"]),
        ("let v: Vector = .zeros(3)", ["Vector=Vector"]),
        ("Vector.zeros(3)", ["Vector=Vector", "zeros=Vector.zeros(_:)"]),
        ("softplus(1)", ["softplus=softplus(_:)"]),
        ("[1.0].map(softplus)", ["softplus=softplus(_:)"]),
        ("parallel(3) { }", ["parallel=parallel(_:_:)"]),
        ("a ⊙ b", ["⊙=⊙"]),
        ("[a].reduce(b, ⊙)", ["⊙=⊙"]),
        ("Form.plain", ["Form=Form", "plain=Form.plain"]),
        ("Vector.Index.first", ["Vector=Vector", "Index=Vector.Index", "first=Vector.Index.first"]),
        ("let i: Vector.Index", ["Vector=Vector", "Index=Vector.Index"]),
        ("let v = Vector()\nv.norm", ["Vector=Vector", "norm=Vector.norm"]),
        ("let v = Vector()\nv.scaled(to: 2)", ["Vector=Vector", "scaled=Vector.scaled(to:)"]),
        ("let v = Vector()\nv.run([1])", ["Vector=Vector", "run=Sized.run(_:from:)"]),
        ("let v = Vector()\nv.size", ["Vector=Vector", "size=Sized.size"]),
        ("func f(v: Vector) { v.norm }", ["Vector=Vector", "norm=Vector.norm"]),
        (
            "let v = Vector()\nfunc f() { var v = v; v.norm }",
            ["Vector=Vector", "norm=Vector.norm"]
        ),
        ("print(\"\\(Vector.zeros(3))\")", ["Vector=Vector", "zeros=Vector.zeros(_:)"]),
        ("func f<T: Sized>(_ a: T) {}", ["Sized=Sized"]),
        ("[Vector]()", ["Vector=Vector"]),
    ])
    func `what can be told for certain is told`(code: String, expected: [String]) {
        #expect(links(["import Algebra", code]) == expected)
    }

    @Test(arguments: [
        // Overloads that only types tell apart, and names that everyone has.
        "sigmoid(1)", "[1.0].map(sigmoid)", "max(a, b)", "softplus(x: 1)",
        // Members of what is not known, and implicit ones.
        "v.norm", "f().norm", "a.b.norm", ".plain", "x(.plain)", "\\.norm", "[a][0].norm",
        // Labels and words that are no uses.
        "f(Vector: 1)", "// Vector", "\"Vector\"", "g(norm: 1)",
        // What the program itself declares.
        "struct Vector {}\nlet v = Vector()", "let softplus = 1\nsoftplus", "func f(Form: Int) { Form }",
        "func f<Vector>(v: Vector) { v.norm }", "{ softplus in softplus }", "typealias Form = Int\nForm.max",
        "enum A { case Form }\nForm",
        // A value that has another type somewhere else, or a type that is only inferred.
        "let v = h()\nv.norm", "[1].map { v in v.norm }",
    ])
    func `nothing is told that may be wrong`(code: String) {
        #expect(links(["import Algebra", code]) == [])
    }

    @Test func `a declaration anywhere in the chapter counts`() {
        #expect(links(["import Algebra\nlet v = Vector()", "let v = 1", "v.norm"]) == ["Vector=Vector"])
        #expect(links(["import Algebra\nVector()", "struct Vector {}"]) == [])
        #expect(
            links(["import Algebra\nlet v = Vector()\nv.norm", "extension Vector { var norm: Int { 1 } }"])
                == ["Vector=Vector", "Vector=Vector"])
        #expect(links(["import Algebra\nlet v = Vector()\nv.plus(1)"]) == ["Vector=Vector"])
    }

    @Test func `only imported modules count, and others may have a function of the name`() {
        #expect(links(["Vector.zeros(1)"]) == [])
        #expect(
            links(["import Algebra\nimport Foundation", "softplus(1)", "Vector()"]) == ["Vector=Vector"])
    }

    @Test func `inside a type a bare name may be a member`() {
        #expect(
            links(["import Algebra", "extension Form { func f() { softplus(1); norm; let i: Index } }"])
                == ["Form=Form"])
    }
}
