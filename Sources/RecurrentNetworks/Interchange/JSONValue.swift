/// The JSON of a header: as much of it as names, shapes and places need.
enum JSONValue {
    case object([(name: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case integer(Int)

    subscript(name: String) -> JSONValue? {
        guard case .object(let entries) = self else { return nil }
        return entries.first { $0.name == name }?.value
    }

    /// The elements of an array of integers; nil for others.
    var integers: [Int]? {
        guard case .array(let values) = self else { return nil }
        var result: [Int] = []
        for value in values {
            guard case .integer(let number) = value else { return nil }
            result.append(number)
        }
        return result
    }
}
