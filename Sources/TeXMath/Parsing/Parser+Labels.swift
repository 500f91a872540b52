extension Parser {
    /// Reads `\label{…}` or `\tag{…}`, which are remembered and draw nothing.
    mutating func name(_ structure: Structure, _ token: Token) throws(MathError) -> Term? {
        if structure == .label {
            let name = try writtenArgument(of: token)
            guard !name.text.isEmpty else {
                throw MathError("an empty label", at: token.range, help: "write \\label{eq-name}")
            }
            labels.append(MathLabel(name: name.text, range: name.range, tag: nil))
            return nil
        }
        let isBare = try skipStar()
        let runs = try words(of: token, in: TextFace())
        guard tag == nil else {
            throw MathError("a second \\tag", at: token.range, help: "keep one for each row")
        }
        let text = LinearText.of(runs)
        tag = MathTag(text: text, isBare: isBare, range: token.range)
        return nil
    }

    /// Gives the labels of the row that ends its tag.
    mutating func finishLabels(with tag: MathTag?) {
        for index in firstLabelOfRow..<labels.count { labels[index].tag = tag }
        firstLabelOfRow = labels.count
    }
}
