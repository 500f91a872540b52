import Foundation

/// Decodes a file that Oracles/numerics/make_fixtures.py wrote.
func numericFixture<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws
    -> Content
{
    let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Oracles/numerics/\(name).json")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
}

extension UInt64 {
    /// The number that these hexadecimal digits stand for.
    init(hexadecimal digits: String) throws {
        struct NotHexadecimal: Error { let digits: String }
        guard let value = UInt64(digits, radix: 16) else { throw NotHexadecimal(digits: digits) }
        self = value
    }
}
