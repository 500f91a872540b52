/// How far outputs are from their targets.
public enum Loss: Hashable, Sendable {
    /// $\sum_j (y_j - t_j)^2$
    case squaredError
    /// $-\sum_j t_j \ln p_j$ with $p = \mathrm{softmax}(y)$: one of many classes.
    case softmaxCrossEntropy
    /// $-\sum_j \left( t_j \ln p_j + (1 - t_j) \ln (1 - p_j) \right)$ with $p_j = \sigma(y_j)$: each output a
    /// yes or no.
    case logisticCrossEntropy
    /// A loss of your own.
    case own(OwnLoss)

    /// The loss of one output vector.
    public func callAsFunction(_ y: Vector, target: Vector) -> Double { withGradient(y, target: target).loss }

    /// The loss of one output vector and its gradient with respect to that vector.
    public func withGradient(_ y: Vector, target: Vector) -> (loss: Double, gradient: Vector) {
        require(y.count == target.count, "compare", y.shape, target.shape)
        var gradient = y
        let loss = gradient.elements.withUnsafeMutableBufferPointer { y in
            target.elements.withUnsafeBufferPointer { evaluate(y, target: $0, scale: 1) }
        }
        return (loss, gradient)
    }

    /// Replaces `y` by `scale` times the gradient and returns the loss.
    func evaluate(
        _ y: UnsafeMutableBufferPointer<Double>, target: UnsafeBufferPointer<Double>, scale: Double
    ) -> Double {
        var loss = 0.0
        switch self {
        case .squaredError:
            for j in y.indices {
                let error = y[j] - target[j]
                loss += error * error
                y[j] = scale * (2 * error)
            }
        case .softmaxCrossEntropy:
            // Subtracting the largest output changes nothing but keeps exp from overflowing.
            var largest = -Double.infinity
            for j in y.indices { largest = y[j] > largest || y[j].isNaN ? y[j] : largest }
            var sum = 0.0
            var total = 0.0
            for j in y.indices {
                loss -= target[j] * (y[j] - largest)
                total += target[j]
                y[j] = exp(y[j] - largest)
                sum += y[j]
            }
            loss += total * log(sum)
            for j in y.indices { y[j] = scale * (total * (y[j] / sum) - target[j]) }
        case .logisticCrossEntropy:
            for j in y.indices {
                loss += softplus(y[j]) - target[j] * y[j]
                y[j] = scale * (sigmoid(y[j]) - target[j])
            }
        case .own(let own):
            let (value, gradient) = own.evaluate(Vector(y), Vector(target))
            require(gradient.count == y.count, "gradient of the loss", Shape(y.count, 1), gradient.shape)
            loss = value
            for j in y.indices { y[j] = scale * gradient[j] }
        }
        return loss
    }
}
