/// What each line of a text most probably is, told from the line and those before it.
///
/// libcmark alone decides about blocks. This is for what has to be known before it reads: where a formula or a footnote's
/// definition may begin, and where dollars and brackets are code. A wrong guess is found when the blocks are read.
struct LineKinds {
    enum Kind: Equatable {
        case blank
        /// A line of a code or HTML block.
        case opaque
        /// A line of a fence itself.
        case fence
        case heading
        /// Running text behind some marks of quotes and lists.
        case text
    }

    struct Line {
        var kind: Kind
        /// Where what stands behind the marks starts in the text.
        var content: Int
        /// How many marks of quotes stand before it.
        var quotes: Int
        /// How many marks of lists stand before it.
        var items: Int
    }

    private var fence: OpenFence?
    private var html: HTMLBlockEnd?
    /// The columns at which the contents of list items start that may still be open.
    private var margins: [Int] = []
    private var isText = false

    /// The kind of the next line.
    mutating func next(_ number: Int, of text: MarkdownText) -> Line {
        if let fence, let rest = fence.rest(ofLine: number, of: text) {
            let isClosed = fence.isClosed(by: rest)
            if isClosed { self.fence = nil }
            return Line(
                kind: isClosed ? .fence : .opaque, content: rest.startIndex, quotes: fence.quotes, items: 0)
        }
        fence = nil
        var marks = marks(number, of: text)
        let rest = text.rest(ofLine: number, from: marks.content)
        if rest.isEmpty {
            if html == .blankLine { html = nil }
            isText = false
            return marks.line(.blank)
        }
        if let end = html {
            if end.isReached(in: rest) { html = nil }
            return marks.line(.opaque)
        }
        if marks.isTooDeep { return marks.line(.text) }
        keepMargins(&marks)
        let followsText = isText && marks.items == 0
        isText = false
        if marks.indentation >= 4, !followsText { return marks.line(.opaque) }
        if let (mark, width) = fenceMark(rest) {
            fence = OpenFence(mark: mark, width: width, quotes: marks.quotes, margin: margins.last ?? 0)
            return marks.line(.fence)
        }
        if rest.first == UInt8(ascii: "<"), let end = HTMLBlockEnd(opening: rest, interrupts: followsText) {
            if !end.isReached(in: rest) { html = end }
            return marks.line(.opaque)
        }
        let signs = rest.prefix { $0 == UInt8(ascii: "#") }
        if (1...6).contains(signs.count), rest.dropFirst(signs.count).first?.isSpaceOrTab != false {
            return marks.line(.heading)
        }
        isText = true
        return marks.line(.text)
    }

    /// Where the marks of a line end, and how far what stands between and behind them is indented.
    private struct Marks {
        var content = 0
        var quotes = 0
        /// The columns at which the contents of items start that begin on this line.
        var margins: [Int] = []
        /// The column of the first mark of a list, or of the text.
        var lead: Int?
        /// The column behind the marks of quotes that the line begins with.
        var base = 0
        /// Columns of white space behind the last mark.
        var indentation = 0

        var items: Int { margins.count }

        /// Whether there are more than a document may have; those behind are not looked at.
        var isTooDeep: Bool { quotes + items > Document.maximumDepth }

        func line(_ kind: Kind) -> Line {
            Line(kind: kind, content: content, quotes: quotes, items: items)
        }
    }

    private func marks(_ number: Int, of text: MarkdownText) -> Marks {
        var marks = Marks()
        var cursor = LineCursor(text, line: number)
        while !marks.isTooDeep {
            let (columns, offset) = cursor.indentation
            marks.content = offset
            marks.indentation = columns
            let rest = text.rest(ofLine: number, from: offset)
            if rest.first == UInt8(ascii: ">") {
                cursor.advance(to: offset + 1)
                if cursor.next?.isSpaceOrTab == true { cursor.advance(columns: 1) }
                marks.quotes += 1
                if marks.items == 0 { marks.base = cursor.column }
            } else if let width = listMarkWidth(rest), !rest.isRule {
                marks.lead = marks.lead ?? cursor.column + columns
                cursor.advance(to: offset + width)
                let space = cursor.indentation.columns
                cursor.advance(columns: (1...4).contains(space) ? space : 1)
                marks.margins.append(cursor.column)
            } else {
                marks.lead = marks.lead ?? cursor.column + columns
                return marks
            }
        }
        return marks
    }

