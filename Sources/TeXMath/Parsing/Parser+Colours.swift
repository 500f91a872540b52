import Diagnostics

extension Parser {
    /// Reads a colour: a name, `#rgb`, `#rrggbb`, or with a model such as `[HTML]{FF8800}`.
    mutating func colour(of command: Token) throws(MathError) -> String {
        let model = try stream.optionalArgument().map { Written($0, fallback: command.range).text }
        let written = try writtenArgument(of: command)
        let text = written.text.filter { $0 != " " }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        switch model {
        case nil:
            if isHexColour(text) { return text }
            if let hex = dvipsColours[text] { return hex }
            if cssColours.contains(text.lowercased()) { return text.lowercased() }
            let near = nearest(to: text, among: cssColours + dvipsColours.keys.sorted())
            throw MathError(
                "unknown colour \(text)", at: written.range,
                help: near.map { "did you mean \($0)?" } ?? "use a name of CSS, or #rrggbb")
        case "HTML" where isHexColour("#" + text): return "#" + text.lowercased()
        case "gray" where parts.count == 1 && parts.allSatisfy((0...1).contains):
            return hexColour([parts[0], parts[0], parts[0]])
        case "rgb" where parts.count == 3 && parts.allSatisfy((0...1).contains): return hexColour(parts)
        case "RGB" where parts.count == 3 && parts.allSatisfy((0...255).contains):
            return hexColour(parts.map { $0 / 255 })
        default:
            throw MathError(
                "\(text) is no colour of the model \(model ?? "")", at: written.range,
                help: "write [HTML]{FF8800}, [rgb]{1,0.5,0}, [RGB]{255,128,0} or [gray]{0.5}")
        }
    }
}

private func isHexColour(_ text: String) -> Bool {
    text.first == "#" && (text.count == 4 || text.count == 7) && text.dropFirst().allSatisfy(\.isHexDigit)
        && text.utf8.count == text.count
}

private func hexColour(_ parts: [Double]) -> String {
    parts.reduce("#") { text, part in
        let digits = String(Int((part * 255).rounded()), radix: 16)
        return text + (digits.count == 1 ? "0" : "") + digits
    }
}
