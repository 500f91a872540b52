/// Why bytes are no file of tensors that can be read, or tensors cannot be written as one.
public enum SafetensorsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The header is not as it must be.
    case header(String)
    /// A name that stands there twice, or has another meaning.
    case name(String)
    /// A tensor whose shape, place and number of values do not fit.
    case shape(String)
    /// A tensor of numbers of a type that this library has no use for.
    case type(String, String)

    /// What is wrong with the file.
    public var description: String {
        switch self {
        case .header(let what): "the header of the tensors: \(what)"
        case .name(let name): "the tensors' names: \(name) stands there twice, or is no name for one"
        case .shape(let name): "\(name): its shape does not fit its numbers, or they lie outside the file"
        case .type(let name, let type):
            "\(name): numbers of type \(type), where F64, F32, F16 or BF16 would fit"
        }
    }
}
