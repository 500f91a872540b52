/// A recurrent cell: one set of weights, applied at every step of a sequence.
///
/// A cell of your own needs a step and its way back, ``step(_:_:)`` and ``stepBack(_:_:into:)``, one vector at a
/// time. Networks, backpropagation through time, truncation, batches, checkpoints, forward mode and training then
/// work. Here is one that moves a part of the way to a new value, $h_t = (1 - k)\,h_{t-1} + k \tanh(W x_t + U
/// h_{t-1})$, and learns the delay of two steps:
///
/// ```swift
/// import RecurrentNetworks
///
/// struct LeakyCell: Cell {
///     var w: Matrix
///     var u: Matrix
///     let leak: Double
///
///     init(inputs: Int, hidden: Int, leak: Double) {
///         (w, u, self.leak) = (.zeros(hidden, inputs), .zeros(hidden, hidden), leak)
///     }
///
///     var inputs: Int { w.columns }
///     var hidden: Int { u.columns }
///
///     struct Cache: Sendable {
///         let x, previous, target: Vector
///     }
///
///     func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
///         let target = tanh(w * x + u * previous.h)
///         let h = (1 - leak) * previous.h + leak * target
///         return (State(h: h), Cache(x: x, previous: previous.h, target: target))
///     }
///
///     func stepBack(
///         _ d: State, _ cache: Cache, into gradient: inout LeakyCell
///     ) -> (x: Vector, previous: State) {
///         let a = leak * d.h ⊙ (1 - cache.target ⊙ cache.target)
///         gradient.w.add(a, outer: cache.x)
///         gradient.u.add(a, outer: cache.previous)
///         return (w.transposed * a, State(h: (1 - leak) * d.h + u.transposed * a))
///     }
///
///     var parameterNames: [String] { ["w", "u"] }
///     mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
///         try w.modifyElements(body)
///         try u.modifyElements(body)
///     }
/// }
///
/// var generator = PCG64(seed: 1)
/// let task = DelayTask(steps: 12, delay: 2)
/// var network = task.network(LeakyCell(inputs: 1, hidden: 12, leak: 0.8))
/// network.initialise(.pyTorch, using: &generator)
/// let trainer = Trainer(
///     network, loss: task.loss, optimiser: .adam(rate: 0.01), clipping: .norm(1), steps: 12, batch: 16)
/// var losses: [Double] = []
/// try trainer.train(on: task, updates: 300, using: &generator) { losses.append($0.loss) }
/// print(losses[0] > 0.9, losses[299] < 0.05)
/// ```
///
/// ```text
/// true true
/// ```
///
/// The library's own cells run the same equations on whole batches; for a batch of one, engine and steps give the
/// same bits. A gradient with respect to the cell's parameters is a value of the cell's own type.
public protocol Cell: Parameterised {
    /// What a step remembers for the way back.
    associatedtype Cache: Sendable

    /// The length D of an input.
    var inputs: Int { get }

    /// The length H of the hidden state.
    var hidden: Int { get }

    /// The state before the first step: zeros unless the cell says otherwise.
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

    /// The way back from ``initialState`` to parameters that it is made of: adds their share to `gradient`, given
    /// the gradient with respect to that state. Nothing unless the cell says otherwise.
    func startBack(_ d: State, into gradient: inout Self)

    /// One step forward with derivatives: those of the input and the previous state are given, and `direction`
    /// is the derivative of the parameters.
    ///
    /// Unless the cell says otherwise they are read from ``stepBack(_:_:into:)``, one number of the state at a
    /// time; a cell that computes with ``Dual`` here has a check of its way back.
    func step(_ x: Dual, _ previous: DualState, along direction: Self) -> DualState

    /// Draws the parameters.
    ///
    /// Unless the cell says otherwise, ``Initialisation/pyTorch`` draws all of them; the others draw matrices
    /// (see ``Parameterised/parameterShapes``) as input weights and leave the rest 0.
    mutating func initialise(_ how: Initialisation, using generator: inout PCG64)

    /// Memory for a batch of sequences, whose inputs are the outputs of the layer `below` if there is one.
    ///
    /// There is no need to write this: the default runs the steps one after the other.
    func makeTape(steps: Int, batch: Int, below: Tape<Self>?) -> Tape<Self>
}

extension Cell {
    /// The state before the first step: zeros.
    public var initialState: State { State(h: .zeros(hidden)) }

    /// Nothing: the first state has no parameters.
    public func startBack(_ d: State, into gradient: inout Self) {}

    /// Memory on which a batch runs step by step.
    public func makeTape(steps: Int, batch: Int, below: Tape<Self>?) -> Tape<Self> {
        StepTape(self, steps: steps, batch: batch, below: below)
    }
}
