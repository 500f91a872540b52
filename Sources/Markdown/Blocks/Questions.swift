/// What only libcmark knows of running text: which labels are defined and where they lead, and what the names of
/// characters such as `&eacute;` stand for.
///
/// Both are asked before the text in which they stand is read, as paragraphs before it: definitions hold in the whole of
/// a document, wherever they stand. What is asked is every label and every name that occurs.
struct Questions {
    /// The paragraphs, each followed by an empty line.
    private(set) var preface: [UInt8] = []
    private var labels: [[UInt8]: Int] = [:]
    private var references: [[UInt8]: Int] = [:]
    private var answers: [Answer?] = []

    /// How many questions there are.
    var count: Int { answers.count }
    /// Whether nothing is asked.
    var isEmpty: Bool { answers.isEmpty }
    /// How many lines stand before the text.
    var lineCount: Int { 2 * answers.count }

    /// What has to be asked about a text.
    init(about text: [UInt8]) {
        if Self.mayDefineLabels(text) { askAboutLabels(in: text) }
        if text.contains(UInt8(ascii: "&")) { askAboutReferences(in: text) }
    }

    private mutating func askAboutLabels(in text: [UInt8]) {
        for offset in text.indices where text[offset] == UInt8(ascii: "[") {
            guard let end = LinkSyntax.label(text, at: offset) else { continue }
            let label = Self.normalised(text[offset + 1..<end - 1])
            guard !label.isEmpty, labels[label] == nil else { continue }
            labels[label] = ask(Array("[x][".utf8) + label + [UInt8(ascii: "]")])
        }
    }

    private mutating func askAboutReferences(in text: [UInt8]) {
        for offset in text.indices where text[offset] == UInt8(ascii: "&") {
            guard let end = CharacterReference.end(text[...], at: offset) else { continue }
            let reference = Array(text[offset..<end])
            if references[reference] == nil { references[reference] = ask(reference) }
        }
    }

    /// Whether a line begins with a label and a colon, behind any marks of quotes and lists.
    private static func mayDefineLabels(_ text: [UInt8]) -> Bool {
        guard text.contains("]:") else { return false }
        var isLineStart = true
        for offset in text.indices {
            let byte = text[offset]
            if byte == 0x0A {
                isLineStart = true
            } else if isLineStart, byte == UInt8(ascii: "["), let end = LinkSyntax.label(text, at: offset),
                end < text.count, text[end] == UInt8(ascii: ":")
            {
                return true
            } else if isLineStart {
                isLineStart = byte.isContainerMark
            }
        }
        return false
    }

    private mutating func ask(_ question: [UInt8]) -> Int {
        preface += question + [0x0A, 0x0A]
        answers.append(nil)
        return answers.count - 1
    }

    /// Takes what libcmark made of a question.
    mutating func answer(_ index: Int, with answer: Answer) { answers[index] = answer }

    /// Where a label leads, if it is defined.
    func destination(of label: ArraySlice<UInt8>) -> (destination: [UInt8], title: [UInt8])? {
        guard !labels.isEmpty, let index = labels[Self.normalised(label)],
            case .link(let destination, let title)? = answers[index]
        else { return nil }
        return (destination, title)
    }

    /// What a character reference stands for, if it is one.
    func character(of reference: ArraySlice<UInt8>) -> [UInt8]? {
        guard let index = references[Array(reference)], case .text(let text)? = answers[index],
            !text.elementsEqual(reference)
        else { return nil }
        return text
    }

    /// A label on one line, without the marks of quotes that its further lines begin with.
    private static func normalised(_ label: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var isLineStart = false
        for byte in label.trimmingMarkupSpace {
            if byte == 0x0A { isLineStart = true }
            if byte.isMarkupSpace || isLineStart && byte == UInt8(ascii: ">") {
                if result.last != 0x20 { result.append(0x20) }
            } else {
                isLineStart = false
                result.append(byte)
            }
        }
        return result
    }
}

/// What libcmark makes of a question.
enum Answer {
    case text([UInt8])
    case link(destination: [UInt8], title: [UInt8])
}

/// `&name;` and `&#number;`
enum CharacterReference {
    /// The offset behind what looks like a character reference.
    static func end(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "&") else { return nil }
        var end = start + 1
        if end < text.endIndex, text[end] == UInt8(ascii: "#") { end += 1 }
        while end < text.endIndex, end - start < 40, text[end].isLetter || text[end].isDigit { end += 1 }
        return end < text.endIndex && text[end] == UInt8(ascii: ";") ? end + 1 : nil
    }
}
