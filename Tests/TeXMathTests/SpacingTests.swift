import HTML
import Testing

@testable import TeXMath

/// What a browser will make of the attributes is what TeX puts between atoms.
struct SpacingTests {
    /// One way to write an atom of each class, as an operator and as something that is none.
    static let atoms: [(AtomClass, [String])] = [
        (.ordinary, ["x", "|", "{+}", "/", "\\infty"]),
        (.largeOperator, ["\\sum", "\\sin", "\\int_0^1", "\\lim_x"]),
        (.binary, ["+", "\\cdot", "\\mathbin{R}"]), (.relation, ["=", "\\to", ":", "\\mathrel{R}"]),
        (.opening, ["(", "\\langle", "\\mathopen{x}"]), (.closing, [")", "!", "\\mathclose{x}"]),
        (.punctuation, [",", ";", "\\mathpunct{x}"]), (.inner, ["\\dots", "\\left(x\\right)"]),
    ]

    @Test(arguments: atoms.indices, atoms.indices) func pairsAreSpacedAsByTeX(first: Int, second: Int) throws
    {
        for left in Self.atoms[first].1 {
            for right in Self.atoms[second].1 {
                try check(left, Self.atoms[first].0, right, Self.atoms[second].0, .display)
                try check(left, Self.atoms[first].0, right, Self.atoms[second].0, .script)
            }
        }
    }

    /// Between letters a pair stands as in a formula; a binary operator that has no operands is a letter itself.
    private func check(
        _ left: String, _ leftClass: AtomClass, _ right: String, _ rightClass: AtomClass, _ style: MathStyle
    ) throws {
        var (leftClass, rightClass) = (leftClass, rightClass)
        let endsOperand: [AtomClass] = [.relation, .closing, .punctuation]
        if leftClass == .binary, endsOperand.contains(rightClass) { leftClass = .ordinary }
        let beginsOperand: [AtomClass] = [.binary, .largeOperator, .relation, .opening, .punctuation]
        if rightClass == .binary, beginsOperand.contains(leftClass) { rightClass = .ordinary }
        let expected =
            AtomClass.space(between: .ordinary, and: leftClass, in: style)
            + AtomClass.space(between: leftClass, and: rightClass, in: style)
            + AtomClass.space(between: rightClass, and: .ordinary, in: style)
        var parser = try Parser(tex: "a \(left) \(right) b", macros: .none)
        let nodes = Composer(style: style).row(try parser.formula())
        let drawn = nodes.indices.reduce(0) { $0 + space(of: nodes[$1], at: $1, of: nodes.count) }
        #expect(drawn == expected, "a \(left) \(right) b")
    }

    /// The space around a child of a row in eighteenths of an em, found as MathML Core says.
    private func space(of node: Node, at index: Int, of count: Int) -> Int {
        guard case .element(let element) = node else { return 0 }
        switch element.name {
        case "mspace": return eighteenths(element, "width") ?? 0
        case "mo":
            let place: OperatorDictionary.Form =
                index == 0 ? (count == 1 ? .infix : .prefix) : index == count - 1 ? .postfix : .infix
            let form = value(element, "form").flatMap(OperatorDictionary.Form.init)
            let properties = OperatorDictionary.properties(
                of: node.plainText, form: form ?? place, isExplicit: form != nil)
            return (eighteenths(element, "lspace") ?? properties.left)
                + (eighteenths(element, "rspace") ?? properties.right)
        case "msub", "msup", "msubsup", "munder", "mover", "munderover", "mstyle":
            return element.children.first.map { space(of: $0, at: 0, of: 2) } ?? 0
        default: return 0
        }
    }

    private func value(_ element: Element, _ name: String) -> String? {
        element.attributes.first { $0.name == name }?.value ?? nil
    }

    private func eighteenths(_ element: Element, _ name: String) -> Int? {
        value(element, name).flatMap { Double($0.dropLast(2)) }.map { Int(($0 * 18).rounded()) }
    }
}
