import HTML
import Testing

@Suite struct SerialiserTests {
    @Test func textAndAttributesAreEscaped() {
        let node = Node.tag("a", ["href": "/?a=1&b=\"2\"", "title": nil], "<b> & \"c\" > d")
        #expect(
            node.serialised()
                == "<a href=\"/?a=1&amp;b=&quot;2&quot;\" title>&lt;b&gt; &amp; &quot;c&quot; &gt; d</a>")
    }

    @Test(arguments: ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"])
    func voidElementsHaveNoEndTag(name: String) {
        #expect(Node.tag(name).serialised() == "<\(name)>")
    }

    @Test func emptyElementsHaveAnEndTag() {
        #expect(Node.tag("p").serialised() == "<p></p>")
        #expect(Node.tag("script", ["src": "a.js"]).serialised() == "<script src=\"a.js\"></script>")
    }

    @Test func trustedMarkupIsWrittenAsItIs() {
        #expect(Node.fragment(["<", .trusted("<svg/>"), .empty]).serialised() == "&lt;<svg/>")
    }

    @Test func plainTextHasNoMarkup() {
        let node = Node.tag(
            "p", [:], ["a < ", .tag("em", [:], "b"), .trusted("<svg>x</svg>"), .fragment(["c"])])
        #expect(node.plainText == "a < bc")
    }

    /// Whatever the text, unescaping gives it back and no markup is left in it.
    @Test(arguments: [
        "", "&", "&amp;", "<<>>", "\"'\"", "é🙂&日本", "a\u{0}b", "\u{FFFD}",
        String(repeating: "<&", count: 999),
    ])
    func escapingLosesNothing(text: String) {
        let escaped = escapedText(text)
        #expect(!escaped.contains { $0 == "<" || $0 == ">" || $0 == "\"" })
        let unescaped = escaped.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        #expect(unescaped == text)
        #expect(Node.text(text).serialised() == escaped)
    }
}
