/// How parameters start.
public enum Initialisation: Hashable, Sendable {
    /// Input weights and head uniform in $\pm\sqrt{6 / (\text{in} + \text{out})}$ (Glorot & Bengio 2010),
    /// recurrent weights orthogonal (Saxe, McClelland & Ganguli 2014), both gate by gate, biases 0.
    case glorotOrthogonal
    /// Recurrent weights the identity times `scale` (Le, Jaitly & Hinton 2015), the rest as in
    /// ``glorotOrthogonal``.
    case identity(scale: Double = 1)
    /// Everything uniform in $\pm 1/\sqrt H$, as PyTorch does.
    case pyTorch
    /// A start of your own.
    case own(OwnInitialisation)
}

extension GatedCell {
    /// Draws the parameters: W first, then U, then the rest.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        let gates = u.rows / hidden
        func stacked(_ draw: () -> Matrix) -> Matrix {
            Matrix(rows: (0..<gates).flatMap { _ in draw().rowVectors })
        }
        switch how {
        case .glorotOrthogonal:
            w = stacked { .glorot(hidden, inputs, using: &generator) }
            u = stacked { .orthogonal(hidden, using: &generator) }
        case .identity(let scale):
            w = stacked { .glorot(hidden, inputs, using: &generator) }
            u = stacked { scale * .identity(hidden) }
        case .pyTorch: drawUniformly(1 / Double(hidden).squareRoot(), using: &generator)
        case .own(let own):
            w = stacked { own.input(hidden, inputs, &generator).checked(hidden, inputs) }
            u = stacked { own.recurrent(hidden, hidden, &generator).checked(hidden, hidden) }
        }
    }
}

extension Cell {
    /// Draws the parameters: all of them for ``Initialisation/pyTorch``, for the others matrices as if they were
    /// input weights.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        if how == .pyTorch { return drawUniformly(1 / Double(hidden).squareRoot(), using: &generator) }
        let shapes = parameterShapes
        var k = 0
        modifyParameters { values in
            if shapes[k].count == 2 {
                let (rows, columns) = (shapes[k][0], shapes[k][1])
                if case .own(let own) = how {
                    values = own.input(rows, columns, &generator).checked(rows, columns).elements
                } else {
                    values = Matrix.glorot(rows, columns, using: &generator).elements
                }
            }
            k += 1
        }
    }
}

extension Linear {
    /// Draws the parameters.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        switch how {
        case .glorotOrthogonal, .identity: w = .glorot(w.rows, w.columns, using: &generator)
        case .pyTorch: drawUniformly(1 / Double(w.columns).squareRoot(), using: &generator)
        case .own(let own): w = own.input(w.rows, w.columns, &generator).checked(w.rows, w.columns)
        }
    }
}

extension Network {
    /// Draws the parameters of all layers from the input upward, then of the head.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        for k in layers.indices { layers[k].initialise(how, using: &generator) }
        head.initialise(how, using: &generator)
    }
}

extension Parameterised {
    fileprivate mutating func drawUniformly(_ bound: Double, using generator: inout PCG64) {
        modifyParameters { values in
            for i in values.indices { values[i] = generator.uniform(in: -bound..<bound) }
        }
    }
}

extension Matrix {
    /// Uniform in $\pm\sqrt{6 / (\text{rows} + \text{columns})}$ (Glorot & Bengio 2010).
    public static func glorot(_ rows: Int, _ columns: Int, using generator: inout PCG64) -> Matrix {
        let bound = (6 / Double(rows + columns)).squareRoot()
        return generator.uniform(rows, columns, in: -bound..<bound)
    }

    /// A random orthogonal matrix, every one as likely as any other: the rows of a normal matrix made
    /// orthonormal one after the other (Gram and Schmidt, twice over for accuracy).
    public static func orthogonal(_ size: Int, using generator: inout PCG64) -> Matrix {
        var rows: [Vector] = []
        for _ in 0..<size {
            var row = generator.normal(size)
            for _ in 0..<2 {
                for earlier in rows { row -= earlier.dot(row) * earlier }
            }
            rows.append(row / row.norm)
        }
        return Matrix(rows: rows)
    }

    fileprivate func checked(_ rows: Int, _ columns: Int) -> Matrix {
        require(shape == Shape(rows, columns), "initialisation", Shape(rows, columns), shape)
        return self
    }

    fileprivate var rowVectors: [Vector] { (0..<rows).map { self[$0] } }
}
