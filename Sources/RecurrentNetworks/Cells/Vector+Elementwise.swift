extension Vector: Elementwise {
    static func sigmoid(_ x: Vector) -> Vector { RecurrentNetworks.sigmoid(x) }

    static func tanh(_ x: Vector) -> Vector { RecurrentNetworks.tanh(x) }

    static func keep(_ x: Vector, unlessBelowZero condition: Vector) -> Vector {
        var result = x
        for i in x.indices where condition[i] <= 0 { result[i] = 0 }
        return result
    }

    static func filled(_ value: Double, like x: Vector) -> Vector { Vector(repeating: value, count: x.count) }
}
