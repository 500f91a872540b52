/// The kinds of atom TeX tells apart to space a formula (The TeXbook, chapter 17).
enum AtomClass: Int, Sendable, Hashable {
    case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner

    /// The space TeX puts between two neighbours, in eighteenths of an em (The TeXbook, page 170).
    static func space(between left: AtomClass, and right: AtomClass, in style: MathStyle) -> Int {
        let code = spacing[left.rawValue][right.rawValue]
        let width = [0, 3, 4, 5][abs(code)]
        return code < 0 && style.isScript ? 0 : width
    }

    /// 1 thin, 2 medium, 3 thick; negative: not in scripts.
    private static let spacing: [[Int]] = [
        [0, 1, -2, -3, 0, 0, 0, -1],
        [1, 1, 0, -3, 0, 0, 0, -1],
        [-2, -2, 0, 0, -2, 0, 0, -2],
        [-3, -3, 0, 0, -3, 0, 0, -3],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, -2, -3, 0, 0, 0, -1],
        [-1, -1, 0, -1, -1, -1, -1, -1],
        [-1, 1, -2, -3, -1, 0, -1, -1],
    ]
}
