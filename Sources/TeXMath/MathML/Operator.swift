import HTML

/// An `<mo>` still to be placed: what it must look like, from which its attributes follow.
struct Operator {
    var text: String
    /// The form its class has by nature.
    var form: OperatorDictionary.Form
    /// Whether it grows with what stands beside, above or below it.
    var isStretchy = false
    /// Whether it grows to both sides of the axis alike.
    var isSymmetric = false
    /// Whether it may become larger or move its limits as the dictionary has it.
    var isLarge = false
    /// Further attributes.
    var attributes: [Attribute] = []

    init(_ text: String, _ atomClass: AtomClass) {
        self.text = text
        switch atomClass {
        case .opening, .largeOperator: form = .prefix
        case .closing: form = .postfix
        default: form = .infix
        }
    }

    /// The spaces the browser gives the operator in its natural form.
    var naturalSpaces: (left: Int, right: Int) {
        let properties = OperatorDictionary.properties(of: text, form: form, isExplicit: false)
        return (max(0, properties.left), max(0, properties.right))
    }

    /// The element, with the fewest attributes that give these spaces in this place.
    /// - Parameter place: The form a browser infers; `nil` where browsers disagree.
    func node(left: Int, right: Int, place: OperatorDictionary.Form?) -> Node {
        let inferred = (place.map { [$0] } ?? OperatorDictionary.Form.allCases).map {
            OperatorDictionary.properties(of: text, form: $0, isExplicit: false)
        }
        if let properties = inferred.first, inferred.allSatisfy({ $0 == properties }) {
            let needed = attributes(given: properties, left, right)
            if needed.isEmpty { return element([]) }
            if let form = fittingForm(left, right) { return element([Attribute("form", form.rawValue)]) }
            return element(needed)
        }
        if let form = fittingForm(left, right) { return element([Attribute("form", form.rawValue)]) }
        let properties = OperatorDictionary.properties(of: text, form: form, isExplicit: true)
        return element([Attribute("form", form.rawValue)] + attributes(given: properties, left, right))
    }

    /// A form whose entry in the dictionary is all that is wanted.
    private func fittingForm(_ left: Int, _ right: Int) -> OperatorDictionary.Form? {
        let forms = [form] + OperatorDictionary.Form.allCases.filter { $0 != form }
        return forms.first {
            let properties = OperatorDictionary.properties(of: text, form: $0, isExplicit: true)
            return properties != .unlisted && attributes(given: properties, left, right).isEmpty
        }
    }

    private func attributes(
        given properties: OperatorDictionary.Properties, _ left: Int, _ right: Int
    ) -> [Attribute] {
        var attributes: [Attribute] = []
        if properties.left != left { attributes.append(Attribute("lspace", Length(mu: left).css)) }
        if properties.right != right { attributes.append(Attribute("rspace", Length(mu: right).css)) }
        if properties.isStretchy != isStretchy { attributes.append(Attribute("stretchy", "\(isStretchy)")) }
        if isSymmetric, !properties.isSymmetric { attributes.append(Attribute("symmetric", "true")) }
        if properties.isLarge != isLarge { attributes.append(Attribute("largeop", "\(isLarge)")) }
        return attributes
    }

    private func element(_ inferred: [Attribute]) -> Node {
        .element(Element("mo", inferred + attributes, [.text(text)]))
    }
}
