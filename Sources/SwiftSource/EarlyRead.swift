/// A variable of a program told in pieces that is used before the piece that gives it its value.
///
/// The compiler lets a file of top-level code do so, and the variable then is zero, or whatever its memory holds.
public struct EarlyRead: Sendable, Hashable {
    /// A place in the pieces.
    public struct Position: Sendable, Hashable, Comparable {
        /// Which piece, from 0.
        public let piece: Int
        /// The byte in it.
        public let offset: Int

        /// In the order of the program.
        public static func < (a: Position, b: Position) -> Bool {
            (a.piece, a.offset) < (b.piece, b.offset)
        }
    }

    /// The variable.
    public let variable: String
    /// What reads it, if the code at the place does not name it but calls something that does.
    public let reader: String?
    /// Where it is used.
    public let place: Position
    /// Where it is declared.
    public let declaration: Position
}

/// A piece of a program told in pieces.
public struct ProgramPiece: Sendable {
    /// The source.
    public let swift: SwiftPiece
    /// Whether what it declares is known to the pieces below.
    public let isShared: Bool

    /// A piece of a program.
    public init(_ swift: SwiftPiece, isShared: Bool = true) {
        self.swift = swift
        self.isShared = isShared
    }
}

/// The first early read of each variable in each piece, in the order of the program.
///
/// Functions, methods and computed properties read what they name when they are called, so they may name variables
/// declared below them as long as they are called below those. Members are told apart by name alone.
public func earlyReads(in pieces: [ProgramPiece]) -> [EarlyRead] {
    var order = InitialisationOrder()
    for (index, piece) in pieces.enumerated() { order.add(piece, at: index) }
    return order.earlyReads
}

/// What a program declares, what it uses at once, and what each of its functions uses when called.
struct InitialisationOrder {
    private var variables: [String: EarlyRead.Position] = [:]
    private var uses: [(name: String, place: EarlyRead.Position)] = []
    private var usesWhenCalled: [String: Set<String>] = [:]

    mutating func add(_ piece: ProgramPiece, at index: Int) {
        let reader = InitialisationReader(piece.swift)
        guard piece.isShared else {
            uses += reader.usesOfOthers.map { ($0.name, EarlyRead.Position(piece: index, offset: $0.offset)) }
            return
        }
        uses += reader.uses.map { ($0.name, EarlyRead.Position(piece: index, offset: $0.offset)) }
        usesWhenCalled.merge(reader.usesWhenCalled) { $0.union($1) }
        for (name, offset) in reader.variables where variables[name] == nil {
            variables[name] = EarlyRead.Position(piece: index, offset: offset)
        }
    }

    var earlyReads: [EarlyRead] {
        var found: [EarlyRead] = []
        var known: Set<[String]> = []
        for (name, place) in uses {
            guard let read = earlyRead(of: name, at: place),
                known.insert(["\(place.piece)", read.variable]).inserted
            else { continue }
            found.append(read)
        }
        return found
    }

    /// The first variable, in alphabetical order, that a use of a name reads too early.
    private func earlyRead(of name: String, at place: EarlyRead.Position) -> EarlyRead? {
        var reached: Set<String> = [name]
        var next = [name]
        while let current = next.popLast() {
            for used in usesWhenCalled[current] ?? [] where reached.insert(used).inserted {
                next.append(used)
            }
        }
        let late = reached.filter { variables[$0].map { $0 > place } ?? false }.sorted()
        guard let variable = late.contains(name) ? name : late.first, let declaration = variables[variable]
        else {
            return nil
        }
        return EarlyRead(
            variable: variable, reader: variable == name ? nil : String(name.drop { $0 == "." }),
            place: place, declaration: declaration)
    }
}

extension InitialisationReader {
    /// What a piece whose names end with it uses of the pieces around it, at once or by calling functions of its own.
    fileprivate var usesOfOthers: [(name: String, offset: Int)] {
        let own = Set(variables.map { $0.name }).union(usesWhenCalled.keys)
        return uses.flatMap { use -> [(name: String, offset: Int)] in
            var reached: Set<String> = [use.name]
            var next = [use.name]
            while let current = next.popLast() {
                for used in usesWhenCalled[current] ?? [] where reached.insert(used).inserted {
                    next.append(used)
                }
            }
            return reached.subtracting(own).sorted().map { ($0, use.offset) }
        }
    }
}
