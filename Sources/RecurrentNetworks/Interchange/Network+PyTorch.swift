extension Network where C: PyTorchCell {
    /// The parameters as the `state_dict` of a PyTorch model whose layers are called `rnn` and whose head,
    /// an `nn.Linear`, is called `head`; the prefix `rnn.` is left out.
    ///
    /// - Throws: ``InterchangeError`` for cells that PyTorch does not have.
    public var pyTorchTensors: [NamedTensor] {
        get throws(InterchangeError) {
            var tensors: [NamedTensor] = []
            for (k, layer) in layers.enumerated() {
                let blocks = try layer.pyTorchBlocks
                let p = layer.pyTorchParameters
                tensors += [
                    NamedTensor("weight_ih_l\(k)", p.w.permutingRows(blocks)),
                    NamedTensor("weight_hh_l\(k)", p.u.permutingRows(blocks)),
                    NamedTensor("bias_ih_l\(k)", p.inputBias.permuting(blocks)),
                    NamedTensor("bias_hh_l\(k)", p.recurrentBias.permuting(blocks)),
                ]
            }
            return tensors + [NamedTensor("head.weight", head.w), NamedTensor("head.bias", head.b)]
        }
    }

    /// Takes over the parameters of a PyTorch model of this shape; see ``pyTorchTensors``.
    ///
    /// - Throws: ``InterchangeError`` for a cell that PyTorch does not have, and for a tensor that is missing, has
    ///   another shape, stands there twice, or has no place here, such as one of a further layer.
    public mutating func load(pyTorch tensors: [NamedTensor]) throws(InterchangeError) {
        func elements(_ name: String, _ shape: [Int]) throws(InterchangeError) -> [Double] {
            guard let tensor = tensors.first(where: { $0.name == name }) else { throw .missing(name) }
            guard tensor.shape == shape, tensor.values.count == shape.reduce(1, *) else {
                throw .shape(name, expected: shape, found: tensor.shape)
            }
            return tensor.values
        }
        func matrix(_ name: String, like m: Matrix) throws(InterchangeError) -> Matrix {
            Matrix(shape: m.shape, elements: try elements(name, [m.rows, m.columns]))
        }
        let known = Set(try pyTorchTensors.map { $0.name })
        for (k, tensor) in tensors.enumerated() {
            let isSecond = tensors[..<k].contains { $0.name == tensor.name }
            if isSecond || !known.contains(tensor.name) { throw .unexpected(tensor.name) }
        }
        var loaded = self
        for (k, layer) in layers.enumerated() {
            let blocks = try layer.pyTorchBlocks
            let rows = [layer.pyTorchParameters.inputBias.count]
            loaded.layers[k].pyTorchParameters = (
                w: try matrix("weight_ih_l\(k)", like: layer.pyTorchParameters.w).permutingRows(blocks),
                u: try matrix("weight_hh_l\(k)", like: layer.pyTorchParameters.u).permutingRows(blocks),
                inputBias: Vector(try elements("bias_ih_l\(k)", rows)).permuting(blocks),
                recurrentBias: Vector(try elements("bias_hh_l\(k)", rows)).permuting(blocks)
            )
        }
        loaded.head.w = try matrix("head.weight", like: head.w)
        loaded.head.b = Vector(try elements("head.bias", [head.b.count]))
        self = loaded
    }
}

extension NamedTensor {
    fileprivate init(_ name: String, _ matrix: Matrix) {
        self.init(name: name, shape: [matrix.rows, matrix.columns], values: matrix.elements)
    }

    fileprivate init(_ name: String, _ vector: Vector) {
        self.init(name: name, shape: [vector.count], values: vector.elements)
    }
}

extension Matrix {
    /// Blocks of rows of one size, in another order.
    fileprivate func permutingRows(_ blocks: [Int]) -> Matrix {
        let size = rows / blocks.count
        return Matrix(rows: blocks.flatMap { k in (k * size..<(k + 1) * size).map { self[$0] } })
    }
}

extension Vector {
    fileprivate func permuting(_ blocks: [Int]) -> Vector {
        let size = count / blocks.count
        return Vector(blocks.flatMap { self[$0 * size..<($0 + 1) * size].elements })
    }
}
