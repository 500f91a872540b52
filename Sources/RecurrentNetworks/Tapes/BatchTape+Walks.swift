extension BatchTape {
    /// Visits the steps forward, each with W x in its block of ``gates``.
    ///
    /// One product serves as many steps as fit into the cache together.
    func forward(_ step: (Int) -> Void) {
        for t in 0..<steps {
            if t.isMultiple(of: stepsAtOnce) {
                let rows = t * batch..<min(t + stepsAtOnce, steps) * batch
                multiply(x.rows(rows), weights.input, into: gates.rows(rows))
            }
            step(t)
            clearStates(afterEnds: t)
        }
    }

    /// Visits the steps backward, and every so many steps their block of rows, to add up weight gradients
    /// while the gates are still in the cache.
    func backward(
        truncation: Truncation, firstStep: Int, step: (Int) -> Void, sum: (Range<Int>) -> Void
    ) {
        var end = steps
        for t in (0..<steps).reversed() {
            step(t)
            let factor = truncation.factor(before: firstStep + t)
            if factor != 1 {
                dState.scale(by: factor)
                dMemory.scale(by: factor)
            }
            if end - t == stepsAtOnce || t == 0 {
                sum(t * batch..<end * batch)
                end = t
            }
        }
    }

    /// Adds $A^\top B$ over some rows, the last one first: the order in which ``Cell/stepBack(_:_:into:)``
    /// meets the steps.
    func add(_ a: MatrixView, _ b: MatrixView, over rows: Range<Int>, to sum: MatrixView) {
        multiply(
            a.rows(rows).reversed.transposed, b.rows(rows).reversed, into: sum, adding: true, using: workspace
        )
    }

    /// Hands gradients to the layer below: those of the groups' pre-activations times their rows of W.
    func propagate(_ group: MatrixView, _ k: Int, over rows: Range<Int>) {
        if let dx { multiply(group.rows(rows), weights.inputBack[k], into: dx.rows(rows), adding: k > 0) }
    }

    /// Enough rows for an efficient product, and no more of the gates than half a megabyte.
    private var stepsAtOnce: Int { max(1, max(256, 65_536 / gates.columns) / batch) }
}
