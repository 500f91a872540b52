/// The numbers of a page's footnotes, in the order they are first referred to.
struct FootnoteNumbers {
    /// The labels that are defined, in the order of the file.
    let definitions: [String]
    private(set) var numbers: [String: Int] = [:]
    private(set) var uses: [String: Int] = [:]

    init(definitions: [String]) {
        self.definitions = definitions
    }

    /// A note's number, and which reference to it this is; nil if it is not defined.
    mutating func use(_ label: String) -> (number: Int, use: Int)? {
        guard definitions.contains(label) else { return nil }
        let number = numbers[label] ?? numbers.count + 1
        numbers[label] = number
        uses[label, default: 0] += 1
        return (number, uses[label, default: 0])
    }
}
