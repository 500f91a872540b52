/// Files of named tensors in the format `safetensors`, which PyTorch, NumPy and JAX read and write: the length of a
/// header in eight bytes, the header in JSON with type, shape and place of each tensor, then the numbers.
///
/// ```swift
/// let bytes = try Safetensors.bytes(of: network.tensors)        // write them to a file
/// try network.load(Safetensors.tensors(in: bytes))              // bytes read from one
/// ```
public enum Safetensors {
    /// The bytes of a file with these tensors, as float64, in their order.
    ///
    /// - Throws: ``SafetensorsError`` for two tensors of one name, or one whose shape is not that of its values.
    public static func bytes(of tensors: [NamedTensor]) throws(SafetensorsError) -> [UInt8] {
        var header = "{"
        var end = 0
        for (k, tensor) in tensors.enumerated() {
            if tensors[..<k].contains(where: { $0.name == tensor.name }) || tensor.name == metadata {
                throw .name(tensor.name)
            }
            if elementCount(tensor.shape) != tensor.values.count { throw .shape(tensor.name) }
            let start = end
            end += 8 * tensor.values.count
            let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
            header += k == 0 ? "" : ","
            header += "\(quoted(tensor.name)):{\"dtype\":\"F64\",\"shape\":[\(shape)],"
            header += "\"data_offsets\":[\(start),\(end)]}"
        }
        header += "}"
        // The numbers begin at a multiple of eight.
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + header.utf8.count + end)
        append(UInt64(header.utf8.count), to: &bytes)
        bytes += Array(header.utf8)
        for tensor in tensors {
            for value in tensor.values { append(value.bitPattern, to: &bytes) }
        }
        return bytes
    }

    /// The tensors of a file, in the order of their numbers; float64, float32, float16 and bfloat16 become double.
    ///
    /// - Throws: ``SafetensorsError`` for bytes that are no such file, and for other types of numbers.
    public static func tensors(in bytes: [UInt8]) throws(SafetensorsError) -> [NamedTensor] {
        guard bytes.count >= 8 else { throw .header("eight bytes are needed for its length") }
        let length = number(bytes[0..<8])
        guard length <= UInt64(bytes.count - 8), length <= 100_000_000 else {
            throw .header("it would be \(length) bytes long")
        }
        let data = 8 + Int(length)
        var reader = JSONReader(bytes[8..<data])
        guard case .object(let entries)? = reader.document() else { throw .header("it is not a JSON object") }
        var found: [(start: Int, tensor: NamedTensor)] = []
        for (k, entry) in entries.enumerated() where entry.name != metadata {
            if entries[..<k].contains(where: { $0.name == entry.name }) { throw .name(entry.name) }
            let place = try place(entry.name, entry.value, size: bytes.count - data)
            let range = data + place.range.lowerBound..<data + place.range.upperBound
            let values = place.type.numbers(bytes[range])
            found.append(
                (place.range.lowerBound, NamedTensor(name: entry.name, shape: place.shape, values: values)))
        }
        return found.sorted { $0.start < $1.start }.map { $0.tensor }
    }

    private static let metadata = "__metadata__"

    /// What an entry of the header says, if its numbers are as many as it says and lie within the file.
    private static func place(
        _ name: String, _ entry: JSONValue, size: Int
    ) throws(SafetensorsError) -> (type: NumberType, shape: [Int], range: Range<Int>) {
        guard case .string(let word)? = entry["dtype"], let shape = entry["shape"]?.integers,
            let offsets = entry["data_offsets"]?.integers, offsets.count == 2
        else { throw .header("the entry of \(name) has no dtype, shape or data_offsets") }
        guard let type = NumberType(rawValue: word) else { throw .type(name, word) }
        guard offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= size,
            let count = elementCount(shape), count <= size,
            offsets[1] - offsets[0] == count * type.size
        else { throw .shape(name) }
        return (type, shape, offsets[0]..<offsets[1])
    }

    /// The product of sizes; nil if there is none.
    private static func elementCount(_ shape: [Int]) -> Int? {
        var count = 1
        for size in shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: size)
            if size < 0 || overflows { return nil }
            count = product
        }
        return count
    }

    private static func quoted(_ name: String) -> String {
        var result = "\""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(Character(scalar))
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for k in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * k))) }
    }

    /// A number whose least significant byte comes first.
    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
