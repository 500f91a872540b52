/// A column of real numbers, indexed from 0. A value: copies share storage until one of them changes.
///
/// ```swift
/// let x: Vector = [1, -0.5]
/// let h = tanh(W * x + b)
/// ```
public struct Vector: Hashable, Sendable {
    /// The elements in order.
    public var elements: [Double]

    /// A vector of the given elements.
    public init(_ elements: some Sequence<Double>) {
        self.elements = Array(elements)
    }

    /// A vector of `count` equal elements.
    public init(repeating value: Double = 0, count: Int) {
        elements = Array(repeating: value, count: count)
    }

    /// A vector of `count` zeros.
    public static func zeros(_ count: Int) -> Vector { Vector(repeating: 0, count: count) }

    /// A vector of `count` ones.
    public static func ones(_ count: Int) -> Vector { Vector(repeating: 1, count: count) }

    /// The number of elements.
    @inlinable public var count: Int { elements.count }

    /// The positions `0..<count`.
    @inlinable public var indices: Range<Int> { elements.indices }

    /// The shape as a column, `count×1`.
    public var shape: Shape { Shape(count, 1) }

    /// The element at `index`.
    @inlinable
    public subscript(index: Int) -> Double {
        get { elements[index] }
        _modify { yield &elements[index] }
    }

    /// The elements in `range`, as a vector indexed from 0 again: one gate out of several stacked ones.
    public subscript(range: Range<Int>) -> Vector {
        get { Vector(elements[range]) }
        set {
            require(newValue.count == range.count, "assignment", Shape(range.count, 1), newValue.shape)
            elements.replaceSubrange(range, with: newValue.elements)
        }
    }

    /// The vector of `transform(x)` for each element x.
    public func map(_ transform: (Double) throws -> Double) rethrows -> Vector {
        var result = self
        for i in result.elements.indices { result.elements[i] = try transform(result.elements[i]) }
        return result
    }
}

extension Vector: Sequence {
    /// Iterates over the elements in order.
    public func makeIterator() -> IndexingIterator<[Double]> { elements.makeIterator() }
}

extension Vector: ExpressibleByArrayLiteral {
    /// A vector of the elements listed.
    public init(arrayLiteral elements: Double...) { self.elements = elements }
}

extension Vector: CustomStringConvertible {
    /// The elements as an array prints them.
    public var description: String { "[\(elements.map { "\($0)" }.joined(separator: ", "))]" }
}
