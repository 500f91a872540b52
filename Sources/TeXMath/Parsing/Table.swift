/// Rows and columns: matrices, cases, alignments, arrays.
struct Table: Sendable, Hashable {
    var layout: Layout
    var columns: [Column] = []
    var rows: [Row]
    /// Fences around the whole.
    var left: String?
    var right: String?
    /// The rule below the last row.
    var ruleBelow: Rule?

    enum Layout: Sendable, Hashable {
        case matrix, smallMatrix, cases, displayCases, aligned, alignedTight, gathered, array, displayArray,
            stack, multline
    }

    enum Rule: Sendable, Hashable {
        case solid, dashed, double
    }

    struct Column: Sendable, Hashable {
        var alignment: ColumnAlignment
        var ruleBefore: Rule?
        var ruleAfter: Rule?
    }

    struct Row: Sendable, Hashable {
        var cells: [[Term]]
        var ruleAbove: Rule?
        var spaceBelow: Length?
        var tag: MathTag?
    }
}

enum ColumnAlignment: Sendable, Hashable {
    case left, centre, right
}
