/// The types of numbers of a file of tensors that become double.
enum NumberType: String {
    case double = "F64"
    case float = "F32"
    case half = "F16"
    case brain = "BF16"

    var size: Int {
        switch self {
        case .double: 8
        case .float: 4
        case .half, .brain: 2
        }
    }

    func numbers(_ bytes: ArraySlice<UInt8>) -> [Double] {
        stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
            let bits = Safetensors.number(bytes[start..<start + size])
            return switch self {
            case .double: Double(bitPattern: bits)
            case .float: Double(Float(bitPattern: UInt32(bits)))
            case .brain: Double(Float(bitPattern: UInt32(bits) << 16))
            case .half: Self.half(UInt16(bits))
            }
        }
    }

    /// Five bits of exponent, ten of significand; written out, for not every processor has the type.
    private static func half(_ bits: UInt16) -> Double {
        let exponent = Int(bits >> 10 & 0x1f)
        let fraction = Double(bits & 0x3ff)
        let magnitude: Double =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default:
                (1 + fraction * 0x1p-10) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
            }
        return bits >> 15 == 0 ? magnitude : -magnitude
    }
}
