extension Parser {
    /// Reads the scripts, primes and limits that follow a base; without any, the base is returned.
    mutating func withScripts(_ base: [Term]) throws(MathError) -> Term {
        var scripts = Scripts(base: base)
        var isBare = true
        while let token = try nextScript() {
            isBare = false
            try attach(token, to: &scripts)
        }
        if isBare, let term = base.first { return term }
        return .scripts(scripts)
    }

    /// The next token, if it is attached to what stands before it.
    private mutating func nextScript() throws(MathError) -> Token? {
        let token = try nextVisible()
        switch token.kind {
        case .superscript, .subscript, .character("'"), .command("limits"), .command("nolimits"): return token
        default:
            stream.putBack(token)
            return nil
        }
    }

    private mutating func attach(_ token: Token, to scripts: inout Scripts) throws(MathError) {
        switch token.kind {
        case .superscript:
            guard scripts.above == nil else { throw doubled(token, "superscript", "{x^a}^b") }
            scripts.above = try argument(of: token)
        case .subscript:
            guard scripts.below == nil else { throw doubled(token, "subscript", "{x_a}_b") }
            scripts.below = try argument(of: token)
        case .character:
            guard scripts.above == nil else { throw latePrime(token) }
            scripts.primes += 1
        default:
            guard scripts.base.last?.isLargeOperator == true else { throw misplacedLimits(token) }
            scripts.placement = token.isCommand("limits") ? .limits : .noLimits
        }
    }

    private func latePrime(_ token: Token) -> MathError {
        MathError("a prime after a superscript", at: token.range, help: "write the prime first: x'^2")
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
