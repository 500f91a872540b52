/// Joins words of one face, and characters to ligatures.
struct WordCollector {
    private var runs: [TextRun] = []
    private var scalars: [Unicode.Scalar] = []
    private var face = TextFace()

    /// How many characters the current run has.
    var length: Int { scalars.count }

    mutating func append(_ run: TextRun) {
        if case .words(let text, let face) = run { return append(text, face) }
        flush()
        runs.append(run)
    }

    mutating func append(_ text: String, _ face: TextFace) {
        for scalar in text.unicodeScalars { append(scalar, face) }
    }

    mutating func append(_ scalar: Unicode.Scalar, _ face: TextFace) {
        if face != self.face { flush() }
        self.face = face
        scalars.append(scalar)
    }

    /// Sets a mark on the first letter from a place on; without one the mark stands on a space.
    mutating func insert(_ mark: Unicode.Scalar, afterLetterAt place: Int) {
        if place >= scalars.count { scalars.append("\u{A0}") }
        scalars.insert(mark, at: min(place + 1, scalars.count))
    }

    mutating func finished() -> [TextRun] {
        flush()
        return runs
    }

    private mutating func flush() {
        guard !scalars.isEmpty else { return }
        var text = ""
        var index = 0
        while index < scalars.count {
            if let ligature = ligature(at: index) {
                text += ligature.text
                index += ligature.written.unicodeScalars.count
            } else {
                text.unicodeScalars.append(scalars[index])
                index += 1
            }
        }
        scalars = []
        runs.append(.words(text, face))
    }

    private func ligature(at index: Int) -> (written: String, text: String)? {
        guard ["-", "`", "'"].contains(scalars[index]) else { return nil }
        return ligatures.first { scalars[index...].starts(with: $0.written.unicodeScalars) }
    }
}
