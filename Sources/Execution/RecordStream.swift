#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Tells what a chapter's blocks print from the records between.
struct RecordStream {
    /// A piece of a chapter's standard output.
    enum Piece: Equatable {
        case printed([UInt8])
        case record(Record)
    }

    private let mark: [UInt8]
    private var pending: [UInt8] = []

    /// - Parameter mark: What follows the byte 1 at the start of every record.
    init(mark: String) {
        self.mark = [1] + Array(mark.utf8)
    }

    /// Takes bytes in, and gives the pieces that are complete.
    mutating func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> [Piece] {
        pending += bytes
        var pieces: [Piece] = []
        var position = 0
        scan: while position < pending.count {
            let end = nextMark(from: position)
            if end > position { pieces.append(.printed(Array(pending[position..<end]))) }
            position = end
            guard end < pending.count else { break }
            // The start of a mark may be all there is yet.
            guard end + mark.count <= pending.count else { break }
            switch Record.read(pending, from: end + mark.count) {
            case .record(let record, let next):
                pieces.append(.record(record))
                position = next
            case .incomplete: break scan
            case .malformed:
                pieces.append(.printed([pending[end]]))
                position = end + 1
            }
        }
        pending.removeFirst(position)
        return pieces
    }

    /// What is left when the program has ended.
    mutating func finish() -> [Piece] {
        defer { pending = [] }
        return pending.isEmpty ? [] : [.printed(pending)]
    }

    /// Where the next mark, or what may become one, begins.
    private func nextMark(from start: Int) -> Int {
        var position = start
        while position < pending.count {
            let found = pending.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress,
                    let place = memchr(base + position, 1, bytes.count - position)
                else { return bytes.count }
                return base.distance(to: UnsafeRawPointer(place))
            }
            let available = pending[found..<min(found + mark.count, pending.count)]
            if available.elementsEqual(mark.prefix(available.count)) { return found }
            position = found + 1
        }
        return pending.count
    }
}
