/// A tree of HTML: text and attribute values are kept unescaped and escaped in one place, when serialised.
public indirect enum Node: Sendable, Hashable {
    /// An element with its attributes and children.
    case element(Element)
    /// Text, to be escaped.
    case text(String)
    /// Markup that is known to be safe and is written as it is, such as a figure drawn at build time.
    case trusted(String)
    /// Several nodes in a row.
    case fragment([Node])

    /// Nothing.
    public static let empty = Node.fragment([])
}

extension Node: ExpressibleByStringLiteral {
    /// A literal is text.
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension Node: ExpressibleByArrayLiteral {
    /// A list of nodes is a fragment.
    public init(arrayLiteral elements: Node...) {
        self = .fragment(elements)
    }
}

/// An HTML, SVG or MathML element.
public struct Element: Sendable, Hashable {
    /// The tag name, lower case as HTML writes it.
    public var name: String
    /// Attributes in the order they are written.
    public var attributes: [Attribute]
    /// What is inside; void elements have nothing.
    public var children: [Node]

    /// An element; one without attributes or children needs its name only.
    public init(_ name: String, _ attributes: [Attribute] = [], _ children: [Node] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

/// A name and a value; without a value the name stands alone, as in `<details open>`.
public struct Attribute: Sendable, Hashable {
    /// The attribute's name.
    public var name: String
    /// The attribute's unescaped value.
    public var value: String?

    /// An attribute.
    public init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}

extension Node {
    /// An element: `.tag("a", ["href": url], [.text("here")])`.
    public static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node] = []
    ) -> Node {
        .element(Element(name, attributes.map { Attribute($0.key, $0.value) }, children))
    }

    /// An element around text: `.tag("h1", [:], "Recurrence")`.
    public static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String
    ) -> Node {
        .tag(name, attributes, [.text(text)])
    }
}
