/// Rows and columns: matrices, cases, alignments, arrays.
struct Table: Sendable, Hashable {
    var layout: Layout
    var columns: [Column] = []
    var rows: [Row]
    /// Fences around the whole.
    var left: String?
    var right: String?
    /// Rules below the last row.
    var rulesBelow: [Rule] = []

    enum Layout: Sendable, Hashable {
        case matrix, smallMatrix, cases, displayCases, aligned, gathered, array, displayArray, stack, multline
    }

    enum Rule: Sendable, Hashable {
        case solid, dashed
    }

    struct Column: Sendable, Hashable {
        var alignment: ColumnAlignment
        var ruleBefore: Rule?
        var ruleAfter: Rule?
    }

    struct Row: Sendable, Hashable {
        var cells: [[Term]]
        var rulesAbove: [Rule] = []
        var spaceBelow: Length?
        var tag: MathTag?
    }
}

enum ColumnAlignment: Sendable, Hashable {
    case left, centre, right
}
