/// A declaration that a module offers to those who import it.
public struct Declaration: Sendable, Hashable, Codable {
    /// What is declared.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A structure, class, enumeration, actor or protocol.
        case type
        /// A type alias or associated type.
        case `typealias`
        case function
        case variable
        /// A case of an enumeration.
        case `case`
        case initializer
        case `subscript`
        case `operator`
        case macro

        /// Whether its name may stand where a type is meant.
        var namesType: Bool { self == .type || self == .typealias }
    }

    /// A parameter as a caller sees it.
    public struct Parameter: Sendable, Hashable, Codable {
        /// Its label, `_` if it has none.
        public var label: String
        /// Whether a call may leave it out.
        public var isOptional: Bool
        /// Whether it takes several arguments.
        public var isVariadic = false
    }

    /// What is declared.
    public var kind: Kind
    /// Its name, without what it is a member of.
    public var name: String
    /// The parameters of what can be called.
    public var parameters: [Parameter]?
    /// The type it is a member of, as in `LSTMCell.Form`; nil if of none.
    public var container: String?
    /// The types that a type is declared to inherit from or conform to, here.
    public var inherited: [String] = []
    /// The bytes of its name in the file.
    public var range: Range<Int>
    /// Its line, counted from 1.
    public var line: Int
    /// The declaration without its body, in one line.
    public var signature: String
    /// The first sentence of its documentation, or nothing.
    public var summary: String

    /// Its name with what it is a member of and its labels: `LSTMCell.step(_:_:)`.
    public var fullName: String {
        let labels = parameters.map { "(" + $0.map { $0.label + ":" }.joined() + ")" } ?? ""
        return (container.map { $0 + "." } ?? "") + name + labels
    }

    /// Whether a call with these labels and closures behind them can be a call of it.
    func accepts(_ labels: [String], trailingClosures: Int) -> Bool {
        guard let parameters else { return false }
        var arguments = labels[...]
        var closures = trailingClosures
        for parameter in parameters {
            if arguments.first == parameter.label {
                arguments.removeFirst()
                while parameter.isVariadic, arguments.first == "_" { arguments.removeFirst() }
            } else if parameter.isOptional {
                continue
            } else if arguments.isEmpty, closures > 0 {
                closures -= 1
            } else {
                return false
            }
        }
        // A closure may also be the argument of a parameter that could have been left out.
        return arguments.isEmpty && (closures == 0 || parameters.contains { $0.isOptional })
    }
}
