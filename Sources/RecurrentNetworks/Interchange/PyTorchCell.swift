/// A cell that has a counterpart in PyTorch: `nn.RNN`, `nn.LSTM` or `nn.GRU`.
///
/// PyTorch stacks gates in another order, i, f, g, o and r, z, n, and keeps two biases, one of which is
/// redundant but in the candidate of the GRU.
public protocol PyTorchCell: Cell {
    /// Where PyTorch's blocks of rows stand among the cell's. The permutations in use are their own inverses.
    var pyTorchBlocks: [Int] { get throws(InterchangeError) }

    /// `weight_ih`, `weight_hh`, `bias_ih` and `bias_hh` in the cell's own order of gates.
    var pyTorchParameters: (w: Matrix, u: Matrix, inputBias: Vector, recurrentBias: Vector) { get set }
}

extension RNNCell: PyTorchCell {
    /// One block. PyTorch has tanh and ReLU.
    public var pyTorchBlocks: [Int] {
        get throws(InterchangeError) {
            if activation == .identity { throw .noCounterpart("linear recurrent cell") }
            return [0]
        }
    }

    /// The parameters; both biases add up to the cell's.
    public var pyTorchParameters: (w: Matrix, u: Matrix, inputBias: Vector, recurrentBias: Vector) {
        get { (w, u, b, .zeros(hidden)) }
        set { (w, u, b) = (newValue.w, newValue.u, newValue.inputBias + newValue.recurrentBias) }
    }
}

extension LSTMCell: PyTorchCell {
    /// i, f, g, o out of f, i, o, c̃.
    public var pyTorchBlocks: [Int] {
        get throws(InterchangeError) {
            if form != .vanilla { throw .noCounterpart("LSTM of this form") }
            return [1, 0, 3, 2]
        }
    }

    /// The parameters; both biases add up to the cell's.
    public var pyTorchParameters: (w: Matrix, u: Matrix, inputBias: Vector, recurrentBias: Vector) {
        get { (w, u, b, .zeros(4 * hidden)) }
        set { (w, u, b) = (newValue.w, newValue.u, newValue.inputBias + newValue.recurrentBias) }
    }
}

extension GRUCell: PyTorchCell {
    /// r, z, n out of z, r, h̃.
    public var pyTorchBlocks: [Int] {
        get throws(InterchangeError) {
            if reset != .after || convention != .keeps {
                throw .noCounterpart("GRU but the one with reset .after and update .keeps")
            }
            return [1, 0, 2]
        }
    }

    /// The parameters; the recurrent bias of the candidate is the cell's `bu`, the others add up.
    public var pyTorchParameters: (w: Matrix, u: Matrix, inputBias: Vector, recurrentBias: Vector) {
        get { (w, u, b, Vector([Double](repeating: 0, count: 2 * hidden) + bu.elements)) }
        set {
            (w, u, b) = (newValue.w, newValue.u, newValue.inputBias)
            let gates = 0..<2 * hidden
            b[gates] = b[gates] + newValue.recurrentBias[gates]
            bu = newValue.recurrentBias[2 * hidden..<3 * hidden]
        }
    }
}
