/// The quotes and list items that a block stands in, able to say where the block's text starts on any line.
struct ContainerPath {
    /// One quote or list item.
    private struct Container {
        /// The columns of indentation that keep a line inside a list item; nil for a quote.
        let margin: Int?
        /// The line it starts on.
        let line: Int
        /// The column behind its marker on that line.
        let contentColumn: Int
    }

    private var containers: [Container] = []

    /// Enters a quote whose `>` stands at an offset of a line.
    mutating func enterQuote(_ text: MarkdownText, line: Int, offset: Int) {
        var cursor = LineCursor(text, line: line)
        cursor.advance(to: offset + 1)
        if cursor.next?.isSpaceOrTab == true { cursor.advance(columns: 1) }
        containers.append(Container(margin: nil, line: line, contentColumn: cursor.column))
    }

    /// Enters a list item whose marker stands at an offset of a line.
    mutating func enterItem(_ text: MarkdownText, line: Int, offset: Int) {
        var cursor = LineCursor(text, line: line)
        cursor.advance(to: offset)
        let indentation = cursor.column - contentColumn(text, line: line)
        let start = cursor.column
        while cursor.next?.isDigit == true { cursor.advance(columns: 1) }
        cursor.advance(columns: 1)
        let width = cursor.column - start
        // Behind the marker one to four columns belong to it; before indented code or nothing, one.
        let space = cursor.indentation.columns
        let padding = (1...4).contains(space) && !cursor.isBlank ? space : 1
        containers.append(
            Container(
                margin: indentation + width + padding, line: line, contentColumn: start + width + padding))
    }

    /// How many blocks these are: an item stands in a list.
    var depth: Int { containers.reduce(0) { $0 + ($1.margin == nil ? 1 : 2) } }

    /// Leaves the innermost container.
    mutating func leave() {
        containers.removeLast()
    }

    /// The column at which a block inside these containers may start on a line.
    func contentColumn(_ text: MarkdownText, line: Int) -> Int {
        if let last = containers.last, last.line == line { return last.contentColumn }
        return strip(text, line: line).cursor.column
    }

    /// Passes over the marks of these containers on a later line. All of them may not be there: a paragraph's line
    /// may leave them out, and any other block ends.
    func strip(_ text: MarkdownText, line: Int) -> (cursor: LineCursor, isComplete: Bool) {
        var cursor = LineCursor(text, line: line)
        for container in containers {
            // A container that starts on this very line needs no mark: its own was passed by whoever asks.
            let indentation = cursor.indentation
            if let margin = container.margin {
                if indentation.columns >= margin {
                    cursor.advance(columns: margin)
                } else if cursor.isBlank {
                    cursor.skipSpace()
                } else {
                    return (cursor, false)
                }
            } else {
                guard indentation.columns <= 3, cursor.byte(at: indentation.offset) == 0x3E else {
                    return (cursor, false)
                }
                cursor.advance(to: indentation.offset + 1)
                if cursor.next?.isSpaceOrTab == true { cursor.advance(columns: 1) }
            }
        }
        return (cursor, true)
    }
}
