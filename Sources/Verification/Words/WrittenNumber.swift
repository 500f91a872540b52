/// A number as it stands in running text, in digits or in words.
struct WrittenNumber: Hashable {
    /// What the number is a number of.
    enum Unit: Hashable {
        case plain
        /// Hundredths or thousandths, as this many a one: `5 %`.
        case share(of: Double)
        /// A factor: `3 times`, `twice`.
        case times
        /// A part: `half`, `2/3`, with what is above and below the line.
        case part(Double, Double)

        /// Whether it compares with something else.
        var isFactor: Bool {
            switch self {
            case .plain, .share: false
            case .times, .part: true
            }
        }

        /// What a value below 1 is a part of: ½ is one of two.
        init(fraction value: Double) {
            let below = (2...1000).map(Double.init).first { abs((value * $0).rounded() - value * $0) < 1e-9 }
            self = value < 1 ? below.map { .part((value * $0).rounded(), $0) } ?? .plain : .plain
        }
    }

    /// The number; of `5 %`, five.
    var value: Double
    var unit: Unit = .plain
    /// Whether it is written in words.
    var isSpelled = false

    /// The values that an expression may have for it: `5 %` is 0.05, or 5 beside 100; half is 0.5, or 2 on the other
    /// side.
    ///
    /// What it is in a comparison, which says the same of the other side by itself, comes first.
    func candidates(besides numbers: [Double]) -> [Double] {
        switch unit {
        case .plain: [value]
        case .share(let whole): [value / whole] + (numbers.contains(whole) ? [value] : [])
        case .times, .part: value == 0 ? [value] : [value, 1 / value]
        }
    }
}

/// A piece of running text: a word in lower case, a number, or a mark.
struct WordToken: Hashable {
    enum Kind: Hashable {
        case word(String)
        case number(WrittenNumber)
        case mark(Character)
    }

    var kind: Kind
    /// The characters it stands on, counted from the start of the text.
    var range: Range<Int>

    /// The word, or the mark as one.
    var word: String {
        switch kind {
        case .word(let word): word
        case .mark(let mark): String(mark)
        case .number: ""
        }
    }

    var number: WrittenNumber? {
        if case .number(let number) = kind { number } else { nil }
    }
}
