/// A piece of Swift, read once for all that a page needs to know of it.
public struct SwiftReading: Sendable, Hashable {
    /// The source, cut into spans that together are the source again. A name that may refer to a declaration elsewhere
    /// is a span of its own.
    public let spans: [HighlightedSpan]
    /// The modules it imports, in order.
    public let imports: [String]
    /// Every name it declares, at any depth.
    public let bindings: [Binding]

    /// Reads Swift; what has errors is read as well as it can be.
    public init(_ code: String) {
        let file = SwiftPiece(code).tree
        let uses = NameUses(viewMode: .sourceAccurate)
        uses.walk(file)
        let names = Bindings(viewMode: .sourceAccurate)
        names.walk(file)
        spans = highlight(file, of: code, uses: uses.found)
        imports = SwiftSource.imports(of: file)
        bindings = names.found
    }
}
