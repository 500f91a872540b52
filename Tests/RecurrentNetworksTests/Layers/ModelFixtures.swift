import Foundation

@testable import RecurrentNetworks

/// A part of a model as PyTorch computes it: what Oracles/models/make_models.py wrote.
struct ModelCase: Decodable {
    let name: String
    /// Flat, in the order of the library.
    let parameters: [Double]
    let inputs: [[Double]]
    /// The loss is the sum of the outputs times these.
    let weights: [[Double]]
    let outputs: [[Double]]
    let gradient: [Double]
    let dInputs: [[Double]]
    let symbols: [Int]?
    let masks: [[[Double]]]?
    let forced: [Bool]?
    let value: Double?

    /// The vectors of inputs.
    var x: [Vector] { inputs.map { Vector($0) } }
    /// The gradients with respect to the outputs.
    var dy: [Vector] { weights.map { Vector($0) } }

    static func named(_ name: String) throws -> ModelCase {
        struct File: Decodable { let cases: [ModelCase] }
        struct Missing: Error { let name: String }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Oracles/models/models.json")
        let cases = try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
        guard let found = cases.first(where: { $0.name == name }) else { throw Missing(name: name) }
        return found
    }

    /// A value of this shape with the parameters of the case.
    func filled<Model: Parameterised>(_ shape: Model) -> Model {
        var model = shape
        model.flattened = parameters
        return model
    }

    /// The largest of the relative errors of outputs, gradient and gradients of the inputs.
    func error(_ outputs: [Vector], _ gradient: some Parameterised, _ dInputs: [Vector] = []) -> Double {
        let errors = [
            relativeError(outputs.flatMap(\.elements), self.outputs.flatMap { $0 }),
            relativeError(gradient.flattened, self.gradient),
            relativeError(dInputs.flatMap(\.elements), dInputs.isEmpty ? [] : self.dInputs.flatMap { $0 }),
        ]
        let worst = errors.max() ?? 0
        print("PyTorch, \(name): \(worst)")
        return worst
    }
}
