import HTML
import TeXMath
import Testing

struct LabelTests {
    @Test func labelsKnowTheirBytesAndTag() throws {
        let tex = #"E = mc^2 \label{eq-é} \tag{N3.1}"#
        let formula = try MathConverter().convert(tex, display: true)
        let label = try #require(formula.labels.first)
        #expect(formula.labels.count == 1)
        #expect(label.name == "eq-é")
        #expect(String(decoding: Array(tex.utf8)[label.range], as: UTF8.self) == "eq-é")
        #expect(label.tag == formula.tag)
        #expect(formula.tag?.text == "N3.1")
        #expect(formula.tag?.display == "(N3.1)")
        #expect(!body(of: formula.node).plainText.contains("N3.1"))
    }

    @Test func rowsKeepTheirTags() throws {
        let tex =
            #"\begin{align} a &= b \label{one}\tag{1} \\ c &= d \label{none} \\ e &= f \tag*{T}\label{three} \end{align}"#
        let formula = try MathConverter().convert(tex, display: true)
        #expect(formula.tag == nil)
        #expect(formula.labels.map(\.name) == ["one", "none", "three"])
        #expect(formula.labels.map { $0.tag?.display } == ["(1)", nil, "T"])
        #expect(body(of: formula.node).plainText.contains("(1)"))
    }

    @Test func oneTagOnOneRowIsTheFormulas() throws {
        let formula = try MathConverter()
            .convert(#"\begin{align} a &= b \\ c &= d \tag{7}\label{x} \end{align}"#, display: true)
        #expect(formula.tag?.text == "7")
        #expect(formula.labels.first?.tag?.text == "7")
        #expect(!body(of: formula.node).plainText.contains("7"))
    }

    @Test(
        arguments: [
            (#"h_t = \tanh(W x_{t-1})"#, "h_t = tanh (Wx_(t − 1))"), (#"\frac{a+b}{2}"#, "(a + b)/2"),
            (#"\sqrt{x} \text{ if } x \ge 0"#, "√x if x ≥ 0"), (#"\hat y, \mathbf{W}"#, "y, W"),
            (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "(a b; c d)"),
        ])
    func plainTextIsLegible(tex: String, text: String) throws {
        #expect(try MathConverter().convert(tex, display: true).text == text)
    }

    @Test func annotationKeepsTheSource() throws {
        let tex = #"a < b & \text{“x”}"#.replacing("& ", with: "")
        let markup = try MathConverter().convert(tex, display: false).node.serialised()
        #expect(markup.hasPrefix("<math><semantics>"))
        #expect(
            markup.hasSuffix(
                #"<annotation encoding="application/x-tex">a &lt; b \text{“x”}</annotation></semantics></math>"#
            ))
    }
}
