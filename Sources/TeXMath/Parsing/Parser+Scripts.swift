extension Parser {
    /// Reads the scripts, primes and limits that follow a base; without any, the base is returned.
    mutating func withScripts(_ base: [Term]) throws(MathError) -> Term {
        var scripts = Scripts(base: base)
        while true {
            let token = try stream.peek()
            switch token.kind {
            case .space: _ = try stream.next()
            case .superscript:
                _ = try stream.next()
                guard scripts.above == nil else { throw doubled(token, "superscript", "{x^a}^b") }
                scripts.above = try argument(of: token)
            case .subscript:
                _ = try stream.next()
                guard scripts.below == nil else { throw doubled(token, "subscript", "{x_a}_b") }
                scripts.below = try argument(of: token)
            case .character("'"):
                _ = try stream.next()
                guard scripts.above == nil else {
                    throw MathError(
                        "a prime after a superscript", at: token.range, help: "write the prime first: x'^2")
                }
                scripts.primes += 1
            case .command(let name) where name == "limits" || name == "nolimits":
                guard base.last?.isLargeOperator == true else { throw misplacedLimits(token) }
                _ = try stream.next()
                scripts.placement = name == "limits" ? .limits : .noLimits
            default:
                let isBare = scripts.below == nil && scripts.above == nil && scripts.primes == 0
                if isBare, scripts.placement == .natural, let term = base.first { return term }
                return .scripts(scripts)
            }
        }
    }

    func misplacedLimits(_ token: Token) -> MathError {
        MathError(
            "\(token.spelling) after something that is no operator", at: token.range,
            help: "write \\mathop{…}\(token.spelling)")
    }

    private func doubled(_ token: Token, _ what: String, _ example: String) -> MathError {
        MathError(
            "a second \(what) on one base", at: token.range,
            help: "put braces around what belongs together, as in \(example)")
    }
}

extension Term {
    /// Whether TeX takes the term for an operator, which can have limits.
    var isLargeOperator: Bool {
        switch self {
        case .function, .largeOperator, .classed(.largeOperator, _): true
        case .stacked(let stack): stack.atomClass == .largeOperator
        case .scripts(let scripts): scripts.before != nil && scripts.base.last?.isLargeOperator == true
        default: false
        }
    }

    /// Whether scripts stand below and above the term in display style.
    var hasLimits: Bool {
        switch self {
        case .function(_, let limits), .largeOperator(_, let limits): limits
        case .classed(let atomClass, _): atomClass == .largeOperator
        case .stacked(let stack): stack.atomClass == .largeOperator
        default: false
        }
    }
}
