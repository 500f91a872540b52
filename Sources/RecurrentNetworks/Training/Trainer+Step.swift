extension Trainer {
    func checkSettings() throws(TrainingError) {
        if let mistake = optimiser.rule.mistake ?? clipping?.mistake { throw .setting(mistake) }
    }

    /// Adds up what the parts found, in their order: their loss, and their gradients into that of the first part.
    func add() throws(TrainingError) -> Double {
        var total = 0.0
        for part in parts {
            switch part.result {
            case .success(let loss): total += loss
            case .failure(let error): throw .data(error)
            }
        }
        for other in parts.dropFirst() where !other.isIdle { parts[0].gradient += other.gradient }
        return total
    }

    /// Takes the step along the gradient of the first part.
    func step(_ total: Double) throws(TrainingError) -> Progress {
        let part = parts[0]
        let norm = part.gradient.norm
        if !norm.isFinite || !total.isFinite {
            if !network.isFinite { throw .network(parameter: network.firstNotFinite) }
            throw .gradient(update: updates, parameter: part.gradient.firstNotFinite, loss: total)
        }
        clipping?.apply(to: &part.gradient, norm: norm)
        previous.assign(network)
        previousMemory.assign(optimiser.memory)
        optimiser.update(&network, part.gradient)
        if !network.isFinite {
            let parameter = network.firstNotFinite
            network.assign(previous)
            optimiser.memory.assign(previousMemory)
            throw .parameter(update: updates, parameter: parameter, loss: total)
        }
        updates += 1
        return Progress(update: updates, loss: total, gradientNorm: norm)
    }
}

extension Optimiser.Memory {
    /// Takes over another state without new memory.
    fileprivate mutating func assign(_ other: Optimiser.Memory) {
        moments.assign(other.moments)
        squares.assign(other.squares)
        (firstDecay, secondDecay) = (other.firstDecay, other.secondDecay)
        (own, updates) = (other.own, other.updates)
    }
}

extension [Double] {
    fileprivate mutating func assign(_ other: [Double]) {
        if count != other.count { return self = Array(other[...]) }
        for i in indices { self[i] = other[i] }
    }
}
