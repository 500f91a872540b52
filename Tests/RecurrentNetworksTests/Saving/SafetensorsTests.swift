import Foundation
import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Files of tensors")
struct SafetensorsTests {
    private func file(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Array(Data(contentsOf: folder.appending(path: "Oracles/models/\(name).safetensors")))
    }

    private let doubles = [
        NamedTensor(name: "layer 0: w", shape: [2, 3], values: [1.5, -2.25, 0.1, 0x1p-1074, -0.0, 1e300]),
        NamedTensor(name: "layer 1: b", shape: [2], values: [.infinity, .nan]),
        NamedTensor(name: "the \"name\" \\ of ∂, \n😀", shape: [], values: [0.1]),
        NamedTensor(name: "z empty", shape: [0, 3], values: []),
    ]

    @Test("are written byte for byte as the package that defines the format writes them")
    func bytes() throws { #expect(try Safetensors.bytes(of: doubles) == file("doubles")) }

    @Test("are read bit for bit")
    func reading() throws {
        let tensors = try Safetensors.tensors(in: file("doubles"))
        #expect(tensors.map(\.name).sorted() == doubles.map(\.name).sorted())
        for expected in doubles {
            let found = tensors.first { $0.name == expected.name }
            #expect(found?.shape == expected.shape)
            #expect(found?.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
        }
    }

    @Test("of other types of numbers are read as the numbers that they are")
    func otherTypes() throws {
        let tensors = try Safetensors.tensors(in: file("mixed"))
        // As PyTorch prints them.
        let expected: [String: [Double]] = [
            "double": [
                0.10000000149011612, -1.0, 65504.0, 5.99999978589949e-08, .infinity, 6.103515625e-05, -0.0,
            ],
            "float": [
                0.10000000149011612, -1.0, 65504.0, 5.99999978589949e-08, .infinity, 6.103515625e-05, -0.0,
            ],
            "half": [
                0.0999755859375, -1.0, 65504.0, 5.960464477539063e-08, .infinity, 6.103515625e-05, -0.0,
            ],
            "brain": [
                0.10009765625, -1.0, 65536.0, 6.007030606269836e-08, .infinity, 6.103515625e-05, -0.0,
            ],
        ]
        #expect(tensors.count == 4)
        for tensor in tensors {
            #expect(tensor.values == expected[tensor.name], "\(tensor)")
            #expect(tensor.values[6].sign == .minus)
        }
    }

    @Test("hold a network, which comes back bit for bit, and nothing that does not fit it")
    func network() throws {
        var numbers = SeededGenerator(seed: 1)
        let shape = Network(
            [LSTMCell(inputs: 2, hidden: 3, form: .peepholes), LSTMCell(inputs: 3, hidden: 4)], outputs: 2,
            readout: .last)
        let network = shape.filled(using: &numbers)
        let tensors = try Safetensors.tensors(in: Safetensors.bytes(of: network.tensors))
        var loaded = shape
        try loaded.load(tensors)
        #expect(loaded.flattened == network.flattened)
        #expect(throws: InterchangeError.missing("layer 0: w")) { try loaded.load([]) }
        let more = tensors + [NamedTensor(name: "more", shape: [1], values: [1])]
        #expect(throws: InterchangeError.unexpected("more")) { try loaded.load(more) }
        var other = tensors
        other[0] = NamedTensor(name: other[0].name, shape: [1, 24], values: other[0].values)
        #expect(throws: InterchangeError.self) { try loaded.load(other) }
        #expect(loaded.flattened == network.flattened)
    }

    @Test("that are broken anywhere are an error, or other numbers, and nothing worse")
    func damage() throws {
        var numbers = SeededGenerator(seed: 2)
        var errors = 0
        for name in ["doubles", "mixed"] {
            let whole = try file(name)
            for length in 0..<whole.count {
                #expect(throws: SafetensorsError.self) {
                    try Safetensors.tensors(in: Array(whole[..<length]))
                }
            }
            for _ in 0..<3000 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                    bytes[Int.random(in: bytes.indices, using: &numbers)] = .random(
                        in: 0...255, using: &numbers)
                }
                do { _ = try Safetensors.tensors(in: bytes) } catch { errors += 1 }
            }
        }
        #expect(errors > 1000)
    }

    @Test(
        "with headers that lie",
        arguments: [
            #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F64","shape":[9223372036854775807,2],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}"#,
            #"{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F64","shape":[1]}}"#, #"{"a":1}"#, "[1]", "{", "", #"{"\ud83d":1}"#,
            String(repeating: "[", count: 100_000),
        ])
    func lies(_ header: String) {
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
        bytes += Array(header.utf8) + [UInt8](repeating: 0, count: 8)
        let error = #expect(throws: SafetensorsError.self) { try Safetensors.tensors(in: bytes) }
        #expect(error?.description.isEmpty == false)
    }

    @Test("cannot be made of tensors that are not what they say")
    func writing() {
        let one = NamedTensor(name: "a", shape: [1], values: [1])
        #expect(throws: SafetensorsError.name("a")) { try Safetensors.bytes(of: [one, one]) }
        let wrong = NamedTensor(name: "b", shape: [2], values: [1])
        #expect(throws: SafetensorsError.shape("b")) { try Safetensors.bytes(of: [wrong]) }
    }
}
