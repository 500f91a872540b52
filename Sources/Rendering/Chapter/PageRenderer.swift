import CommonMark
import Diagnostics
import HTML
import Manuscript

/// Renders the page of one chapter. A pure function of its arguments, so that chapters can be rendered side by side.
///
/// - Parameter highlighted: Swift whose markup is known from an earlier rendering of the chapter.
/// - Throws: everything that is wrong with the chapter, in the order of the page.
public func renderPage(
    _ chapter: Chapter, evidence: Evidence, in context: BookContext, highlighted: [String: Highlight] = [:]
) throws(DiagnosticError) -> RenderedPage {
    var writer = try PageWriter(chapter, evidence: evidence, context: context, highlighted: highlighted)
    return try writer.page()
}

/// Walks over one chapter and keeps what its page turns out to have.
///
/// 1. `PageWriter+Blocks` and `PageWriter+Inlines` choose what to do with each node;
/// 2. the other extensions render one kind of thing each;
/// 3. `page()` puts the parts together.
struct PageWriter: MarkupDelegate {
    let chapter: Chapter
    let document: Document
    let evidence: Evidence
    let context: BookContext
    /// The chapter's path within the book's folder, from which relative links start.
    let path: String
    let renderer: MarkdownRenderer
    /// Indices of steps by their first byte.
    let steps: [Int: Int]
    /// The first bytes of recorded outputs, which are rendered with their blocks.
    let outputs: Set<Int>

    var diagnostics: [Diagnostic] = []
    var anchors: AnchorSet
    var outline: [RenderedPage.Heading] = []
    var sections: [RenderedPage.Section] = []
    var links: [PageLink] = []
    var previews: [RenderedPage.Preview] = []
    var references = OrderedKeys()
    var facts: [BookFact] = []
    var counts = RenderedPage.Counts()
    var highlighter: Highlighter
    var mathematics: Mathematics
    var footnotes = FootnoteNumbers()
    var citations: [String: Int] = [:]
    var titleMarkup: String?
    var sectionNumber = 0
    var tooltips = 0
    /// Where in the file text stands that was parsed apart from it, as captions are: its own ranges mean nothing there.
    var borrowedPlace: Range<Int>?
    /// Whether what is being rendered stands in a link, which can have no other link in it.
    var isInLink = false
    private var known: Set<BookFact> = []
    private var linkedSources: Set<PageLink.Target> = []

    init(_ chapter: Chapter, evidence: Evidence, context: BookContext, highlighted: [String: Highlight])
        throws(DiagnosticError)
    {
        self.chapter = chapter
        document = try chapter.document()
        anchors = AnchorSet(named: chapter.givenNames(in: document))
        self.evidence = evidence
        self.context = context
        path = pathWithinBook(chapter.file.path, folder: context.folder)
        renderer = MarkdownRenderer(file: chapter.file)
        highlighter = Highlighter(
            known: highlighted,
            program: chapter.steps.compactMap { if case .block(let block) = $0 { block.code } else { nil } },
            links: context.sources)
        mathematics = Mathematics(macros: context.macros)
        var steps: [Int: Int] = [:]
        var outputs: Set<Int> = []
        for (index, step) in chapter.steps.enumerated() {
            steps[step.range.lowerBound] = index
            if case .block(let block) = step, let recorded = block.recorded {
                outputs.insert(recorded.range.lowerBound)
            }
        }
        self.steps = steps
        self.outputs = outputs
    }

    mutating func page() throws(DiagnosticError) -> RenderedPage {
        sections = [RenderedPage.Section(anchor: "", title: chapter.title.plainText, text: "")]
        if let transcript = evidence.transcript, transcript.outcomes.count != chapter.steps.count {
            throw DiagnosticError(
                .error(
                    "the transcript has \(transcript.outcomes.count) outcomes for the \(chapter.steps.count) steps of the chapter",
                    at: chapter.file.location(0..<0), help: "run the chapter again"))
        }
        countSteps()
        let content = renderer.render(document.blocks, delegate: &self)
        let notes = renderFootnotes()
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        let text = PageText(of: content + [notes], sections: sections, formulas: mathematics.texts)
        let title = sections[0].title
        return RenderedPage(
            title: title, titleMarkup: titleMarkup ?? escapedText(title),
            body: Node.fragment(content + [notes]).serialised(), outline: outline, sections: text.sections,
            anchors: anchors.all, links: links, previews: previews, references: references.all, facts: facts,
            highlights: highlighter.used, counts: counts)
    }

    mutating func report(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if let borrowedPlace { diagnostic.location = chapter.file.location(borrowedPlace) }
        // What is wrong twice in one caption is said once.
        if diagnostic != diagnostics.last { diagnostics.append(diagnostic) }
    }

    mutating func report(_ summary: String, at range: Range<Int>, help: String? = nil) {
        report(.error(summary, at: chapter.file.location(range), help: help))
    }

    /// Takes note of a link.
    mutating func record(_ target: PageLink.Target, at range: Range<Int>) {
        links.append(PageLink(target: target, range: borrowedPlace ?? range))
    }

    /// A piece of Swift with links to the sources of the book's modules.
    mutating func linkedSwift(_ code: String, isQuoted: Bool, at range: Range<Int>) -> Node {
        record(.declarations(context.declarations))
        let (markup, targets) = highlighter.linkedMarkup(of: code, isQuoted: isQuoted)
        for target in targets where linkedSources.insert(target).inserted { record(target, at: range) }
        return markup
    }

    /// Takes note of what the page says about the rest of the book.
    mutating func record(_ fact: BookFact) {
        if known.insert(fact).inserted { facts.append(fact) }
    }

    /// Takes an anchor the author named, unless something on the page has it already.
    mutating func claim(_ anchor: String, at range: Range<Int>) {
        let place = borrowedPlace ?? range
        if anchors.claim(anchor, at: place) { return }
        let first = anchors.place(of: anchor).map { chapter.file.position(at: $0.lowerBound).line }
        report(
            "two places of this page are called '\(anchor)'", at: place,
            help: (first.map { "the first is at line \($0); " } ?? "") + "give one of them another name")
    }

    private mutating func countSteps() {
        for (index, step) in chapter.steps.enumerated() {
            switch (step, evidence.transcript?.outcomes[index]) {
            case (.block(let block), .some) where block.recorded != nil && block.visibility != .hidden:
                counts.outputs += 1
            case (.value, .value(.claim)?): counts.claims += 1
            case (.value, .value?): counts.values += 1
            default: break
            }
        }
    }
}

/// Strings in the order they first came.
struct OrderedKeys {
    private(set) var all: [String] = []
    private var seen: Set<String> = []

    mutating func insert(_ key: String) {
        if seen.insert(key).inserted { all.append(key) }
    }
}
