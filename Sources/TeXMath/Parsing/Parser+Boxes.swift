extension Parser {
    /// Reads commands that change how much room something takes.
    mutating func box(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        switch structure {
        case .phantom: return .phantom(try argument(of: token), width: true, height: true)
        case .hphantom: return .phantom(try argument(of: token), width: true, height: false)
        case .vphantom: return .phantom(try argument(of: token), width: false, height: true)
        case .smash:
            let part = try stream.optionalArgument()?.first
            let terms = try argument(of: token)
            return .smashed(terms, height: part?.isCharacter("b") != true, depth: part?.isCharacter("t") != true)
        case .mathllap: return .lapped(.left, try argument(of: token))
        case .mathrlap: return .lapped(.right, try argument(of: token))
        case .mathclap: return .lapped(.centre, try argument(of: token))
        case .llap: return .lapped(.left, [.text(try words(of: token, in: TextFace()))])
        case .rlap: return .lapped(.right, [.text(try words(of: token, in: TextFace()))])
        case .clap: return .lapped(.centre, [.text(try words(of: token, in: TextFace()))])
        case .raisebox:
            let raise = try lengthArgument(of: token)
            return .raised(raise, try words(of: token, in: TextFace()))
        default:
            let raise = try stream.optionalArgument()
                .map { Written($0, fallback: token.range) }
                .map { written throws(MathError) in try length(written, of: token) }
            let width = try lengthArgument(of: token)
            return .rule(width: width, height: try lengthArgument(of: token), raise: raise ?? .zero)
        }
    }
}
