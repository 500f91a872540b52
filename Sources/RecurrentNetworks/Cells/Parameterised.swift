/// A value made of arrays of parameters: a cell, a head, a network; and each one's gradient, which is a
/// value of the same type.
public protocol Parameterised: Sendable {
    /// What the arrays are called, in a fixed order.
    var parameterNames: [String] { get }

    /// Calls `body` for each array of parameters together with the matching one of `other`, in the order of
    /// ``parameterNames``. Both values have the same shapes.
    mutating func update(
        with other: Self, _ body: (_ values: inout [Double], _ others: [Double]) throws -> Void
    ) rethrows
}

extension Parameterised {
    /// Calls `body` for each array of parameters, in the order of ``parameterNames``.
    public func forEachParameter(_ body: ([Double]) throws -> Void) rethrows {
        var copy = self
        try copy.update(with: self) { _, values in try body(values) }
    }

    /// How many numbers the parameters are.
    public var parameterCount: Int {
        var count = 0
        forEachParameter { count += $0.count }
        return count
    }

    /// All parameters, one array after the other.
    public var flattened: [Double] {
        get {
            var all: [Double] = []
            forEachParameter { all += $0 }
            return all
        }
        set {
            precondition(newValue.count == parameterCount, "as many numbers as parameters")
            var start = 0
            update(with: self) { values, _ in
                for i in values.indices { values[i] = newValue[start + i] }
                start += values.count
            }
        }
    }

    /// The same shapes filled with zeros: where a gradient starts.
    public var zeros: Self {
        var copy = self
        copy.update(with: self) { values, _ in values = Array(repeating: 0, count: values.count) }
        return copy
    }

    /// Adds the parameters of `other`, such as the gradient of another part of a batch.
    public static func += (a: inout Self, b: Self) {
        a.update(with: b) { values, others in
            for i in values.indices { values[i] += others[i] }
        }
    }
}
