/// TeX's four styles; MathML splits them into `displaystyle` and `scriptlevel`.
enum MathStyle: Int, Sendable, Hashable {
    case display, text, script, scriptScript

    var isScript: Bool { self == .script || self == .scriptScript }
    var scriptLevel: Int { max(0, rawValue - 1) }

    /// The size of type in this style, in ems of the text around the formula.
    var scale: Double { [1, 1, 0.7, 0.5][rawValue] }

    /// The style of superscripts and subscripts.
    var ofScripts: MathStyle { isScript ? .scriptScript : .script }

    /// The style of numerators and denominators.
    var ofFractions: MathStyle {
        switch self {
        case .display: .text
        case .text: .script
        case .script, .scriptScript: .scriptScript
        }
    }
}
