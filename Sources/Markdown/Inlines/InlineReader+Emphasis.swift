/// A run of stars or underscores.
struct DelimiterRun {
    /// Its node in the draft.
    let node: Int
    let mark: UInt8
    let canOpen: Bool
    let canClose: Bool
    /// How long the run was; marks that found their match are taken off its node's range.
    let length: Int
    /// The runs before and behind it that may still match something.
    var previous: Int
    var next = Draft.none
}

/// Emphasis (CommonMark 0.30, section 6.2).
extension InlineReader {
    mutating func readDelimiterRun() {
        let start = position
        let mark = scanner.bytes[start]
        let end = scanner.runEnd(at: start)
        let before = start == wordEnd ? .letter : CharacterClass(before: start, in: scanner.bytes)
        let after = beginsWord(at: end) ? .letter : CharacterClass(at: end, in: scanner.bytes)
        let isLeftFlanking =
            after != .space && (after != .punctuation || before == .space || before == .punctuation)
        let isRightFlanking =
            before != .space && (before != .punctuation || after == .space || after == .punctuation)
        var canOpen = isLeftFlanking
        var canClose = isRightFlanking
        if mark == UInt8(ascii: "_") {
            canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
            canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
        }
        guard canOpen || canClose else { return appendText(to: end) }
        let node = draft.append(.mark, start..<end)
        position = end
        runs.append(
            DelimiterRun(
                node: node, mark: mark, canOpen: canOpen, canClose: canClose, length: end - start,
                previous: lastRun))
        if lastRun != Draft.none { runs[lastRun].next = runs.count - 1 }
        lastRun = runs.count - 1
    }

    /// Whether a token of an extension starts here, which to the marks beside it is a letter.
    mutating func beginsWord(at offset: Int) -> Bool {
        guard context.dialect == .book else { return false }
        switch scanner.byte(offset) {
        case UInt8(ascii: "$"):
            return scanner.byte(offset + 1) == UInt8(ascii: "$")
                ? scanner.display(at: offset) != nil : scanner.formula(at: offset) != nil
        case UInt8(ascii: "["):
            if case .citation? = citation(at: offset) { return true }
            return footnoteReference(at: offset) != nil
        case UInt8(ascii: "@"): return narrativeCitation(at: offset) != nil
        default: return false
        }
    }

    /// Matches the runs behind one of them, and forgets those that match nothing.
    mutating func matchEmphasis(above bottom: Int) {
        var closer = Draft.none
        var candidate = lastRun
        while candidate > bottom {
            closer = candidate
            candidate = runs[candidate].previous
        }
        // Before these no opener was found for closers of the same kind.
        var floors: [DelimiterRun.Kind: Int] = [:]
        while closer != Draft.none {
            guard runs[closer].canClose else {
                closer = runs[closer].next
                continue
            }
            let floor = floors[runs[closer].kind] ?? bottom + 1
            var opener = runs[closer].previous
            while opener >= floor, !runs[opener].opens(runs[closer]) { opener = runs[opener].previous }
            if opener >= floor {
                closer = emphasise(from: opener, to: closer)
            } else {
                floors[runs[closer].kind] = closer
                let next = runs[closer].next
                if !runs[closer].canOpen { removeRun(closer) }
                closer = next
            }
        }
        while lastRun > bottom { removeRun(lastRun) }
    }

    /// Emphasises what stands between two runs; gives the run to go on with.
    private mutating func emphasise(from opener: Int, to closer: Int) -> Int {
        let openNode = runs[opener].node
        let closeNode = runs[closer].node
        let open = draft[openNode].range
        let close = draft[closeNode].range
        let count = open.count >= 2 && close.count >= 2 ? 2 : 1
        while runs[opener].next != closer { removeRun(runs[opener].next) }
        draft[openNode].range = open.lowerBound..<open.upperBound - count
        draft[closeNode].range = close.lowerBound + count..<close.upperBound
        _ = draft.wrap(
            count == 2 ? .strong : .emphasis, open.upperBound - count..<close.lowerBound + count,
            after: openNode, before: closeNode)
        if draft[openNode].range.isEmpty {
            draft.remove(openNode)
            removeRun(opener)
        }
        guard draft[closeNode].range.isEmpty else { return closer }
        draft.remove(closeNode)
        let next = runs[closer].next
        removeRun(closer)
        return next
    }

    private mutating func removeRun(_ index: Int) {
        let run = runs[index]
        if run.previous != Draft.none { runs[run.previous].next = run.next }
        if run.next == Draft.none { lastRun = run.previous } else { runs[run.next].previous = run.previous }
    }
}

extension DelimiterRun {
    /// Closers of one kind have the same openers.
    fileprivate struct Kind: Hashable {
        let mark: UInt8
        let canOpen: Bool
        let remainder: Int
    }

    /// libcmark 0.30 does not tell underscores apart, and so overlooks some openers.
    fileprivate var kind: Kind {
        mark == UInt8(ascii: "_")
            ? Kind(mark: mark, canOpen: false, remainder: 0)
            : Kind(mark: mark, canOpen: canOpen, remainder: length % 3)
    }

    /// Whether this opens what another run closes.
    fileprivate func opens(_ closer: DelimiterRun) -> Bool {
        guard canOpen, mark == closer.mark else { return false }
        return !(closer.canOpen || canClose) || closer.length % 3 == 0 || (length + closer.length) % 3 != 0
    }
}

/// What a character is to the marks beside it.
enum CharacterClass {
    case space, punctuation, letter

    /// The class of the character that ends before an offset; the start of the text is white space.
    init(before offset: Int, in bytes: [UInt8]) {
        guard offset > 0 else {
            self = .space
            return
        }
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(at: start, in: bytes)
    }

    /// The class of the character at an offset; the end of the text is white space.
    init(at offset: Int, in bytes: [UInt8]) {
        guard offset < bytes.count else {
            self = .space
            return
        }
        if bytes[offset] < 0x80 {
            self =
                [9, 10, 12, 13, 32].contains(bytes[offset])
                ? .space : bytes[offset].isPunctuation ? .punctuation : .letter
            return
        }
        var decoder = UTF8()
        var iterator = bytes[offset...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
            self = .letter
            return
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = .letter
        }
    }
}
