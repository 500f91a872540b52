/// What ends the list that is being read, with the token that opened it.
enum ListEnd {
    case formula
    case brace(Token)
    case bracket(Token)
    /// `\left`, up to `\middle` or `\right`.
    case fence(Token, delimiter: String)
    /// A cell of an environment, up to `&`, `\\` or `\end`.
    case cell(Token, environment: String)
    /// A row of `\substack{…}`.
    case stackRow(Token)
    /// `$…$` within words.
    case dollar(Token)

    /// Whether a token ends this list. Other lists may be ended by it too: then this one is unfinished.
    func isReached(at token: Token) -> Bool {
        switch self {
        case .formula: token.kind == .end || token.isRowEnd
        case .brace: token.kind == .close
        case .bracket: token.isCharacter("]")
        case .fence: token.isCommand("right") || token.isCommand("middle")
        case .cell: token.kind == .alignment || token.isRowEnd || token.isCommand("end")
        case .stackRow: token.kind == .close || token.isRowEnd
        case .dollar: token.kind == .dollar
        }
    }

    /// The error that this list was not ended before a token that ends another.
    func unfinished(before token: Token) -> MathError? {
        let place = token.kind == .end ? "at \(token.spelling)" : "before \(token.spelling)"
        func unclosed(_ open: Token, _ closing: String) -> MathError {
            MathError(
                "this \(open.spelling) is not closed \(place)", at: open.range, help: "add a \(closing)")
        }
        switch self {
        case .formula: return nil
        case .brace(let open), .stackRow(let open): return unclosed(open, "}")
        case .bracket(let open): return unclosed(open, "]")
        case .dollar(let open): return unclosed(open, "$")
        case .fence(let left, let delimiter):
            return MathError(
                "\\left\(delimiter) has no \\right \(place)", at: left.range,
                help: "add \\right with a delimiter; \\right. draws nothing")
        case .cell(let begin, let environment):
            return MathError(
                "\\begin{\(environment)} has no \\end \(place)", at: begin.range,
                help: "add \\end{\(environment)}")
        }
    }
}

extension Token {
    /// Whether the token ends a row of a table.
    var isRowEnd: Bool {
        guard case .command(let name) = kind else { return false }
        return name == "\\" || name == "cr" || name == "newline" || name == "tabularnewline"
    }

    /// Whether the token can only stand at the end of some list.
    var endsSomeList: Bool {
        switch kind {
        case .end, .close, .alignment, .dollar: true
        case .command(let name): name == "right" || name == "middle" || name == "end" || isRowEnd
        default: false
        }
    }

    /// The error that the token ends a list nobody began.
    var stray: MathError {
        switch kind {
        case .close:
            MathError("} without its {", at: range, help: "remove it, or write \\} for the character")
        case .alignment:
            MathError(
                "& outside an environment with columns", at: range,
                help: "put the formula in \\begin{aligned}…\\end{aligned}, or write \\& for the character")
        case .dollar:
            MathError("$ inside a formula", at: range, help: "write \\$ for the character")
        case .command("end"):
            MathError("\\end without \\begin", at: range, help: "add \\begin{…} before it")
        case .command("middle"):
            MathError("\\middle outside \\left…\\right", at: range, help: "add \\left before it")
        case .command("hline"), .command("hdashline"):
            MathError("\(spelling) within a row", at: range, help: "put it at the start of a row, after \\\\")
        case .command("right"):
            MathError(
                "\\right without \\left", at: range, help: "add \\left before it; \\left. draws nothing")
        default:
            MathError(
                "\\\\ where no row can end", at: range,
                help: "rows end in environments, such as \\begin{aligned}…\\end{aligned}")
        }
    }
}
