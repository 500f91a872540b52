/// A problem of the literature that tells recurrent networks apart: a source of batches.
public protocol SequenceTask: Sendable {
    /// The length of an input vector.
    var inputs: Int { get }
    /// The length of an output vector.
    var outputs: Int { get }
    /// Where there are targets.
    var readout: Readout { get }
    /// What is minimised.
    var loss: Loss { get }

    /// Fresh sequences with their targets.
    func batch(of count: Int, using generator: inout PCG64) -> Example
}

extension SequenceTask {
    /// A network of the task's shape with one layer, and a head whose parameters are 0.
    public func network<C: Cell>(_ cell: C) -> Network<C> {
        Network([cell], outputs: outputs, readout: readout)
    }

    /// The share of targets that `outputs` gets right, by weight: for classes the largest output, for yes and
    /// no and for targets of ±1 the sign of every output, for other numbers an error below 0.04 of each (Hochreiter
    /// & Schmidhuber 1997). An output that is not a number is wrong.
    public func accuracy(of outputs: Sequences, on example: Example) -> Double {
        var right = 0.0
        for t in 0..<outputs.steps {
            for b in 0..<outputs.batch {
                let (y, target) = (outputs[t, b], example.targets[t, b])
                if isRight(y, target) { right += example.weight(t, b) }
            }
        }
        return right / example.totalWeight
    }

    private func isRight(_ y: Vector, _ target: Vector) -> Bool {
        if y.contains(where: { $0.isNaN }) { return false }
        switch loss {
        case .softmaxCrossEntropy: return target[y.indexOfLargest] > 0
        case .logisticCrossEntropy: return zip(y, target).allSatisfy { ($0 > 0) == ($1 > 0.5) }
        case .squaredError, .own:
            let areSigns = target.allSatisfy { $0.magnitude == 1 }
            return zip(y, target).allSatisfy {
                areSigns ? ($0 > 0) == ($1 > 0) : ($0 - $1).magnitude < 0.04
            }
        }
    }
}

extension Vector {
    /// The position of the largest element, the first of several; 0 in an empty vector.
    public var indexOfLargest: Int {
        indices.max { self[$0] < self[$1] || (self[$0] == self[$1] && $0 > $1) } ?? 0
    }

    /// A vector of `count` zeros with a one at `index`.
    public static func oneHot(_ index: Int, of count: Int) -> Vector {
        var vector = Vector.zeros(count)
        vector[index] = 1
        return vector
    }
}
