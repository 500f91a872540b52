/// Takes sealed records out of what comes through a chapter's channel.
struct RecordReader {
    private let seal: RecordSeal
    private var number: UInt64 = 0
    private var pending: [UInt8] = []
    /// Whether something came that is no record in its turn.
    private(set) var isBroken = false

    /// - Parameter key: What the program found first in its channel.
    init?(key: [UInt8]) {
        guard let seal = RecordSeal(key: key) else { return nil }
        self.seal = seal
    }

    /// Takes bytes in, and gives the records that are complete.
    mutating func receive(_ bytes: some Collection<UInt8>) -> [RunRecord] {
        guard !isBroken else { return [] }
        pending += bytes
        var records: [RunRecord] = []
        while pending.count >= RecordSeal.headerLength {
            let header = pending.prefix(RecordSeal.headerLength)
            guard let length = RecordSeal.length(in: header) else {
                isBroken = true
                break
            }
            let end = RecordSeal.headerLength + length
            guard pending.count >= end else { break }
            guard
                let record = seal.open(
                    header, Array(pending[RecordSeal.headerLength..<end]), number: number)
            else {
                isBroken = true
                break
            }
            records.append(record)
            number += 1
            pending.removeFirst(end)
        }
        return records
    }
}
