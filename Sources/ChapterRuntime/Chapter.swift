import Figures

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// What the program made of a chapter calls between the chapter's own blocks.
///
/// No block may name it. The words are known to the program and to the tool alone: whoever enters a step without its
/// word, or out of its turn, ends the chapter.
public enum _Chapter {
    /// Sets up the process; the first thing the program does.
    public static func begin() {
        // A trap loses what is buffered.
        setvbuf(stdout, nil, _IONBF, 0)
        Channel.open()
    }

    /// The step with this place in the chapter begins.
    public static func step(_ index: Int, _ word: UInt64) {
        Channel.send(.step(index, word: word))
    }

    /// The program has come to its end.
    public static func end(_ word: UInt64) {
        fflush(stdout)
        Channel.send(.end(word: word))
    }

    /// Shows the value of an expression that ends a block: a figure drawn, anything else as `print` writes it.
    public static func display<Value>(_ value: Value) {
        switch value {
        case is Void: break
        case let figure as any Figure: show(figure)
        default: print(value)
        }
    }

    /// Tells the value of an inline expression.
    public static func value<Value>(_ value: Value) {
        switch value {
        case let claim as Bool: Channel.send(.claim(claim))
        case let integer as any BinaryInteger: Channel.send(.integer("\(integer)"))
        case let number as any BinaryFloatingPoint: Channel.send(.floating(Double(number)))
        default: Channel.send(.text("\(value)"))
        }
    }
}

/// Shows a figure below the block: drawn in the page, as text in the recorded output.
public func show(_ figure: some Figure) {
    Channel.send(.figure(text: figure.text(), svg: figure.markup()))
}
