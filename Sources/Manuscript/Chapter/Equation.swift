import TeXMath

/// A displayed formula.
public struct Equation: Sendable, Hashable {
    /// The formula; nil in a chapter with mistakes.
    public let formula: MathFormula?
    /// The label of `{#eq-…}`, if it has one.
    public let label: String?
    /// What the author called an equation without a label, with `\tag` or `number=`: `EQ 7.7`.
    public let name: String?
}
