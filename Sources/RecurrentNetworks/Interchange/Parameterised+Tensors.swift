extension Parameterised {
    /// The parameters under their own names, such as `layer 0: w`, with their own shapes and order of gates: for a
    /// file of tensors. For PyTorch's names and order see ``Network/pyTorchTensors``.
    public var tensors: [NamedTensor] {
        zip(parameterNames, zip(parameterShapes, parameters)).map { name, tensor in
            NamedTensor(name: name, shape: tensor.0, values: tensor.1)
        }
    }

    /// Takes over parameters under their own names.
    ///
    /// - Throws: ``InterchangeError`` for a tensor that is missing, has another shape, stands there twice, or has no
    ///   place here. Nothing changes then.
    public mutating func load(_ tensors: [NamedTensor]) throws(InterchangeError) {
        var arrays: [[Double]] = []
        let names = parameterNames
        for (name, shape) in zip(names, parameterShapes) {
            guard let tensor = tensors.first(where: { $0.name == name }) else { throw .missing(name) }
            guard tensor.shape == shape else { throw .shape(name, expected: shape, found: tensor.shape) }
            arrays.append(tensor.values)
        }
        for (k, tensor) in tensors.enumerated() {
            let isSecond = tensors[..<k].contains { $0.name == tensor.name }
            if isSecond || !names.contains(tensor.name) { throw .unexpected(tensor.name) }
        }
        if !set(arrays) { throw .missing("a value of a tensor") }
    }
}
