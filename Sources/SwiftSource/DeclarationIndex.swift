/// The public declarations of some modules, and which of them a name in a program means.
///
/// Names are resolved by what is written and nothing else: there is no compiler behind it. So a name is resolved only
/// if nothing else can be meant: the program imports the module and declares no such name itself, and the name, with the
/// labels it is called with, fits one declaration. A member is resolved if what it is a member of is a type, or a value
/// whose type is written or made where it is declared.
public struct DeclarationIndex: Sendable {
    /// A declaration and the module that has it.
    public struct Entry: Sendable, Hashable {
        /// The module.
        public var module: String
        /// Which of the module's files has it, by the number the caller gave.
        public var file: Int
        /// The declaration.
        public var declaration: Declaration
    }

    private let modules: Set<String>
    /// Declarations by what they are members of, nil for nothing, and by name.
    private var members: [String?: [String: [Entry]]] = [:]
    /// The names of all members of types.
    private var memberNames: Set<String> = []
    /// What types are declared to inherit from or conform to.
    private var inherited: [String: [String]] = [:]

    /// An index of the declarations of files.
    public init(_ files: [(module: String, declarations: [Declaration])]) {
        modules = Set(files.map(\.module))
        for (number, file) in files.enumerated() {
            for declaration in file.declarations {
                let entry = Entry(module: file.module, file: number, declaration: declaration)
                members[declaration.container, default: [:]][declaration.name, default: []].append(entry)
                if declaration.container != nil { memberNames.insert(declaration.name) }
                if declaration.kind == .type {
                    inherited[declaration.path, default: []] += declaration.inherited
                }
            }
        }
    }

    /// The declaration that a name in a program means, or nil if it cannot be told for certain.
    public func resolve(_ use: NameUse, in scope: NameScope) -> Entry? {
        guard !scope.declares(use.name) else { return nil }
        switch use.role {
        case .operator: return operatorDeclaration(use.name, scope)
        case .type: return use.path.isEmpty ? type(use, scope) : member(use, scope)
        case .value: return use.path.isEmpty ? type(use, scope) ?? global(use, scope) : member(use, scope)
        }
    }

    // MARK: Bare names

    private func visible(_ name: String, in container: String?, _ scope: NameScope) -> [Entry] {
        (members[container]?[name] ?? []).filter { scope.imports.contains($0.module) }
    }

    private func type(_ use: NameUse, _ scope: NameScope) -> Entry? {
        // Inside a type, a nested type of what it conforms to has the same right to the name.
        if use.isInsideType, memberNames.contains(use.name) { return nil }
        return type(named: use.name, scope)
    }

    private func type(named name: String, _ scope: NameScope) -> Entry? {
        guard !scope.declares(name) else { return nil }
        let found = visible(name, in: nil, scope)
        guard found.count == 1, found[0].declaration.kind.namesType else { return nil }
        return found[0]
    }

    private func global(_ use: NameUse, _ scope: NameScope) -> Entry? {
        // A member may have the name inside a type; another module may have it if it is not one of these.
        guard !use.isInsideType, scope.imports.isSubset(of: modules), !standardFunctions.contains(use.name)
        else { return nil }
        return one(visible(use.name, in: nil, scope), fitting: use)
    }

    private func operatorDeclaration(_ name: String, _ scope: NameScope) -> Entry? {
        let found = visible(name, in: nil, scope).filter {
            $0.declaration.kind == .operator && $0.declaration.parameters == nil
        }
        return found.count == 1 ? found[0] : nil
    }

    // MARK: Members

    private func member(_ use: NameUse, _ scope: NameScope) -> Entry? {
        var path = use.path
        if use.isInsideType, let first = path.first, memberNames.contains(first) { return nil }
        if let first = path.first, scope.declares(first) {
            guard path.count == 1, let type = scope.type(of: first) else { return nil }
            path = type
        }
        guard let type = typePath(path, scope) else { return nil }
        return member(use, of: type, scope, seen: [])
    }

    /// The path of a type, written as one name after another, if each is known.
    private func typePath(_ path: [String], _ scope: NameScope) -> String? {
        guard let first = path.first, let entry = type(named: first, scope), entry.declaration.kind == .type
        else { return nil }
        var whole = first
        for name in path.dropFirst() {
            let found = visible(name, in: whole, scope)
            guard !scope.declares(name), found.count == 1, found[0].declaration.kind == .type else {
                return nil
            }
            whole += "." + name
        }
        return whole
    }

    /// A member of a type itself, or else of what it conforms to.
    private func member(_ use: NameUse, of type: String, _ scope: NameScope, seen: Set<String>) -> Entry? {
        let own = visible(use.name, in: type, scope)
        guard own.isEmpty else { return one(own, fitting: use) }
        var found: Set<Entry> = []
        for parent in inherited[type] ?? [] where !seen.contains(parent) {
            if let entry = member(use, of: parent, scope, seen: seen.union([type])) { found.insert(entry) }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The only one of several declarations that a use can mean.
    private func one(_ entries: [Entry], fitting use: NameUse) -> Entry? {
        guard let labels = use.labels, entries.contains(where: { $0.declaration.parameters != nil }) else {
            return entries.count == 1 ? entries[0] : nil
        }
        let fitting = entries.filter {
            $0.declaration.accepts(labels, trailingClosures: use.trailingClosures)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

extension Declaration {
    /// Its name with what it is a member of, without labels.
    public var path: String { (container.map { $0 + "." } ?? "") + name }
}

/// Functions that every program can call without importing anything, and that a module may only overload.
private let standardFunctions: Set<String> = [
    "abs", "assert", "assertionFailure", "debugPrint", "dump", "fatalError", "getVaList",
    "isKnownUniquelyReferenced",
    "max", "min", "numericCast", "pow", "precondition", "preconditionFailure", "print", "readLine",
    "repeatElement", "sequence", "show", "stride", "swap", "transcode", "type", "unsafeBitCast",
    "unsafeDowncast", "withExtendedLifetime", "withUnsafeBytes", "withUnsafeMutableBytes",
    "withUnsafeMutablePointer", "withUnsafePointer", "withVaList", "zip",
]
