import Storage

/// Notices when the processes of a program are too many: a block that starts processes which start processes would
/// otherwise bring the whole machine to a halt long before its time is up.
struct Crowding {
    /// How many may run at once.
    static let limit = 100

    private let family: Family
    /// How many processes and threads the system has besides, at most.
    private var others = Int.max

    init(_ family: Family) {
        self.family = family
    }

    /// Whether the limit is passed now.
    ///
    /// Reading the system's total is cheap; the family is counted only where that makes it possible.
    mutating func isTooMuch() -> Bool {
        #if os(Linux)
            guard let total = Self.readSystemTotal() else { return false }
            others = min(others, total)
            guard total - others > Self.limit else { return false }
            let count = family.count
            others = total - count
            return count > Self.limit
        #else
            return false
        #endif
    }

    #if os(Linux)
        /// The number after the slash of `0.12 0.34 0.56 2/345 6789`.
        private static func readSystemTotal() -> Int? {
            guard let bytes = try? Files.read("/proc/loadavg") else { return nil }
            return String(decoding: bytes, as: UTF8.self).split(separator: " ").dropFirst(3).first?
                .split(separator: "/").last.flatMap { Int($0) }
        }
    #endif
}
