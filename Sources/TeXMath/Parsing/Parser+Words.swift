import Diagnostics

extension Parser {
    /// Reads the words in a text command's braces.
    mutating func words(of command: Token, in face: TextFace) throws(MathError) -> [TextRun] {
        let open = try nextVisible()
        guard open.kind == .open else {
            guard !open.endsSomeList else { throw missingArgument(of: command, before: open) }
            var runs = WordCollector()
            try word(open, in: face, into: &runs)
            return runs.finished()
        }
        var runs = WordCollector()
        try words(from: open, in: face, into: &runs)
        return runs.finished()
    }

    private mutating func words(
        from open: Token, in face: TextFace, into runs: inout WordCollector
    ) throws(MathError) {
        try enter()
        defer { leave() }
        var face = face
        while true {
            let token = try stream.next()
            if token.kind == .close { return }
            if token.kind == .end {
                throw MathError(
                    "this { is not closed at the end of the formula", at: open.range, help: "add a }")
            }
            if case .command(let name) = token.kind, let change = faceSwitches[name] {
                change(&face)
            } else if case .command(let name) = token.kind,
                case .term(.change(.size(let percent)))? = commands[name]
            {
                face.percent = percent
            } else {
                try word(token, in: face, into: &runs)
            }
        }
    }

    private mutating func word(
        _ token: Token, in face: TextFace, into runs: inout WordCollector
    ) throws(MathError) {
        switch token.kind {
        case .character("~"): runs.append("\u{A0}", face)
        case .character(let scalar): runs.append(scalar, face)
        case .space: runs.append(" ", face)
        case .open: try words(from: token, in: face, into: &runs)
        case .dollar:
            runs.append(.math(try list(until: .dollar(token))))
            _ = try stream.next()
        case .command(let name): try textCommand(name, token, in: face, into: &runs)
        case .superscript, .subscript, .alignment:
            throw MathError(
                "\(token.spelling) among words", at: token.range,
                help: "write \\\(token.spelling) for the character, or $…$ around math")
        case .close, .parameter, .end: throw token.stray
        }
    }

    private mutating func textCommand(
        _ name: String, _ token: Token, in face: TextFace, into runs: inout WordCollector
    ) throws(MathError) {
        if let text = textCharacters[name] { return runs.append(text, face) }
        if let mark = textAccents[name] {
            try enter()
            defer { leave() }
            let letter = try nextVisible()
            guard letter.kind != .end else { throw missingArgument(of: token, before: letter) }
            let start = runs.length
            try word(letter, in: face, into: &runs)
            return runs.insert(mark, afterLetterAt: start)
        }
        switch commands[name] {
        case .text(let inner):
            try enter()
            defer { leave() }
            for run in try words(of: token, in: inner.map(face.merging) ?? face) { runs.append(run) }
        case .term(.space(let length)): runs.append(.space(length))
        case .ignored: break
        case .structure(.hspace):
            try skipStar()
            runs.append(.space(try lengthArgument(of: token)))
        case .structure(.ref), .structure(.eqref), .structure(.cref), .structure(.capitalCref),
            .structure(.cite),
            .structure(.label), .structure(.tag):
            _ = try commandTerm(name, token)
        case .structure(.textcolor):
            let colour = try colour(of: token)
            runs.append(.math([.coloured(colour, [.text(try words(of: token, in: face))])]))
        case nil:
            let near = nearest(to: name, among: textCharacters.keys.sorted() + commands.keys.sorted())
            throw MathError(
                "unknown command \\\(name) among words", at: token.range,
                help: near.map { "did you mean \\\($0)?" } ?? "write $…$ around math")
        default:
            throw MathError(
                "\\\(name) is math, but stands among words", at: token.range, help: "write $…$ around it")
        }
    }
}

private let faceSwitches: [String: @Sendable (inout TextFace) -> Void] = [
    "bf": { $0.isBold = true }, "bfseries": { $0.isBold = true }, "em": { $0.isItalic = true },
    "it": { $0.isItalic = true }, "itshape": { $0.isItalic = true }, "rm": { $0 = TextFace() },
    "sf": { $0.family = .sansSerif }, "sffamily": { $0.family = .sansSerif },
    "tt": { $0.family = .monospace }, "ttfamily": { $0.family = .monospace },
]

extension TextFace {
    /// This face with the changes of a command within it; a plain one ends all of them.
    func merging(_ inner: TextFace) -> TextFace {
        guard inner != TextFace() else { return TextFace(percent: percent) }
        var face = self
        face.isBold = isBold || inner.isBold
        face.isItalic = isItalic || inner.isItalic
        if inner.family != .roman { face.family = inner.family }
        return face
    }
}
