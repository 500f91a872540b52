/// What happened when a chapter ran: one outcome for each of its steps, in the same order.
///
/// Nothing in a transcript depends on where in the file a step stands: lines are counted from the step's first line,
/// so that a change of prose above it changes nothing.
public struct Transcript: Sendable, Hashable, Codable {
    /// One outcome for each of `Chapter.steps`.
    public var outcomes: [Outcome]

    /// A transcript from its outcomes.
    public init(outcomes: [Outcome]) {
        self.outcomes = outcomes
    }
}

/// What happened at one step.
public enum Outcome: Sendable, Hashable, Codable {
    /// The step was not executed: a static block, or one after a failure.
    case notRun
    /// A block ran to its end.
    case ran(BlockOutput)
    /// A `traps` block trapped, as it must. The text ends with the runtime's message.
    case trapped(BlockOutput)
    /// A `fails` block was refused by the compiler, as it must: its messages, lines counted from the block's first.
    case refused(String)
    /// An inline value was computed.
    case value(ObservedValue)
}

/// What a block printed and drew.
public struct BlockOutput: Sendable, Hashable, Codable {
    /// Everything it printed to standard output, figures as text included.
    public var text: String
    /// The figures it showed, in order.
    public var figures: [ObservedFigure]

    /// Output with the figures that stand in its text.
    public init(text: String, figures: [ObservedFigure] = []) {
        self.text = text
        self.figures = figures
    }
}

/// A figure shown by a block.
public struct ObservedFigure: Sendable, Hashable, Codable {
    /// The UTF-8 range of `BlockOutput.text` that is the figure's text form.
    public var textRange: Range<Int>
    /// The figure as markup: drawings for places of different widths, or a table.
    public var svg: String

    /// A figure with the text that stands for it.
    public init(textRange: Range<Int>, svg: String) {
        self.textRange = textRange
        self.svg = svg
    }
}

/// What an inline expression evaluated to.
public enum ObservedValue: Sendable, Hashable, Codable {
    /// A claim.
    case claim(Bool)
    /// A whole number, in decimal.
    case integer(String)
    /// A floating-point number.
    case floating(Double)
    /// Anything else, as `print` writes it.
    case text(String)
}
