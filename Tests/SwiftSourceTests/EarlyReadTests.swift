@testable import SwiftSource
import Testing

/// What is read too early, as `piece:variable` or `piece:variable by reader`.
private func reads(_ pieces: [String]) -> [String] {
    earlyReads(in: pieces.map { ProgramPiece(SwiftPiece($0)) }).map { read in
        "\(read.place.piece):\(read.variable)" + (read.reader.map { " by \($0)" } ?? "")
    }
}

@Suite struct EarlyReadTests {
    @Test(arguments: [
        (["print(b)", "let b = 1"], ["0:b"]),
        (["!flag", "let flag = true"], ["0:flag"]),
        (["n = 3\nprint(n)", "var n = 1"], ["0:n"]),
        (["print(a)\nlet a = 1"], ["0:a"]),
        (["[1].forEach { _ in print(m) }", "let (l, m) = (1, 2)"], ["0:m"]),
        (["func f() -> Int { n }\nprint(f())", "let n = 3"], ["0:n by f"]),
        (["func f() -> Int { g() }\nfunc g() -> Int { n }", "f()", "let n = 3"], ["1:n by f"]),
        (["struct P { let v = q }", "P()", "let q = 2"], ["1:q by P"]),
        (["struct P { var v: Int { q } }\nlet p = P()\np.v", "let q = 2"], ["0:q by v"]),
        (["let f = { n }\nf()", "let n = 3"], ["0:n by f"]),
        (["x", "guard let x = Optional(1) else { fatalError() }"], ["0:x"]),
        (["print(\"\\(late)\")", "let late = 1"], ["0:late"]),
    ])
    func isFound(pieces: [String], expected: [String]) {
        #expect(reads(pieces) == expected)
    }

    /// What a piece with a scope of its own declares is its own, whatever is called so below it.
    @Test(arguments: [
        ("let n = 1\nfunc f() -> Int { n }\nf()", [String]()), ("func f() -> Int { late }\nf()", ["0:late"]),
        ("print(late)", ["0:late"]), ("let n = 2\nprint(n)", []),
    ]) func aPieceOfItsOwn(code: String, expected: [String]) {
        let pieces = [
            ProgramPiece(SwiftPiece(code), isShared: false),
            ProgramPiece(SwiftPiece("let n = 3\nlet late = 4\nfunc f() {}")),
        ]
        #expect(earlyReads(in: pieces).map { "\($0.place.piece):\($0.variable)" } == expected)
    }

    @Test(arguments: [
        ["let b = 1", "print(b)"],
        ["func f() -> Int { n }", "let n = 3", "f()"],
        ["let f = { n }", "let n = 3", "f()"],
        ["struct P { let v = q }", "let q = 2", "P()"],
        ["struct P { func f() { print(q) } }\nlet p = P()", "let q = 2", "p.f()"],
        ["for n in 1...3 { print(n) }", "let n = 3"],
        ["[1].map { n in n + 1 }\n[1].map { (n: Int) in n }", "let n = 3"],
        ["func f(n: Int) -> Int { n }\nf(n: 3)", "let n = 3"],
        ["func f() -> Int { let n = 1; return n }\nf()", "let n = 3"],
        ["if let n = Optional(1) { print(n) }", "let n = 3"],
        ["switch Optional(1) { case let n?: print(n); case nil: break }", "let n = 3"],
        ["struct P { var n = 1; func f() -> Int { n } }\nP().f()\nP().n", "let n = 3"],
        ["do { let n = 1; print(n) }", "let n = 3"],
        ["max(1, 2).description", "let description = 3"],
        ["var total: Int { n + 1 }", "let n = 3", "total"],
        ["guard let x = Optional(1) else { fatalError() }\nprint(x)"],
    ])
    func isLeftAlone(pieces: [String]) {
        #expect(reads(pieces) == [])
    }

    @Test func whatATrapDeclaresIsItsOwn() {
        let pieces = [
            ProgramPiece(SwiftPiece("let n = 1\nprint(n)")),
            ProgramPiece(SwiftPiece("let m = n"), isShared: false),
        ]
        #expect(earlyReads(in: pieces).isEmpty)
        #expect(
            earlyReads(in: [
                ProgramPiece(SwiftPiece("m")), ProgramPiece(SwiftPiece("let m = 1"), isShared: false),
            ]).isEmpty)
    }

    @Test func placesAreBytes() {
        let read = earlyReads(in: [
            ProgramPiece(SwiftPiece("let é = \"ü\" + b")), ProgramPiece(SwiftPiece("\nlet b = \"\"")),
        ]).first
        #expect(read?.place == .init(piece: 0, offset: 16))
        #expect(read?.declaration == .init(piece: 1, offset: 5))
    }
}
