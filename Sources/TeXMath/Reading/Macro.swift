import Diagnostics

/// What a macro takes and what it stands for.
struct Macro: Sendable, Hashable {
    /// How many arguments it takes, an optional one included.
    let arity: Int
    /// What the first argument is if it is not given in brackets; without it there is no optional argument.
    let optional: [Token]?
    /// The replacement, with `parameter` tokens for the arguments.
    let body: [Token]

    /// A macro from its definition.
    /// - Parameters:
    ///   - arity: The number of arguments declared; `nil` takes it from the highest `#n` in the body.
    ///   - body: Tokens in which `#n` is still two tokens.
    init(arity: Int? = nil, optional: [Token]? = nil, body: [Token]) throws(MathError) {
        let replaced = try Macro.findingParameters(in: body)
        var highest = 0
        for case .parameter(let number) in replaced.lazy.map(\.kind) {
            if let arity, number > arity, let token = replaced.first(where: { $0.kind == .parameter(number) })
            {
                throw MathError(
                    "#\(number) is used, but the macro takes \(counted(arity, "argument"))", at: token.range,
                    help: "declare it: \\newcommand{\\name}[\(number)]{…}")
            }
            highest = max(highest, number)
        }
        self.arity = arity ?? highest
        self.optional = optional
        self.body = replaced
        try checkBraces()
    }

    private static func findingParameters(in tokens: [Token]) throws(MathError) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            index += 1
            guard token.isCharacter("#") else {
                result.append(token)
                continue
            }
            guard index < tokens.count, case .character(let scalar) = tokens[index].kind,
                scalar == "#" || ("1"..."9").contains(scalar)
            else {
                throw MathError(
                    "# stands without a number in a macro", at: token.range,
                    help: "write #1 to #9 for an argument, \\# for the character")
            }
            let range = token.range.lowerBound..<tokens[index].range.upperBound
            let kind: Token.Kind =
                scalar == "#" ? .character("#") : .parameter(Int(scalar.value - 0x30))
            result.append(Token(kind: kind, range: range))
            index += 1
        }
        return result
    }

    private func checkBraces() throws(MathError) {
        var open: [Token] = []
        for token in body {
            if token.kind == .open {
                open.append(token)
            } else if token.kind == .close, open.popLast() == nil {
                throw MathError("} without its { in a macro", at: token.range, help: "remove it, or add a {")
            }
        }
        if let token = open.last {
            throw MathError("this { is never closed", at: token.range, help: "add a }")
        }
    }
}
