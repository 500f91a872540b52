import SwiftSyntax

/// A number and things times numbers, added up.
struct LinearForm: Sendable, Hashable {
    var terms: [Thing: Double] = [:]
    var constant: Double

    init(_ constant: Double) {
        self.constant = constant
    }

    init(_ thing: Thing) {
        terms = [thing: 1]
        constant = 0
    }

    /// The number, if it is nothing else.
    var number: Double? { terms.isEmpty ? constant : nil }

    static func + (a: LinearForm, b: LinearForm) -> LinearForm {
        var sum = a
        sum.constant += b.constant
        sum.terms.merge(b.terms, uniquingKeysWith: +)
        return sum
    }

    static func - (a: LinearForm, b: LinearForm) -> LinearForm { a + -1 * b }

    static func * (factor: Double, form: LinearForm) -> LinearForm {
        var product = form
        product.constant *= factor
        product.terms = form.terms.mapValues { factor * $0 }
        return product
    }
}

/// What is compared, where it is no number: a variable, a call, a product.
struct Thing: Sendable, Hashable {
    /// What it is, if that is of use.
    enum Kind: Sendable, Hashable {
        case plain
        /// `a / b`
        case quotient
        /// `abs(x - 5)`
        indirect case magnitude(LinearForm)
        /// `min(x, 5)`, with its numbers
        case atMost([Double])
        /// `max(x, 5)`, with its numbers
        case atLeast([Double])
    }

    /// How it looks at a collection as a whole.
    enum View: Sendable, Hashable {
        case largest, smallest, whole
    }

    /// The source, blanks apart.
    let text: String
    let kind: Kind
    /// How it looks at collections.
    let views: Set<View>
    /// Which element of which sequence it is, if that can be told.
    let element: Element?

    /// `norms[i + 1]`: an element of `norms` one behind that at `i`.
    struct Element: Sendable, Hashable {
        let sequence: String
        let position: Double
    }

    init(_ text: String, _ kind: Kind = .plain, views: Set<View> = [], element: Element? = nil) {
        self.text = text
        self.kind = kind
        self.views = views
        self.element = element
    }

    // Two things are one if they are written alike.
    static func == (a: Thing, b: Thing) -> Bool { a.text == b.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
