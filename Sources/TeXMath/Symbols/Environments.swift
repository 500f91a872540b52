/// How an environment lays out its rows.
struct Environment: Sendable {
    var layout: Table.Layout
    var left: String?
    var right: String?
    var columns: [Table.Column] = []
    var argument = Argument.none
    /// More columns than this are an error.
    var columnLimit: Int?
    /// Whether `[t]` may follow its name.
    var hasPosition = false
    /// Whether each row may have a tag of its own.
    var hasTags = false

    enum Argument: Sendable {
        case none
        /// `{ccr}`
        case columns
        /// `{2}`: how many pairs of columns, which the rows show anyway.
        case count
        /// `[r]`: the alignment of all columns.
        case alignment
    }
}

/// The environments by name.
let environments: [String: Environment] = {
    var table: [String: Environment] = [
        "aligned": Environment(layout: .aligned, hasPosition: true),
        "alignedat": Environment(layout: .alignedTight, argument: .count),
        "array": Environment(layout: .array, argument: .columns),
        "cases": Environment(layout: .cases, left: "{", columnLimit: 2),
        "darray": Environment(layout: .displayArray, argument: .columns),
        "dcases": Environment(layout: .displayCases, left: "{", columnLimit: 2),
        "drcases": Environment(layout: .displayCases, right: "}", columnLimit: 2),
        "gathered": Environment(layout: .gathered, columnLimit: 1, hasPosition: true),
        "rcases": Environment(layout: .cases, right: "}", columnLimit: 2),
        "smallmatrix": Environment(layout: .smallMatrix),
        "psmallmatrix": Environment(layout: .smallMatrix, left: "(", right: ")"),
        "bsmallmatrix": Environment(layout: .smallMatrix, left: "[", right: "]"),
        "split": Environment(layout: .aligned, columnLimit: 2),
        "subarray": Environment(layout: .stack, argument: .columns),
    ]
    for (name, layout) in [
        ("align", Table.Layout.aligned), ("flalign", .aligned), ("gather", .gathered),
        ("equation", .gathered),
        ("multline", .multline), ("alignat", .alignedTight), ("displaymath", .gathered), ("math", .gathered),
    ] {
        let argument: Environment.Argument = name == "alignat" ? .count : .none
        let limit = layout == .aligned || layout == .alignedTight ? nil : 1
        let environment = Environment(layout: layout, argument: argument, columnLimit: limit, hasTags: true)
        table[name] = environment
        table[name + "*"] = environment
    }
    let equationColumns: [Table.Column] = [.right, .centre, .left].map { Table.Column(alignment: $0) }
    let equations = Environment(
        layout: .displayArray, columns: equationColumns, columnLimit: 3, hasTags: true)
    table["eqnarray"] = equations
    table["eqnarray*"] = equations
    for (prefix, left, right) in [
        ("", nil, nil), ("p", "(", ")"), ("b", "[", "]"), ("B", "{", "}"), ("v", "|", "|"), ("V", "‖", "‖"),
    ] as [(String, String?, String?)] {
        table[prefix + "matrix"] = Environment(layout: .matrix, left: left, right: right)
        table[prefix + "matrix*"] = Environment(
            layout: .matrix, left: left, right: right, argument: .alignment)
    }
    return table
}()
