import Diagnostics
import HTML
import Manuscript

extension RenderedPage {
    /// Renders the page of one chapter. Depends on the arguments alone, so that chapters can be rendered side by side.
    ///
    /// - Parameter highlighted: Swift whose markup is known from an earlier rendering of the chapter.
    /// - Throws: what only the run of the chapter tells to be wrong, in the order of the page.
    public init(
        _ chapter: Chapter, evidence: Evidence, in context: BookContext,
        highlighted: [String: Highlight] = [:]
    ) throws(DiagnosticError) {
        var renderer = try PageRenderer(chapter, evidence: evidence, context, highlighted: highlighted)
        self = try renderer.page().page
    }

    /// Renders the page of one chapter and gives its content as a tree, too, for those who write it down otherwise.
    public static func withContent(
        _ chapter: Chapter, evidence: Evidence, in context: BookContext
    ) throws(DiagnosticError) -> (page: RenderedPage, content: Node) {
        var renderer = try PageRenderer(chapter, evidence: evidence, context, highlighted: [:])
        return try renderer.page()
    }
}

/// Renders one chapter and keeps what its page turns out to have.
///
/// 1. `+Passages` and `+Phrases` choose what to make of each part of the chapter;
/// 2. the other extensions render one kind of thing each;
/// 3. `page()` puts the parts together.
struct PageRenderer {
    let chapter: Chapter
    let content: Content
    let evidence: Evidence
    let context: BookContext
    var highlighter: Highlighter
    var findings = PageFindings()
    /// How many values have been rendered.
    var valueCount = 0
    /// Whether what is being rendered stands in a link, which can have no other link in it.
    var isInLink = false
    /// Whether what is being rendered is prose, in which terms are linked.
    var linksTerms = false
    /// The terms that were linked since the last heading.
    var linkedTerms: Set<String> = []

    fileprivate init(
        _ chapter: Chapter, evidence: Evidence, _ context: BookContext, highlighted: [String: Highlight]
    ) throws(DiagnosticError) {
        self.chapter = chapter
        content = try chapter.content()
        self.evidence = evidence
        self.context = context
        highlighter = Highlighter(
            known: highlighted, program: chapter.blocks.map(\.code), links: context.sources)
    }

    fileprivate mutating func page() throws(DiagnosticError) -> (page: RenderedPage, content: Node) {
        if let transcript = evidence.transcript, transcript.outcomes.count != chapter.steps.count {
            throw DiagnosticError(
                .error(
                    "the transcript has \(transcript.outcomes.count) outcomes for the \(chapter.steps.count) steps of the chapter",
                    at: chapter.file.location(0..<0), help: "run the chapter again"))
        }
        findings.facts.insert(.terms(context.termList))
        let body = Node.fragment(render(content.passages) + [notes(), hiddenCode()])
        guard findings.diagnostics.isEmpty else { throw DiagnosticError(findings.diagnostics) }
        let sections = PageText.sections(of: chapter, content, in: context)
        let title = sections[0].title
        let page = RenderedPage(
            title: title, titleMarkup: findings.titleMarkup ?? escapedText(title),
            body: body.serialised(), outline: findings.outline, sections: sections,
            previews: findings.previews, facts: findings.facts.all,
            highlights: highlighter.used, counts: counts)
        return (page, body)
    }

    /// What of the page was recomputed.
    var counts: RenderedPage.Counts {
        var counts = RenderedPage.Counts()
        guard let outcomes = evidence.transcript?.outcomes else { return counts }
        for (step, outcome) in zip(chapter.steps, outcomes) {
            switch (step, outcome) {
            case (.block(let block), _):
                if block.recorded != nil, block.visibility != .hidden { counts.outputs += 1 }
            case (.value, .value(.claim)): counts.claims += 1
            case (.value, .value): counts.values += 1
            case (.value, _): break
            }
        }
        return counts
    }

    /// What came out at a step.
    func outcome(ofStep position: Int) -> Outcome? { evidence.transcript?.outcomes[position] }

    mutating func report(_ summary: String, at range: Range<Int>, help: String? = nil) {
        findings.diagnostics.append(.error(summary, at: chapter.file.location(range), help: help))
    }

    /// What the book knows of a label.
    mutating func label(_ id: String) -> BookFact.LabelFact? {
        let fact = context.label(id)
        findings.facts.insert(.label(id, fact))
        return fact
    }

    /// Keeps what a reference to an anchor of this page shows when it is pointed at elsewhere.
    mutating func keepPreview(_ label: String, _ nodes: [Node]) {
        // An EPUB has previews in its glossary, and any page can read XML.
        let markup = Node.fragment(nodes).quoted.serialised(as: .xml)
        findings.previews.append(RenderedPage.Preview(label: label, markup: markup))
    }

    /// A piece of Swift with links to the sources of the book's modules.
    mutating func linkedSwift(_ code: String, isQuoted: Bool) -> Node {
        findings.facts.insert(.declarations(context.declarations))
        return highlighter.linkedMarkup(of: code, isQuoted: isQuoted)
    }
}

/// What a page turns out to have while it is rendered.
struct PageFindings {
    var diagnostics: [Diagnostic] = []
    var titleMarkup: String?
    var outline: [RenderedPage.Heading] = []
    var previews: [RenderedPage.Preview] = []
    /// What the page says about the rest of the book.
    var facts = OrderedSet<BookFact>()
}

/// Elements in the order they first came.
struct OrderedSet<Element: Hashable> {
    private(set) var all: [Element] = []
    private var seen: Set<Element> = []

    mutating func insert(_ element: Element) {
        if seen.insert(element).inserted { all.append(element) }
    }
}
