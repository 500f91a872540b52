import Diagnostics
import Manuscript
import SwiftSource
import Testing

@testable import Execution

/// A block cannot make up what the runtime records of a chapter.
@Suite struct ForgeryTests {
    /// A block of its own, and below it what it would like to lie about.
    private func run(_ code: String, _ options: String = "") async throws -> ChapterResult {
        try await TestBook.run(
            swift(code, options) + swift("print(2 + 2)") + "\nIt [holds](<swift: 2 + 2 == 5>).")
    }

    @Test(arguments: [
        "_Chapter.step(1, 0); print(5)", "_Chapter.end(0)", "`_Chapter`.value(true)",
        "typealias C = ChapterRuntime._Chapter", "enum _Chapter { static func value<T>(_ v: T) {} }",
        "import class ChapterRuntime.Nothing", "enum ChapterRuntime {}",
    ])
    func `no block names the runtime`(code: String) async throws {
        let result = try await run(code)
        #expect(result.complaint?.contains("is the tool's own, and no block may use it") == true)
        #expect(result.complaint?.hasPrefix("4:") == true)
    }

    @Test(arguments: [
        "@_silgen_name(\"x\") func x()", "@_cdecl(\"fwrite\") func w() {}", "@c(fwrite) func w() {}",
        "@section(\".init_array\") @used let f: @convention(c) () -> Void = {}",
    ])
    func `nor what the linker knows of it`(code: String) async throws {
        let result = try await run(code)
        #expect(result.complaint?.hasPrefix("4:2: '@") == true)
        #expect(result.complaint?.hasSuffix("' is not for blocks") == true)
    }

    @Test func `an inline value does not name the runtime either`() async throws {
        let result = try await TestBook.run("It is [5](<swift: { _Chapter.value(5); return 4 }()>).")
        #expect(result.complaint == "3:21: '_Chapter' is the tool's own, and no block may use it")
    }

    #if os(Linux)
        private static let system = "import Glibc\n"

        @Test(arguments: ["BOOK_MARK", "BOOK_FOLDER", "BOOK_MEMORY"])
        func `there is no mark in the environment`(name: String) async throws {
            let result = try await TestBook.run(swift(Self.system + "print(getenv(\"\(name)\") as Any)"))
            #expect(result.texts == ["nil\n"])
        }

        @Test func `bytes in the channel that are no record end the chapter`() async throws {
            let result = try await run(
                Self.system
                    + "for file in CInt(3)..<1_000 { send(file, [UInt8](repeating: 48, count: 64), 64, 0) }")
            #expect(result.complaint == "3:4: block '1' interferes with what is recorded of the chapter")
        }

        @Test func `a channel that is closed ends the chapter`() async throws {
            let result = try await run(Self.system + "for file in CInt(3)..<1_000 { close(file) }")
            #expect(result.complaint?.contains("block '1' ended the program with exit code 97") == true)
        }

        /// What a figure sends could be caught, and something else sent in its place.
        @Test func `a channel that is exchanged ends the chapter`() async throws {
            let result = try await TestBook.run(
                swift(
                    Self.system + """
                        var ends: [CInt] = [0, 0]
                        _ = socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends)
                        for file in CInt(100)..<1_000 where fcntl(file, F_GETFD) >= 0 { dup2(ends[0], file) }
                        _ = write(ends[1], "yyyyyyyyyyyyyyyy", 16)
                        """) + swift("print(2 + 2)") + "\nIt [holds](<swift: 2 + 2 == 5>).")
            #expect(result.failure?.owner == .book && result.transcript.outcomes.last == .notRun)
        }

        @Test func `what is printed elsewhere does not reach the records`() async throws {
            let result = try await TestBook.run(
                swift(
                    Self.system + """
                        var ends: [CInt] = [0, 0]
                        _ = pipe(&ends)
                        dup2(ends[1], 1)
                        """) + swift("print(3)") + "\nIt is [3](<swift: 3>).")
            #expect(result.failure == nil && result.transcript.outcomes.last == .value(.integer("3")))
        }
    #endif

    @Test(arguments: ["", "hidden"]) func `no block ends the chapter`(options: String) async throws {
        let result = try await run("import Foundation\nexit(0)", options)
        #expect(
            result.complaint
                == "3:4: block '1' ended the program with exit code 0, before the end of the chapter")
    }
}

/// Each block is Swift by itself, so that no block decides what another means.
@Suite struct CompleteBlockTests {
    @Test(arguments: [
        ("#if false", "#endif"), ("/*", "*/"), ("let s = \"\"\"", "\"\"\""), ("func f() {", "}"),
        ("if false {", "}"), ("let f = {", "}"), ("struct S { static func f() {", "} }"),
        ("#if true\n#else", "#endif"),
        ("let x = [", "]"), ("while false {", "}"), ("switch 1 { case 1: break; default:", "}"),
        ("do {", "}"),
        ("let r = #/", "/#"),
    ])
    func `what one block opens, another does not close`(opening: String, closing: String) async throws {
        let result = try await TestBook.run(swift(opening) + swift("print(2 + 2)") + swift(closing))
        #expect(result.failure?.owner == .book && result.transcript.outcomes.allSatisfy { $0 == .notRun })
        let line = result.failure?.diagnostics.first?.location?.start.line ?? 0
        #expect((4...5).contains(line), "\(result.complaint ?? "")")
    }

