/// What a page's stylesheet must say for the formulas to look right.
public enum MathStylesheet {
    /// The rules that MathML Core leaves to CSS: the columns and rules of tables, lines through, over, under and
    /// around parts, primes of full size, and the faces of words. All classes begin with `tex-`.
    ///
    /// A page also needs a font with a MATH table for `math`, such as Latin Modern Math or STIX Two Math.
    public static let css = """
        mtable.tex-matrix > mtr > mtd, mtable.tex-array > mtr > mtd { padding: 0.12em 0.5em; }
        mtable.tex-small > mtr > mtd { padding: 0.05em 0.3em; }
        mtable.tex-cases > mtr > mtd { padding: 0.12em 0.5em; text-align: left; text-align: -webkit-left; }
        mtable.tex-cases[displaystyle] > mtr > mtd { padding-block: 0.2em; }
        mtable.tex-aligned > mtr > mtd { padding: 0.25em 0 0.25em 1em; text-align: right; text-align: -webkit-right; }
        mtable.tex-aligned > mtr > mtd:nth-child(even) { padding-left: 0; text-align: left; text-align: -webkit-left; }
        mtable.tex-gathered > mtr > mtd { padding: 0.25em 0; }
        mtable.tex-stack > mtr > mtd { padding: 0.05em 0; }
        mtable:not(.tex-array) > mtr > mtd:first-child { padding-left: 0; }
        mtable:not(.tex-array) > mtr > mtd:last-child { padding-right: 0; }
        mtd.tex-left { text-align: left; text-align: -webkit-left; }
        mtd.tex-right { text-align: right; text-align: -webkit-right; }
        mtable.tex-tight > mtr > mtd:nth-child(odd) { padding-left: 0; }
        mtable > mtr > mtd.tex-tag { padding-left: 3em; text-align: right; text-align: -webkit-right; }
        .tex-rule-left { border-left: 0.05em solid; }
        .tex-rule-right { border-right: 0.05em solid; }
        .tex-rule-left-dashed { border-left: 0.05em dashed; }
        .tex-rule-right-dashed { border-right: 0.05em dashed; }
        .tex-rule-left-double { border-left: 0.2em double; }
        .tex-rule-right-double { border-right: 0.2em double; }
        .tex-rule-above > mtd { border-top: 0.05em solid; }
        .tex-rule-below > mtd { border-bottom: 0.05em solid; }
        .tex-rule-above-dashed > mtd { border-top: 0.05em dashed; }
        .tex-rule-below-dashed > mtd { border-bottom: 0.05em dashed; }
        .tex-rule-above-double > mtd { border-top: 0.2em double; }
        .tex-rule-below-double > mtd { border-bottom: 0.2em double; }
        .tex-cancel { background: linear-gradient(to bottom right, transparent calc(50% - 0.03em), currentcolor calc(50% - 0.03em) calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        .tex-cancel-back { background: linear-gradient(to top right, transparent calc(50% - 0.03em), currentcolor calc(50% - 0.03em) calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        .tex-cancel-cross { background: linear-gradient(to top right, transparent calc(50% - 0.03em), currentcolor calc(50% - 0.03em) calc(50% + 0.03em), transparent calc(50% + 0.03em)), linear-gradient(to bottom right, transparent calc(50% - 0.03em), currentcolor calc(50% - 0.03em) calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        .tex-strike { background: linear-gradient(transparent calc(50% - 0.03em), currentcolor calc(50% - 0.03em) calc(50% + 0.03em), transparent calc(50% + 0.03em)); }
        .tex-overline { border-top: 0.05em solid; padding-top: 0.12em; }
        .tex-underline { border-bottom: 0.05em solid; padding-bottom: 0.12em; }
        .tex-overline > mo, .tex-underline > mo { font-size: 0; }
        .tex-box { border: 0.05em solid; padding: 0.3em; }
        .tex-ground { padding: 0.3em; }
        .tex-lap-left { transform: translateX(-100%); }
        .tex-lap-centre { transform: translateX(-50%); }
        .tex-prime { math-depth: add(-1); margin-top: -0.42em; transform: translateY(0.42em); }
        .tex-bold { font-weight: bold; }
        .tex-italic { font-style: italic; }
        .tex-sans { font-family: sans-serif; }
        .tex-mono { font-family: monospace; }
        """
}
