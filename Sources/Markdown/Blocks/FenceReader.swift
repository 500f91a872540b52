import Diagnostics

/// Finds the lines of a fenced code block in the file.
struct FenceReader {
    let file: SourceFile
    let text: MarkdownText
    /// The quotes and list items around the block.
    let path: ContainerPath
    /// The opening line, from 0.
    let line: Int
    /// Where the fence characters start, in the text.
    let start: Int

    /// The fence and its last line, from 0.
    ///
    /// Throws if a line cannot be told apart from the marks before it, because a tab belongs to both.
    func read(info: String, content: ArraySlice<UInt8>) throws(DiagnosticError) -> (Fence, lastLine: Int) {
        let opening = text.lines[line]
        let mark = text.bytes[start]
        var infoStart = start
        while infoStart < opening.range.upperBound, text.bytes[infoStart] == mark { infoStart += 1 }
        let width = infoStart - start
        var infoEnd = opening.range.upperBound
        while infoStart < infoEnd, text.bytes[infoStart].isMarkupSpace { infoStart += 1 }
        while infoStart < infoEnd, text.bytes[infoEnd - 1].isMarkupSpace { infoEnd -= 1 }

        var lines: [Range<Int>] = []
        var lastLine = line
        var isClosed = false
        let indentation = fenceIndentation
        while lastLine + 1 < text.lines.count {
            let next = text.lines[lastLine + 1]
            var (cursor, isComplete) = path.strip(text, line: lastLine + 1)
            // The empty rest behind the last line ending is no line.
            if !isComplete || (next.range.isEmpty && lastLine + 2 == text.lines.count) { break }
            lastLine += 1
            if isClosing(cursor, mark: mark, width: width) {
                isClosed = true
                break
            }
            for _ in 0..<indentation where cursor.next?.isSpaceOrTab == true { cursor.advance(columns: 1) }
            if cursor.isInsideTab { throw splitTab(at: next.fileOffset(cursor.offset)) }
            lines.append(next.fileOffset(cursor.offset)..<next.fileOffset(next.range.upperBound))
        }

        let contentStart = endOfLine(line)
        let contentEnd =
            isClosed ? startOfLine(lastLine) : lastLine > line ? endOfLine(lastLine) : contentStart
        let fence = Fence(
            info: info, infoRange: opening.fileOffset(infoStart)..<opening.fileOffset(infoEnd),
            marker: String(repeating: Character(Unicode.Scalar(mark)), count: width), lines: lines,
            contentRange: contentStart..<max(contentStart, contentEnd), linePrefix: linePrefix,
            isClosed: isClosed)
        guard matches(lines, content) else {
            throw DiagnosticError(
                .error(
                    "the lines of this block cannot be told apart from the marks before them",
                    at: file.location(
                        opening.fileOffset(start)..<opening.fileOffset(opening.range.upperBound)),
                    help: "indent the block with spaces, the same on every line"))
        }
        return (fence, lastLine)
    }

    /// What every line of content starts with: the opening line's marks, with list markers turned into spaces.
    private var linePrefix: String {
        let marks = text.bytes[text.lines[line].range.lowerBound..<start]
        return String(
            decoding: marks.map { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") ? $0 : 0x20 }, as: UTF8.self)
    }

    /// The white space before the fence characters, in bytes as libcmark counts it; as much may precede each line.
    private var fenceIndentation: Int {
        var first = start
        let lineStart = text.lines[line].range.lowerBound
        while first > lineStart, text.bytes[first - 1].isSpaceOrTab { first -= 1 }
        var cursor = LineCursor(text, line: line)
        cursor.advance(to: first)
        let contentColumn = path.contentColumn(text, line: line)
        while cursor.offset < start, cursor.column < contentColumn { cursor.advance(columns: 1) }
        return start - cursor.offset
    }

    private func isClosing(_ cursor: LineCursor, mark: UInt8, width: Int) -> Bool {
        let indentation = cursor.indentation
        guard indentation.columns <= 3 else { return false }
        var offset = indentation.offset
        while cursor.byte(at: offset) == mark { offset += 1 }
        guard offset - indentation.offset >= min(width, 255) else { return false }
        while let byte = cursor.byte(at: offset) {
            guard byte.isSpaceOrTab else { return false }
            offset += 1
        }
        return true
    }

    private func startOfLine(_ line: Int) -> Int {
        text.lines[line].fileOffset(text.lines[line].range.lowerBound)
    }

    /// The offset in the file behind a line's ending.
    private func endOfLine(_ line: Int) -> Int {
        let end = text.lines[line].fileOffset(text.lines[line].range.upperBound)
        let number = file.position(at: end).line
        return file.offset(ofLine: number + 1)
    }

    private func matches(_ lines: [Range<Int>], _ content: ArraySlice<UInt8>) -> Bool {
        var rest = content
        for line in lines {
            guard rest.starts(with: file.bytes[line]) else { return false }
            rest = rest.dropFirst(line.count)
            guard rest.first == 0x0A else { return false }
            rest = rest.dropFirst()
        }
        return rest.isEmpty
    }

    private func splitTab(at offset: Int) -> DiagnosticError {
        DiagnosticError(
            .error(
                "a tab stands half before this line of code and half in it",
                at: file.location(offset..<offset + 1),
                help: "indent the line with spaces"))
    }
}
