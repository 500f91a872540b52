/// A recurrent cell: one set of weights, applied at every step of a sequence.
///
/// ``step(_:_:)`` and ``stepBack(_:_:into:)`` are what a chapter reads, one vector at a time. Networks run
/// the same equations on whole batches of sequences; for a batch of one both give the same bits.
///
/// A gradient with respect to the cell's parameters is a value of the cell's own type.
public protocol Cell: Parameterised {
    /// What a step remembers for the way back.
    associatedtype Cache: Sendable

    /// The weights of the input: a block of H rows for each gate, D columns.
    var w: Matrix { get set }

    /// The weights of the previous hidden state: a block of H rows for each gate, H columns.
    var u: Matrix { get set }

    /// The length D of an input.
    var inputs: Int { get }

    /// The length H of the hidden state.
    var hidden: Int { get }

    /// The state before the first step: zeros.
    var initialState: State { get }

    /// One step forward: input (D) and previous state to the next state.
    func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache)

    /// One step backward.
    ///
    /// - Parameters:
    ///   - d: The gradient of the loss with respect to the state that the step returned.
    ///   - cache: What that step remembered.
    ///   - gradient: Gradients with respect to the parameters; this step's share is added.
    /// - Returns: The gradients with respect to the step's input and its previous state.
    func stepBack(_ d: State, _ cache: Cache, into gradient: inout Self) -> (x: Vector, previous: State)

    /// One step forward with derivatives: those of the input and the previous state are given, and `direction`
    /// is the derivative of the parameters.
    func step(_ x: Dual, _ previous: DualState, along direction: Self) -> DualState

    /// Memory for a batch of sequences, whose inputs are the outputs of the layer `below` if there is one.
    func makeTape(steps: Int, batch: Int, below: Tape?) -> Tape

    /// Copies the parameters to the tape: once after each update.
    func load(to tape: Tape)

    /// All steps forward, for the whole batch.
    func forward(on tape: Tape)

    /// All steps backward, for the whole batch. Gradients of the parameters are added to the tape's.
    func backward(on tape: Tape, truncation: Truncation, firstStep: Int)

    /// Takes the sums of gradients from the tape.
    mutating func store(from tape: Tape)
}

extension Cell {
    /// The state before the first step: zeros.
    public var initialState: State { State(h: .zeros(hidden)) }
}
