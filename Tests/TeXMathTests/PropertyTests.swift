import Foundation
import HTML
import TeXMath
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What holds of every input: an answer comes, errors point into the input, and the output is well-formed.
struct PropertyTests {
    @Test(arguments: 0..<20 as Range<UInt64>) func soupGetsAnAnswer(seed: UInt64) throws {
        var generator = FormulaGenerator(seed: seed)
        for _ in 0..<50 {
            let tex = generator.soup()
            do throws(MathError) {
                let formula = try MathConverter().convert(tex, display: seed % 2 == 0)
                try? check(formula, of: tex)
            } catch {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= tex.utf8.count, "\(tex)")
                #expect(!error.message.isEmpty && error.help?.isEmpty == false, "\(tex)")
                let bytes = Array(tex.utf8)[error.range.clamped(to: 0..<tex.utf8.count)]
                #expect(String(validating: bytes, as: UTF8.self) != nil, "ranges part no characters: \(tex)")
            }
        }
    }

    @Test(arguments: 0..<16 as Range<UInt64>) func rightFormulasConvert(seed: UInt64) throws {
        var generator = FormulaGenerator(seed: seed)
        for _ in 0..<8 {
            let tex = generator.tree()
            try check(try MathConverter().convert(tex, display: true), of: tex)
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func conversionIsAFunction(seed: UInt64) throws {
        var generator = FormulaGenerator(seed: seed)
        let tex = generator.tree()
        let first = try MathConverter().convert(tex, display: true)
        #expect(try MathConverter().convert(tex, display: true) == first)
        #expect(try MathConverter().convert(annotation(of: first.node), display: true) == first)
    }

    /// Blanks and comments between tokens mean nothing in math.
    @Test(arguments: 0..<20 as Range<UInt64>) func blanksDoNotMatter(seed: UInt64) throws {
        var generator = FormulaGenerator(seed: seed)
        let parts = (0..<6).map { _ in
            generator.pick(["x", "+", "{a}", "\\alpha ", "\\frac12", "=", "y_1", "("])
        }
        let tight = body(of: try MathConverter().convert(parts.joined(), display: true).node)
        for separator in [" ", "\n", " % comment\n  "] {
            let wide = try MathConverter().convert(parts.joined(separator: separator), display: true)
            #expect(body(of: wide.node) == tight)
        }
    }

    private func annotation(of node: Node) -> String {
        guard case .element(let math) = node, case .element(let semantics)? = math.children.first,
            let last = semantics.children.last
        else { return "" }
        return last.plainText
    }

    /// Checks that the markup parses as XML and every element has the children MathML Core wants.
    private func check(_ formula: MathFormula, of tex: String) throws {
        let delegate = ShapeChecker()
        let parser = XMLParser(data: Data(formula.node.serialised().utf8))
        parser.delegate = delegate
        #expect(parser.parse(), "not well-formed: \(tex)")
        #expect(delegate.faults.isEmpty, "\(tex)")
        for label in formula.labels { #expect(label.range.upperBound <= tex.utf8.count) }
    }
}

/// Counts the children of elements that must have so many.
private final class ShapeChecker: NSObject, XMLParserDelegate {
    private static let counts = [
        "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
        "semantics": 2,
    ]
    private static let leaves: Set = ["mi", "mn", "mo", "mtext", "mspace", "annotation"]
    private static let containers: Set = [
        "math", "mrow", "mstyle", "mphantom", "mpadded", "msqrt", "mtable", "mtr", "mtd", "mmultiscripts",
        "mprescripts",
    ]
    private var stack: [(name: String, children: Int)] = []
    private(set) var faults: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if let parent = stack.last?.name {
            stack[stack.count - 1].children += 1
            if Self.leaves.contains(parent) { faults.append("\(name) in \(parent)") }
            if parent == "mtable", name != "mtr" { faults.append("\(name) in mtable") }
            if parent == "mtr", name != "mtd" { faults.append("\(name) in mtr") }
        }
        let isKnown = Self.leaves.contains(name) || Self.containers.contains(name) || Self.counts[name] != nil
        if !isKnown { faults.append("\(name) is no element of MathML Core") }
        stack.append((name, 0))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let element = stack.popLast() else { return }
        if let count = Self.counts[name], element.children != count {
            faults.append("\(name) has \(element.children) children")
        }
    }
}
