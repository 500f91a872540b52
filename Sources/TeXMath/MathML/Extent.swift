/// About how far terms reach above and below the baseline, in ems of the text around the formula.
///
/// It serves to choose the width of stretched delimiters, and so need not be exact; the numbers are those of
/// Computer Modern.
struct Extent {
    var height = 0.45
    var depth = 0.0

    /// How high a delimiter symmetric to the axis must be to cover it.
    private var delimiterHeight: Double { 2 * max(height - Extent.axis, depth + Extent.axis) }

    /// How high a delimiter around a term must be, in ems of the term's own style.
    static func delimiterHeight(around term: Term, in style: MathStyle) -> Double {
        of(term, in: style).delimiterHeight / style.scale
    }

    static let axis = 0.25

    mutating func cover(_ other: Extent, raised: Double = 0) {
        height = max(height, other.height + raised)
        depth = max(depth, other.depth - raised)
    }

    static func of(_ terms: [Term], in style: MathStyle) -> Extent {
        var style = style
        var extent = Extent()
        for term in terms {
            if case .change(.style(let changed)) = term { style = changed }
            extent.cover(of(term, in: style))
        }
        return extent
    }

    private static func of(_ term: Term, in style: MathStyle) -> Extent {
        let scale = style.scale
        switch term {
        case .identifier, .number, .symbol, .function, .text:
            return Extent(height: 0.7 * scale, depth: 0.2 * scale)
        case .largeOperator:
            return style == .display
                ? Extent(height: 0.95, depth: 0.45) : Extent(height: 0.75 * scale, depth: 0.25 * scale)
        case .group(let terms), .classed(_, let terms), .font(_, let terms), .coloured(_, let terms):
            return of(terms, in: style)
        case .boxed(let box, let terms): return of(box, of(terms, in: style))
        case .scripts(let scripts): return of(scripts, in: style, scale)
        case .fraction(let fraction):
            let outer = fraction.isContinued ? .display : fraction.style ?? style
            let inner = fraction.isContinued ? MathStyle.display : outer.ofFractions
            let shifts = outer == .display ? (0.68, 0.69) : (0.44 * scale, 0.35 * scale)
            var extent = Extent()
            extent.cover(of(fraction.numerator, in: inner), raised: shifts.0)
            extent.cover(of(fraction.denominator, in: inner), raised: -shifts.1)
            return extent
        case .root(_, let radicand):
            let inner = of(radicand, in: style)
            return Extent(height: inner.height + 0.15 * scale, depth: inner.depth + 0.05)
        case .fenced(let parts):
            var extent = Extent()
            for case .terms(let terms) in parts { extent.cover(of(terms, in: style)) }
            return symmetric(extent)
        case .sizedDelimiter(_, _, let size):
            return Extent(height: size.ems / 2 + axis, depth: size.ems / 2 - axis)
        case .accent(let accent, let terms):
            var extent = of(terms, in: style)
            if accent.isBelow { extent.depth += 0.25 * scale } else { extent.height += 0.2 * scale }
            return extent
        case .stacked(let stack):
            var extent = of(stack.base, in: style)
            if let over = stack.over { extent.height += of(over, in: style.ofScripts).total + 0.1 }
            if let under = stack.under { extent.depth += of(under, in: style.ofScripts).total + 0.1 }
            return extent
        case .extensibleArrow: return Extent(height: 0.9 * scale, depth: 0.4 * scale)
        case .rule(_, let height, let raise): return Extent(height: height.ems + raise.ems, depth: -raise.ems)
        case .table(let table): return of(table, in: style)
        case .choice(let lists): return of(lists[style.rawValue], in: style)
        case .change, .space: return Extent()
        }
    }

    private static func of(_ box: Box, _ inner: Extent) -> Extent {
        switch box {
        case .phantom(_, let height): height ? inner : Extent()
        case .smashed(let height, let depth):
            Extent(height: height ? 0 : inner.height, depth: depth ? 0 : inner.depth)
        case .raised(let length): Extent(height: inner.height + length.ems, depth: inner.depth - length.ems)
        case .lapped, .cancel, .backCancel, .crossCancel, .strikeOut: inner
        case .lineAbove: Extent(height: inner.height + 0.17, depth: inner.depth)
        case .lineBelow: Extent(height: inner.height, depth: inner.depth + 0.17)
        case .frame, .ground: Extent(height: inner.height + 0.35, depth: inner.depth + 0.35)
        }
    }

    private static func of(_ scripts: Scripts, in style: MathStyle, _ scale: Double) -> Extent {
        var extent = of(scripts.base, in: style)
        let hasLimits = style == .display && scripts.base.last?.hasLimits == true
        let above = scripts.above.map { of($0, in: style.ofScripts) }
        let below = scripts.below.map { of($0, in: style.ofScripts) }
        if hasLimits {
            if let above { extent.height += above.total + 0.15 }
            if let below { extent.depth += below.total + 0.2 }
        } else {
            if let above { extent.cover(above, raised: max(0.36 * scale, extent.height - 0.4 * scale)) }
            if let below { extent.cover(below, raised: -max(0.2 * scale, extent.depth)) }
            if scripts.primes > 0 { extent.height = max(extent.height, 0.8 * scale) }
        }
        return extent
    }

    private static func of(_ table: Table, in style: MathStyle) -> Extent {
        let cellStyle = table.layout.cellStyle(in: style)
        var total = 0.0
        for row in table.rows {
            var extent = Extent(height: 0.7, depth: 0.3)
            for cell in row.cells { extent.cover(of(cell, in: cellStyle)) }
            total += extent.total + 2 * table.layout.rowPadding + (row.spaceBelow?.ems ?? 0)
        }
        return Extent(height: total / 2 + axis, depth: total / 2 - axis)
    }

    private static func symmetric(_ extent: Extent) -> Extent {
        let half = extent.delimiterHeight / 2
        return Extent(height: half + axis, depth: half - axis)
    }

    private var total: Double { height + depth }
}
