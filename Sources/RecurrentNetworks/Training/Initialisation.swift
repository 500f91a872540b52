/// How parameters start.
public enum Initialisation: Hashable, Sendable {
    /// Input weights and head uniform in $\pm\sqrt{6 / (\text{in} + \text{out})}$ (Glorot & Bengio 2010),
    /// recurrent weights orthogonal, gate by gate (Saxe, McClelland & Ganguli 2014), biases 0.
    case glorotOrthogonal
    /// Everything uniform in $\pm 1/\sqrt H$, as PyTorch does.
    case pyTorch
    /// Recurrent weights the identity times `scale`, gate by gate, input weights and head normal with
    /// deviation 0.001, biases 0 (Le, Jaitly & Hinton 2015).
    case identity(scale: Double = 1)
}

extension Cell {
    /// Draws the parameters: W first, then U, then the rest.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        switch how {
        case .glorotOrthogonal:
            let blocks = u.rows / hidden
            w = Matrix(
                rows: (0..<blocks).flatMap { _ in Matrix.glorot(hidden, inputs, using: &generator).rowVectors
                })
            u = Matrix(
                rows: (0..<blocks).flatMap { _ in Matrix.orthogonal(hidden, using: &generator).rowVectors })
        case .pyTorch:
            let bound = 1 / Double(hidden).squareRoot()
            modifyParameters { values in
                for i in values.indices { values[i] = generator.uniform(in: -bound..<bound) }
            }
        case .identity(let scale):
            w = generator.normal(w.rows, w.columns, standardDeviation: 0.001)
            u = Matrix(u.rows, u.columns) { i, j in i % u.columns == j ? scale : 0 }
        }
    }
}

extension Linear {
    /// Draws the parameters.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        switch how {
        case .glorotOrthogonal: w = .glorot(w.rows, w.columns, using: &generator)
        case .pyTorch:
            let bound = 1 / Double(w.columns).squareRoot()
            modifyParameters { values in
                for i in values.indices { values[i] = generator.uniform(in: -bound..<bound) }
            }
        case .identity: w = generator.normal(w.rows, w.columns, standardDeviation: 0.001)
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

    fileprivate var rowVectors: [Vector] { (0..<rows).map { self[$0] } }
}
