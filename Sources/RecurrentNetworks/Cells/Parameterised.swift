/// A value made of arrays of parameters: a cell, a head, a network; and each one's gradient, which is a
/// value of the same type.
public protocol Parameterised: Sendable {
    /// What the arrays are called, in a fixed order.
    var parameterNames: [String] { get }

    /// The sizes of each array, in the order of ``parameterNames``: rows and columns of a matrix, the length of a
    /// vector, which is the default.
    var parameterShapes: [[Int]] { get }

    /// Calls `body` for each array of parameters, in the order of ``parameterNames``; it may change the
    /// elements but not their number.
    mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows
}

extension Parameterised {
    /// The arrays of parameters, in the order of ``parameterNames``.
    public var parameters: [[Double]] {
        var (copy, arrays) = (self, [[Double]]())
        copy.modifyParameters { arrays.append($0) }
        return arrays
    }

    /// Each array a vector.
    public var parameterShapes: [[Int]] { parameters.map { [$0.count] } }

    /// How many numbers the parameters are.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

    /// All parameters, one array after the other.
    public var flattened: [Double] {
        get { parameters.flatMap { $0 } }
        set {
            precondition(newValue.count == parameterCount, "as many numbers as parameters")
            var start = 0
            modifyParameters { values in
                for i in values.indices { values[i] = newValue[start + i] }
                start += values.count
            }
        }
    }

    /// The same shapes filled with zeros: where a gradient starts.
    public var zeros: Self {
        var copy = self
        copy.modifyParameters { $0 = Array(repeating: 0, count: $0.count) }
        return copy
    }

    /// The Euclidean norm over all parameters.
    public var norm: Double { euclideanNorm(parameters.map(euclideanNorm)) }

    /// Whether all parameters are finite numbers.
    var isFinite: Bool { parameters.allSatisfy { $0.allSatisfy { $0.isFinite } } }

    /// The name of the first array that holds a NaN or an infinity.
    var firstNotFinite: String {
        zip(parameterNames, parameters).first { !$0.1.allSatisfy { $0.isFinite } }?.0 ?? "the loss"
    }

    /// Calls `body` for each array of parameters and the matching one of `other`, which has the same shapes.
    public mutating func update(
        with other: Self, _ body: (_ values: inout [Double], _ others: [Double]) throws -> Void
    ) rethrows {
        let others = other.parameters
        var k = 0
        try modifyParameters {
            try body(&$0, others[k])
            k += 1
        }
    }

    /// Where the arrays are.
    var memory: [UnsafeRawPointer?] {
        var (copy, addresses) = (self, [UnsafeRawPointer?]())
        copy.modifyParameters { values in
            addresses.append(values.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) })
        }
        return addresses
    }

    /// Whether the arrays are in these places.
    func memory(is addresses: [UnsafeRawPointer?]) -> Bool {
        var (copy, k, isSame) = (self, 0, true)
        copy.modifyParameters { values in
            let address = values.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
            if k >= addresses.count || addresses[k] != address { isSame = false }
            k += 1
        }
        return isSame && k == addresses.count
    }

    /// Takes over arrays of parameters of the sizes that these have.
    ///
    /// - Returns: Whether they have; if not, nothing changes.
    mutating func set(_ arrays: [[Double]]) -> Bool {
        if parameters.map({ $0.count }) != arrays.map({ $0.count }) { return false }
        var k = 0
        modifyParameters { values in
            values = arrays[k]
            k += 1
        }
        return true
    }

    /// Takes over the parameters of `other` without new memory.
    mutating func assign(_ other: Self) {
        update(with: other) { values, others in
            for i in values.indices { values[i] = others[i] }
        }
    }

    /// Adds the parameters of `other`, such as the gradient of another part of a batch.
    public static func += (a: inout Self, b: Self) {
        a.update(with: b) { values, others in
            for i in values.indices { values[i] += others[i] }
        }
    }
}