    @Test(arguments: [".count", "{ print(1) }()", "[1].count", "(1, 2)", "-1", "is Int"])
    func `a block does not go on with what stands above it`(code: String) async throws {
        let result = try await TestBook.run(swift("let a = 1\na") + swift(code))
        if let complaint = result.complaint { #expect(complaint.hasPrefix("8:"), "\(complaint)") }
    }

    @Test func `every block is parsed once`() async throws {
        let name = "a\(UInt64.random(in: 0 ... .max))"
        let block = "let \(name) = 1\n\(name)"
        let book = try TestBook(["one": "# One\n\n\(swift(block))\n[1](<swift: \(name)>)\n"])
        #expect(try await book.run()[0].failure == nil)
        #expect(SwiftPiece.parseCount(of: block + "\n") == 1)
        #expect(SwiftPiece.parseCount(of: name) == 1)
    }
}

/// What a hidden block declares does not change what visible ones say.
@Suite struct OtherMeaningTests {
    @Test(arguments: [
        ("func print(_ x: Any...) { Swift.print(5) }", "print(2 + 2)", "print"),
        ("let print = { (x: Int) in Swift.print(5) }", "print(2 + 2)", "print"),
        ("func show(_ x: Int) { Swift.print(5) }", "show(4)", "show"),
        ("extension Int { static func * (a: Int, b: Int) -> Int { 5 } }", "print(2 * 2)", "*"),
        ("func == <T: Equatable>(a: T, b: T) -> Bool { true }", "print(2 == 3)", "=="),
        ("func max(_ a: Int, _ b: Int) -> Int { a }", "print(max(1, 2))", "max"),
        ("typealias Double = Float", "let x: Double = 1", "Double"),
        ("typealias IntegerLiteralType = Double", "print(5 / 2)", "IntegerLiteralType"),
        ("infix operator +: MultiplicationPrecedence", "print(2 + 2 * 3)", "+"),
        ("extension Array { func sorted() -> [Element] { self } }", "print([2, 1].sorted())", "sorted"),
        (
            "extension DefaultStringInterpolation { mutating func appendInterpolation(_ x: Int) {} }",
            "print(\"\\(1)\")", "appendInterpolation"
        ),
    ])
    func `no common name means something else`(hidden: String, visible: String, name: String) async throws {
        let result = try await TestBook.run(swift(hidden, "hidden") + swift(visible, "id=seen"))
        #expect(
            result.complaint?.hasSuffix(
                "a hidden block gives '\(name)' another meaning, and block 'seen' uses it")
                == true, "\(result.complaint ?? "")")
        #expect(result.complaint?.hasPrefix("4:") == true)
    }

    @Test func `an inline value is visible`() async throws {
        let result = try await TestBook.run(
            swift("func == <T: Equatable>(a: T, b: T) -> Bool { true }", "hidden")
                + "\nIt [holds](<swift: 1 == 2>).")
        #expect(
            result.complaint
                == "4:6: a hidden block gives '==' another meaning, and the inline value '1 == 2' uses it")
    }

    @Test(arguments: [
        ("struct V { var x = 1; static func + (a: V, b: V) -> V { a } }", "let v = V() + V()"),
        ("struct V {}\nfunc == (a: V, b: V) -> Bool { true }", "print(1 == 2)"),
        ("func helper() { func print(_ x: Int) {} }", "print(1)"),
        ("extension Double { var short: String { \"1\" } }", "print(1.0.short)"),
        ("struct S { func print() {} }", "print(1)"), ("func max(_ a: Int) -> Int { a }", "print(1)"),
    ])
    func `what is new or not used is the author's own`(hidden: String, visible: String) async throws {
        let result = try await TestBook.run(swift(hidden, "hidden") + swift(visible))
        #expect(result.failure == nil, "\(result.complaint ?? "")")
    }

    @Test func `what the reader sees may be declared, and hiding it later is seen`() async throws {
        let text =
            "# One\n\n\(swift("func print(_ x: Int) { Swift.print(x + 1) }", "id=own"))\(swift("print(4)"))"
        let book = try TestBook(["one": text])
        #expect(try await book.run()[0].texts == ["", "5\n"])
        try book.write("one", text.replacing("id=own", with: "hidden"))
        let result = try await book.run()[0]
        #expect(
            result.source == .cache
                && result.complaint?.hasPrefix("4:6: a hidden block gives 'print'") == true)
    }
}
