/// What a program that is told in pieces declares and imports: the names that stand between a use and a module.
public struct NameScope: Sendable, Hashable {
    /// The modules it imports.
    public private(set) var imports: Set<String> = []
    /// The names it declares anywhere, and the type of those that are values of one type wherever they are declared.
    private var types: [String: [String]?] = [:]

    /// The scope of nothing.
    public init() {}

    /// Adds what a piece declares and imports.
    public mutating func add(_ bindings: [Binding], imports: [String]) {
        self.imports.formUnion(imports)
        for binding in bindings {
            switch (binding.type, types[binding.name]) {
            case (.named(let path), nil): types[binding.name] = .some(path)
            case (.named(let path), .some(let known)) where known == path: continue
            case (.inherited, .some): continue
            default: types[binding.name] = .some(nil)
            }
        }
    }

    /// Whether the program declares a name, anywhere.
    func declares(_ name: String) -> Bool { types[name] != nil }

    /// The path of the type of a value, if it is the same wherever the name is declared.
    func type(of name: String) -> [String]? { types[name] ?? nil }
}
