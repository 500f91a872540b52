/// Running text while it is being read: nodes in a list, which marks that turn out to belong together move below others.
///
/// The list is that of CommonMark's algorithm (0.30, appendix A), kept in one array so that moving any number of nodes
/// takes the same time.
struct Draft {
    /// What a node is.
    enum Kind {
        /// Text as it stands: bytes of the leaf.
        case literal(Range<Int>)
        /// Text that stands for something else: a character reference.
        case decoded([UInt8])
        /// A mark that may open or close something and is text if it does not.
        case mark
        case emphasis, strong
        case link(Link), image(Image)
        /// Anything that has no text inside.
        case node(InlineNode.Kind)
    }

    struct Node {
        var kind: Kind
        /// The bytes of the leaf it stands on.
        var range: Range<Int>
        fileprivate(set) var next = none
        fileprivate(set) var previous = none
        fileprivate(set) var first = none
        fileprivate(set) var last = none
    }

    /// No node.
    static let none = -1

    private(set) var nodes: [Node] = []
    /// The first and last node of the list itself.
    private(set) var first = none
    private(set) var last = none

    subscript(index: Int) -> Node {
        get { nodes[index] }
        set { nodes[index] = newValue }
    }

    /// Appends a node to the list.
    @discardableResult
    mutating func append(_ kind: Kind, _ range: Range<Int>) -> Int {
        nodes.append(Node(kind: kind, range: range, previous: last))
        let index = nodes.count - 1
        if last == Self.none { first = index } else { nodes[last].next = index }
        last = index
        return index
    }

    /// Puts a node behind another one, with all that follows up to a third as its children.
    mutating func wrap(_ kind: Kind, _ range: Range<Int>, after opener: Int, before closer: Int) -> Int {
        let index = nodes.count
        nodes.append(Node(kind: kind, range: range, next: closer, previous: opener))
        let inner = nodes[opener].next
        if inner != closer {
            nodes[index].first = inner
            let end = closer == Self.none ? last : nodes[closer].previous
            nodes[index].last = end
            nodes[inner].previous = Self.none
            nodes[end].next = Self.none
        }
        nodes[opener].next = index
        if closer == Self.none { last = index } else { nodes[closer].previous = index }
        return index
    }

    /// Takes a node out of the list.
    mutating func remove(_ index: Int) {
        let node = nodes[index]
        if node.previous == Self.none { first = node.next } else { nodes[node.previous].next = node.next }
        if node.next == Self.none { last = node.previous } else { nodes[node.next].previous = node.previous }
    }
}