    /// Forgets the items that a line is not in, and makes its indentation that beyond the last one that it is in.
    private mutating func keepMargins(_ marks: inout Marks) {
        let lead = marks.lead ?? 0
        if marks.items > 0 || !isText {
            while let last = margins.last, last > lead { margins.removeLast() }
        }
        if marks.items == 0 {
            marks.indentation = lead - min(max(margins.last ?? 0, marks.base), lead)
        } else {
            margins += marks.margins
        }
    }

    private func fenceMark(_ rest: ArraySlice<UInt8>) -> (UInt8, width: Int)? {
        guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
            return nil
        }
        let width = rest.prefix { $0 == mark }.count
        guard width >= 3, mark == UInt8(ascii: "~") || !rest.dropFirst(width).contains(mark) else {
            return nil
        }
        return (mark, width)
    }

    private func listMarkWidth(_ rest: ArraySlice<UInt8>) -> Int? {
        guard let first = rest.first else { return nil }
        var width = 1
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
        case _ where first.isDigit:
            let digits = rest.prefix(10).prefix(while: \.isDigit)
            guard digits.count <= 9, digits.endIndex < rest.endIndex,
                ".)".utf8.contains(rest[digits.endIndex])
            else { return nil }
            width = digits.count + 1
        default: return nil
        }
        let next = rest.dropFirst(width).first
        return next == nil || next?.isSpaceOrTab == true ? width : nil
    }
}

/// A fence that is not closed yet.
private struct OpenFence {
    let mark: UInt8
    let width: Int
    /// The quotes around it, and the column at which the content of its list item starts.
    let quotes: Int
    let margin: Int

    /// What a line says behind the marks of the quotes around the fence, or nil if it stands outside of them.
    func rest(ofLine number: Int, of text: MarkdownText) -> ArraySlice<UInt8>? {
        var cursor = LineCursor(text, line: number)
        for _ in 0..<quotes {
            cursor.skipSpace()
            guard cursor.next == UInt8(ascii: ">") else { return nil }
            cursor.advance(columns: 1)
            if cursor.next?.isSpaceOrTab == true { cursor.advance(columns: 1) }
        }
        let (columns, offset) = cursor.indentation
        let rest = text.rest(ofLine: number, from: offset)
        return rest.isEmpty || cursor.column + columns >= margin ? rest : nil
    }

    func isClosed(by rest: ArraySlice<UInt8>) -> Bool {
        let marks = rest.prefix { $0 == mark }
        return marks.count >= width && rest[marks.endIndex...].allSatisfy(\.isSpaceOrTab)
    }
}

/// Where a block of raw HTML ends.
private enum HTMLBlockEnd: Equatable {
    case blankLine
    case mark(String)

    /// What ends the block that a line opens with `<`, if it opens one.
    init?(opening line: ArraySlice<UInt8>, interrupts isText: Bool) {
        func begins(_ tag: String) -> Bool {
            line.count > tag.utf8.count && zip(line, tag.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        if begins("<!--") {
            self = .mark("-->")
        } else if begins("<?") {
            self = .mark("?>")
        } else if begins("<![CDATA[") {
            self = .mark("]]>")
        } else if begins("<!") {
            self = .mark(">")
        } else if let tag = ["script", "pre", "style", "textarea"].first(where: { begins("<" + $0) }) {
            self = .mark("</\(tag)>")
        } else if line.dropFirst().first?.isLetter == true || line.dropFirst().first == UInt8(ascii: "/") {
            // A tag that is not known as a block's stands alone on its line, and not below text.
            let name = line.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter || $0.isDigit }
            let isBlock = blockTags.contains(String(decoding: name, as: UTF8.self).lowercased())
            let text = line.trimmingMarkupSpace
            let isAlone = text.firstIndex(of: UInt8(ascii: ">")) == text.endIndex - 1
            guard isBlock || isAlone && !isText else { return nil }
            self = .blankLine
        } else {
            return nil
        }
    }

    func isReached(in line: ArraySlice<UInt8>) -> Bool {
        guard case .mark(let mark) = self else { return false }
        return line.indices.contains { index in
            line[index...].count >= mark.utf8.count
                && zip(line[index...], mark.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }
}

/// The tags that begin a block of HTML wherever they begin a line (CommonMark 0.30, section 4.6).
private let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
    "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section",
    "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
]

extension ArraySlice<UInt8> {
    /// Whether this is three or more of one mark and white space, which is a rule and no list.
    fileprivate var isRule: Bool {
        guard let first, "-*_".utf8.contains(first) else { return false }
        return allSatisfy { $0 == first || $0.isSpaceOrTab } && count { $0 == first } >= 3
    }
}
