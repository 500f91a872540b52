/// Names that a reader of a program takes to mean what they mean in every program.
enum CommonNames {
    /// Functions and types of the standard library, and what shows a figure.
    static let global: Set<String> = [
        "print", "debugPrint", "dump", "show", "abs", "max", "min", "zip", "stride", "sequence",
        "repeatElement",
        "swap", "readLine", "type", "assert", "assertionFailure", "precondition", "preconditionFailure",
        "fatalError", "numericCast", "sqrt", "exp", "log", "log2", "log10", "pow", "sin", "cos", "tan",
        "tanh",
        "round", "floor", "ceil", "trunc", "fabs", "fmod", "hypot", "exit", "Int", "Int8", "Int16", "Int32",
        "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Float", "Double", "Bool", "String",
        "Substring", "Character", "Array", "ArraySlice", "ContiguousArray", "Dictionary", "Set", "Optional",
        "Result", "Range", "ClosedRange", "Any", "AnyObject", "Void", "SIMD2", "SIMD4", "SIMD8",
        "seeds", "derivation", "LinePlot", "HeatMap", "BarChart", "Table", "Swift", "Figures", "Foundation",
    ]

    /// What literals are if nothing else is said: whoever declares one changes what no word shows.
    static let literalTypes: Set<String> = [
        "IntegerLiteralType", "FloatLiteralType", "StringLiteralType", "BooleanLiteralType",
        "UnicodeScalarType", "ExtendedGraphemeClusterType",
    ]

    /// Operators of the standard library, which may be given another precedence.
    static let operators: Set<String> = [
        "+", "-", "*", "/", "%", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "~=", "&&", "||", "!", "??",
        "...", "..<", "&", "|", "^", "~", "<<", ">>", "&+", "&-", "&*", "&<<", "&>>", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=", ".==", ".<", ".>", ".&", ".|", ".!",
    ]

    /// Members of the standard library's types.
    static let members: Set<String> = [
        "description", "debugDescription", "customMirror", "appendInterpolation", "appendLiteral", "init",
        "subscript", "count", "isEmpty", "first", "last", "indices", "map", "filter", "reduce", "flatMap",
        "compactMap", "forEach", "sorted", "sort", "min", "max", "contains", "allSatisfy", "firstIndex",
        "enumerated", "reversed", "joined", "split", "prefix", "suffix", "dropFirst", "dropLast", "append",
        "insert", "remove", "removeLast", "removeFirst", "shuffled", "shuffle", "randomElement", "random",
        "elementsEqual", "hasPrefix", "hasSuffix", "lowercased", "uppercased", "utf8", "keys", "values",
        "rounded", "round", "squareRoot", "magnitude", "isMultiple", "quotientAndRemainder", "negate",
        "isNaN", "isFinite", "isInfinite", "exponent", "significand", "bitPattern", "hashValue", "hash",
        "write", "sum", "pi", "zero", "nan", "infinity",
    ]
}
