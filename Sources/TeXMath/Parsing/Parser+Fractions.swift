extension Parser {
    /// Reads `\frac` and its like.
    mutating func fraction(_ kind: FractionCommand, _ token: Token) throws(MathError) -> Term {
        var fraction = Fraction(numerator: [], denominator: [])
        switch kind {
        case .plain(let style): fraction.style = style
        case .binomial(let style):
            fraction.style = style
            fraction.enclose(in: "(", ")")
        case .continued:
            fraction.isContinued = true
            // MathML Core centres both parts, whatever the option says.
            _ = try stream.optionalArgument()
        case .general: try generalFraction(&fraction, token)
        }
        fraction.numerator = try argument(of: token)
        fraction.denominator = try argument(of: token)
        return .fraction(fraction)
    }

    /// `\genfrac{left}{right}{thickness}{style}`, before the two parts.
    private mutating func generalFraction(_ fraction: inout Fraction, _ token: Token) throws(MathError) {
        fraction.left = try optionalDelimiter(of: token)
        fraction.right = try optionalDelimiter(of: token)
        let thickness = try writtenArgument(of: token)
        if !thickness.text.isEmpty { fraction.bar = try length(thickness, of: token) }
        let style = try writtenArgument(of: token)
        guard !style.text.isEmpty else { return }
        guard let number = Int(style.text), let known = MathStyle(rawValue: number) else {
            throw MathError(
                "\(style.text) is no style", at: style.range,
                help: "write 0 for display, 1 for text, 2 and 3 for scripts, or nothing")
        }
        fraction.style = known
    }

    private mutating func optionalDelimiter(of command: Token) throws(MathError) -> String? {
        let tokens = try stream.argument(of: command)
        guard let last = tokens.last else { return nil }
        for token in tokens.reversed() { stream.putBack(token) }
        let text = try delimiter(after: command)
        guard tokens.count == 1 else {
            throw MathError("more than one delimiter", at: last.range, help: "give one, or none")
        }
        return text
    }
}

extension Fraction {
    /// The fraction that an infix command makes of what stands around it.
    init(_ command: InfixFraction, numerator: [Term], denominator: [Term]) {
        self.init(numerator: numerator, denominator: denominator)
        switch command {
        case .over: break
        case .atop: bar = .zero
        case .choose: enclose(in: "(", ")")
        case .brack: enclose(in: "[", "]")
        case .brace: enclose(in: "{", "}")
        }
    }

    /// Makes the fraction one of the binomial kind: fences and no bar.
    mutating func enclose(in left: String, _ right: String) {
        bar = .zero
        self.left = left
        self.right = right
    }
}
