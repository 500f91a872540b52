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
/// Whatever has to be told goes to standard output between the bytes that the blocks print, so that the order is
/// exact; `Record` says how the two are told apart.
public enum _Chapter {
    /// Sets up the process; the first thing the program does.
    public static func begin() {
        limitMemory()
        endWithParent()
        // A trap loses what is buffered.
        setvbuf(stdout, nil, _IONBF, 0)
        if let folder = getenv("BOOK_FOLDER") { _ = chdir(folder) }
    }

    /// The step with this place in the chapter begins.
    public static func step(_ index: Int) {
        Record.write(.step, ["\(index)"])
    }

    /// The program has come to its end.
    public static func end() {
        Record.write(.end, [])
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
        case let claim as Bool: Record.write(.claim, ["\(claim)"])
        case let integer as any BinaryInteger: Record.write(.integer, ["\(integer)"])
        case let number as any BinaryFloatingPoint:
            Record.write(.floating, [String(Double(number).bitPattern, radix: 16)])
        default: Record.write(.text, ["\(value)"])
        }
    }
}

/// Shows a figure below the block: drawn in the page, as text in the recorded output.
public func show(_ figure: some Figure) {
    Record.write(.figure, [figure.text(), figure.markup()])
}
