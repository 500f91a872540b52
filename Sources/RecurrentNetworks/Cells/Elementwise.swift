/// What the equations of a cell are written in: values that add and multiply element by element and know
/// σ and tanh.
///
/// Vectors conform, and single numbers, and the lanes of a vector register, and dual numbers. So each
/// equation stands in one place only: the step a chapter shows, the engine that trains, and the
/// forward-mode derivative that checks it are the same lines.
protocol Elementwise {
    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func - (c: Double, a: Self) -> Self
    static func ⊙ (a: Self, b: Self) -> Self
    static func sigmoid(_ x: Self) -> Self
    static func tanh(_ x: Self) -> Self

    /// `x`, but 0 where `condition` is 0 or below: a NaN is neither, and must not look like a dead unit.
    static func keep(_ x: Self, unlessBelowZero condition: Self) -> Self

    /// As many elements as `x` has, each of them `value`.
    static func filled(_ value: Double, like x: Self) -> Self
}

@inline(__always)
func sigmoid<V: Elementwise>(_ x: V) -> V { V.sigmoid(x) }

@inline(__always)
func tanh<V: Elementwise>(_ x: V) -> V { V.tanh(x) }

/// σ′ where σ has the value `y`.
@inline(__always)
func sigmoidSlope<V: Elementwise>(_ y: V) -> V { y ⊙ (1 - y) }

/// tanh′ where tanh has the value `y`.
@inline(__always)
func tanhSlope<V: Elementwise>(_ y: V) -> V { 1 - y ⊙ y }
