extension Parser {
    /// Reads commands that change how much room something takes, and take more than an argument of math.
    mutating func box(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        switch structure {
        case .smash: return try smash(token)
        case .llap: return .boxed(.lapped(.left), try wordsTerm(of: token))
        case .rlap: return .boxed(.lapped(.right), try wordsTerm(of: token))
        case .clap: return .boxed(.lapped(.centre), try wordsTerm(of: token))
        case .raisebox:
            let raise = try lengthArgument(of: token)
            return .boxed(.raised(raise), try wordsTerm(of: token))
        default: return try rule(token)
        }
    }

    /// Reads words in a box with a frame, a ground or both.
    mutating func wordBox(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        if structure == .fbox { return .boxed(.frame, try wordsTerm(of: token)) }
        let frame = structure == .fcolorbox ? try colour(of: token) : nil
        let ground = try colour(of: token)
        return .boxed(.ground(colour: ground, frame: frame), try wordsTerm(of: token))
    }

    private mutating func wordsTerm(of token: Token) throws(MathError) -> [Term] {
        [.text(try words(of: token, in: TextFace()))]
    }

    /// `\smash[t]{…}` takes away the height, `\smash[b]{…}` the depth, without an option both.
    private mutating func smash(_ token: Token) throws(MathError) -> Term {
        let part = try stream.optionalArgument()?.first
        let isBottom = part?.isCharacter("b") == true
        let isTop = part?.isCharacter("t") == true
        return .boxed(.smashed(height: !isBottom, depth: !isTop), try argument(of: token))
    }

    private mutating func rule(_ token: Token) throws(MathError) -> Term {
        var raise = Length.zero
        if let tokens = try stream.optionalArgument() {
            raise = try length(Written(tokens, fallback: token.range), of: token)
        }
        let width = try lengthArgument(of: token)
        return .rule(width: width, height: try lengthArgument(of: token), raise: raise)
    }
}
