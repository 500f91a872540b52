/// A cell whose parameters are blocks of rows, one block to a gate: $W x + U h + b$ for all gates at once.
public protocol GatedCell: Cell {
    /// The weights of the input: a block of H rows for each gate, D columns.
    var w: Matrix { get set }

    /// The weights of the previous hidden state: a block of H rows for each gate, H columns.
    var u: Matrix { get set }

    /// The biases: a block of H numbers for each gate.
    var b: Vector { get set }
}
