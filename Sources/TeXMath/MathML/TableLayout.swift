extension Table.Layout {
    /// The class the stylesheet knows the layout by.
    var cssClass: String {
        switch self {
        case .matrix: "tex-matrix"
        case .smallMatrix: "tex-small"
        case .cases, .displayCases: "tex-cases"
        case .aligned: "tex-aligned"
        case .alignedTight: "tex-aligned tex-tight"
        case .gathered, .multline: "tex-gathered"
        case .array, .displayArray: "tex-array"
        case .stack: "tex-stack"
        }
    }

    /// The style of the cells of a table in a style.
    func cellStyle(in style: MathStyle) -> MathStyle {
        switch self {
        case .displayCases, .aligned, .alignedTight, .gathered, .displayArray, .multline: .display
        case .matrix, .cases, .array: style.isScript ? style : .text
        case .smallMatrix: style.isScript ? style : .script
        case .stack: style == .display ? .text : style
        }
    }

    /// The space above and below the cells, in ems: half of what TeX puts between two rows.
    var rowPadding: Double {
        switch self {
        case .matrix, .cases, .array, .displayArray: 0.12
        case .displayCases: 0.2
        case .smallMatrix, .stack: 0.05
        case .aligned, .alignedTight, .gathered, .multline: 0.25
        }
    }
}
