extension LSTMCell {
    /// Which parts of a block a cell has: the historical forms, and the ablations by which Greff et al.
    /// (2017) asked what matters.
    public struct Form: OptionSet, Hashable, Sendable {
        /// One bit for each departure from ``vanilla``.
        public let rawValue: Int

        /// A form with the given bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// EQ N3.4 and N3.5 as they stand: three gates, no peepholes.
        public static let vanilla: Form = []

        /// Gates see the memory: $\sigma(a + p \odot c)$, with the new memory for the output gate (Gers &
        /// Schmidhuber 2000).
        public static let peepholes = Form(rawValue: 1 << 0)
        /// $i = 1 - f$: what is forgotten makes room for what is written.
        public static let coupledGates = Form(rawValue: 1 << 1)
        /// $i = 1$.
        public static let noInputGate = Form(rawValue: 1 << 2)
        /// $f = 1$, the self-loop of fixed weight of 1997.
        public static let noForgetGate = Form(rawValue: 1 << 3)
        /// $o = 1$.
        public static let noOutputGate = Form(rawValue: 1 << 4)
        /// $\tilde c = a$ instead of its tanh.
        public static let noInputActivation = Form(rawValue: 1 << 5)
        /// $h = o \odot c$ instead of $o \odot \tanh c$.
        public static let noOutputActivation = Form(rawValue: 1 << 6)

        /// The block of Hochreiter & Schmidhuber (1997): an input and an output gate, nothing forgotten.
        public static let of1997: Form = .noForgetGate
    }
}
