import Diagnostics

extension ChapterReader {
    /// Adds a label to something that has a number: the given one, or the next of its kind.
    mutating func label(
        _ id: String, of thing: String, as kinds: [Label.Kind], number: String? = nil, title: String,
        at range: Range<Int>
    ) {
        guard let kind = Label.Kind(prefixOf: id), kinds.contains(kind) else {
            return refuse(id, of: thing, kinds: kinds, at: range)
        }
        let shown = number ?? numbering.next(kind)
        append(id, kind, number: shown, title: title, at: range)
        guard kind == .equation else { return }
        equations.append(
            Chapter.EquationNumber(
                number: shown, isGivenByHand: number != nil, location: file.location(place(of: range))))
    }

    mutating func refuse(_ id: String, of thing: String, kinds: [Label.Kind], at range: Range<Int>) {
        report(
            "'\(id)' is no label of \(thing)", at: range, help: "begin it with \(Label.prefixes(of: kinds))")
    }

    mutating func append(
        _ id: String, _ kind: Label.Kind, number: String?, title: String, at range: Range<Int>
    ) {
        labels.append(
            Label(
                id: id, kind: kind, word: setting.vocabulary.word(for: kind), number: number, title: title,
                chapter: setting.slug,
                location: file.location(place(of: range))))
    }

    /// Takes a name for its place on the page, unless something on the page has it already.
    mutating func claim(_ name: String, at range: Range<Int>) {
        let place = place(of: range)
        guard let first = names.claim(name, at: place) else { return }
        // Two labels with one name are reported with those of the whole book.
        if Label.Kind(prefixOf: name) != nil, labels.count(where: { $0.id == name }) > 1 { return }
        report(
            "two places of this page are called '\(name)'", at: range,
            help:
                "the first is at line \(file.position(at: first.lowerBound).line); give one of them another name"
        )
    }
}
