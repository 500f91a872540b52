import TeXMath

/// The style sheet that the formulas of a page need.
public let formulaStyle = MathStylesheet.css
