import Foundation

@testable import RecurrentNetworks

/// What make_fixtures.py wrote.
struct Fixtures: Decodable {
    struct Tensor: Decodable {
        let name: String
        let shape: [Int]
        let values: [Double]

        var named: NamedTensor { NamedTensor(name: name, shape: shape, values: values) }
    }

    struct NetworkCase: Decodable {
        let name: String
        let cell: String
        let options: [String]
        /// How many of PyTorch's own layers, or 0 for the equations written out.
        let layers: Int
        let loss: String
        let readout: String
        let parameters: [Tensor]
        let inputs: [Double]
        let targets: [Double]
        let weights: [Double]?
        let outputs: [Double]
        let value: Double
        let gradients: [Tensor]
    }

    struct UpdateCase: Decodable {
        let optimiser: String
        let clip: String
        let start: [Tensor]
        let inputs: [Double]
        let targets: [Double]
        let norms: [Double]
        let end: [Tensor]
    }

    struct FeedbackCase: Decodable {
        let first: [Double]
        let targets: [Double]
        let outputs: [Double]
        let value: Double
        let parameters: [Tensor]
        let gradients: [Tensor]
    }

    struct Sizes: Decodable {
        let steps: Int
        let batch: Int
        let inputs: Int
        let hidden: Int
        let outputs: Int
    }

    let sizes: Sizes
    let networks: [NetworkCase]
    let updates: [UpdateCase]
    let feedback: FeedbackCase

    static let shared: Fixtures = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "networks.json")
        do {
            return try JSONDecoder().decode(Fixtures.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path()): \(error)")
        }
    }()

    func sequences(_ values: [Double], width: Int) -> Sequences {
        var result = Sequences(
            steps: values.count / (sizes.batch * width), batch: sizes.batch, width: width)
        result.elements = values
        return result
    }
}

extension Fixtures.NetworkCase {
    var lossFunction: Loss {
        switch loss {
        case "squaredError": .squaredError
        case "softmaxCrossEntropy": .softmaxCrossEntropy
        default: .logisticCrossEntropy
        }
    }

    var form: LSTMCell.Form {
        let names: [String: LSTMCell.Form] = [
            "peepholes": .peepholes, "coupledGates": .coupledGates, "noForgetGate": .noForgetGate,
            "noInputGate": .noInputGate, "noOutputGate": .noOutputGate,
            "noInputActivation": .noInputActivation, "noOutputActivation": .noOutputActivation,
        ]
        return LSTMCell.Form(options.compactMap { names[$0] })
    }

    var activation: Activation {
        switch options[0] {
        case "relu": .relu
        case "identity": .identity
        default: .tanh
        }
    }
}
