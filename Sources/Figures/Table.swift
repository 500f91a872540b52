/// Columns of text and numbers.
///
///     Table(title: "Parameters", [.text("cell", ["RNN", "LSTM"]), .numbers("count", [25, 100])])
public struct Table: Figure {
    /// A named column of cells.
    public struct Column: Sendable, Hashable {
        /// The side its cells are flush with.
        public enum Alignment: Sendable, Hashable {
            /// Flush left, as text is.
            case leading
            /// Flush right, as numbers with equally many decimals are.
            case trailing
        }

        /// The head of the column.
        public var name: String
        /// The cells from top to bottom.
        public var cells: [String]
        /// The side its cells are flush with.
        public var alignment: Alignment

        /// A column of text.
        public static func text(_ name: String, _ cells: [String]) -> Column {
            Column(name: name, cells: cells, alignment: .leading)
        }

        /// A column of whole numbers.
        public static func numbers(_ name: String, _ values: [Int]) -> Column {
            Column(name: name, cells: values.map(\.description), alignment: .trailing)
        }

        /// A column of numbers, with a fixed number of decimals or with the fewest digits that name each one.
        public static func numbers(_ name: String, _ values: [Double], decimals: Int? = nil) -> Column {
            let cells = values.map { value in
                decimals.map { Decimal.fixed(value, decimals: $0) } ?? value.description
            }
            return Column(name: name, cells: cells, alignment: .trailing)
        }
    }

    /// What the table is about.
    public var title: String
    /// The columns from left to right.
    public var columns: [Column]

    /// A table of columns; shorter ones end in empty cells.
    public init(title: String, _ columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    /// A table of rows; a column whose cells are all numbers is flush right.
    public init(title: String, columns names: [String], rows: [[String]]) {
        self.title = title
        self.columns = names.enumerated().map { index, name in
            let cells = rows.map { index < $0.count ? $0[index] : "" }
            let isNumeric = cells.allSatisfy { $0.isEmpty || Double($0) != nil }
            return Column(name: name, cells: cells, alignment: isNumeric ? .trailing : .leading)
        }
    }
}
