// The elementary functions over vectors and matrices, element by element with the bits of the scalar functions.

/// $e^x$: 0 below −745.2, infinite above 709.8. Element by element.
public func exp(_ x: Vector) -> Vector { Vector(x.elements.applying(exp(_:into:count:))) }

/// $e^x$: 0 below −745.2, infinite above 709.8. Element by element.
public func exp(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(exp(_:into:count:)))
}

/// $e^x - 1$ without the loss of digits that the subtraction brings near 0. Element by element.
public func expm1(_ x: Vector) -> Vector { Vector(x.elements.applying(expm1(_:into:count:))) }

/// $e^x - 1$ without the loss of digits that the subtraction brings near 0. Element by element.
public func expm1(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(expm1(_:into:count:)))
}

/// The natural logarithm: −∞ at 0, NaN below. Element by element.
public func log(_ x: Vector) -> Vector { Vector(x.elements.applying(log(_:into:count:))) }

/// The natural logarithm: −∞ at 0, NaN below. Element by element.
public func log(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(log(_:into:count:)))
}

/// $\ln(1 + x)$ without the loss of digits that the addition brings near 0: −∞ at −1, NaN below. Element by element.
public func log1p(_ x: Vector) -> Vector { Vector(x.elements.applying(log1p(_:into:count:))) }

/// $\ln(1 + x)$ without the loss of digits that the addition brings near 0: −∞ at −1, NaN below. Element by element.
public func log1p(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(log1p(_:into:count:)))
}

/// The hyperbolic tangent, $\frac{e^x - e^{-x}}{e^x + e^{-x}}$. Element by element.
public func tanh(_ x: Vector) -> Vector { Vector(x.elements.applying(tanh(_:into:count:))) }

/// The hyperbolic tangent, $\frac{e^x - e^{-x}}{e^x + e^{-x}}$. Element by element.
public func tanh(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(tanh(_:into:count:)))
}

/// The logistic function $\sigma(x) = \frac1{1 + e^{-x}}$. Element by element.
public func sigmoid(_ x: Vector) -> Vector { Vector(x.elements.applying(sigmoid(_:into:count:))) }

/// The logistic function $\sigma(x) = \frac1{1 + e^{-x}}$. Element by element.
public func sigmoid(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(sigmoid(_:into:count:)))
}

/// $\ln(1 + e^x)$, whose derivative is the logistic function. Element by element.
public func softplus(_ x: Vector) -> Vector { Vector(x.elements.applying(softplus(_:into:count:))) }

/// $\ln(1 + e^x)$, whose derivative is the logistic function. Element by element.
public func softplus(_ x: Matrix) -> Matrix {
    Matrix(shape: x.shape, elements: x.elements.applying(softplus(_:into:count:)))
}

extension Array<Double> {
    fileprivate func applying(
        _ function: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
    ) -> [Double] {
        withUnsafeBufferPointer { source in
            Array(unsafeUninitializedCapacity: source.count) { target, count in
                count = source.count
                guard let from = source.baseAddress, let into = target.baseAddress else { return }
                function(from, into, count)
            }
        }
    }
}
