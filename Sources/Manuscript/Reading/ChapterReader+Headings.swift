import Markdown
import Diagnostics

extension ChapterReader {
    mutating func heading(
        level: Int, id: String?, _ content: [InlineNode], range: Range<Int>
    ) -> Passage {
        refuseGap(before: level, at: range)
        if id == nil { refuseLabel(endingIn: content) }
        if level == 2 { numbering.beginSection() }
        if level == 1 { readTitle(content, range: range) }
        let words = phrases(content)
        var label: String?
        var isExercise = false
        if let id {
            // Headings may carry any identifier as their anchor; only these are labels.
            switch Label.Kind(prefixOf: id) {
            case .section:
                append(id, .section, number: numbering.sectionNumber, title: content.plainText, at: range)
                label = id
            case .exercise:
                append(id, .exercise, number: numbering.next(.exercise), title: content.plainText, at: range)
                label = id
                isExercise = true
            case nil: break
            default: refuse(id, of: "a heading", kinds: [.section, .exercise], at: range)
            }
            claim(id, at: range)
        }
        let heading = Passage.Heading(
            level: level, words: words, label: label,
            number: level == 2 && numbering.showsSections ? numbering.sectionNumber : nil,
            ordinal: names.addHeading(name: id, text: content.plainText))
        return isExercise ? .exercise(heading) : .heading(heading)
    }

    private mutating func readTitle(_ content: [InlineNode], range: Range<Int>) {
        if title != nil {
            report("a chapter has one heading of level 1, its title", at: range, help: "write '## …'")
        } else if content.isEmpty {
            report("this title has no words", at: range, help: "write '# Title'")
        }
        title = title ?? content.plainText
    }

    /// Who has a page read aloud finds the way by the levels of headings.
    private mutating func refuseGap(before level: Int, at range: Range<Int>) {
        if level > numbering.level + 1 {
            report(
                "a heading of level \(level) follows one of level \(numbering.level)", at: range,
                help: "write '\(String(repeating: "#", count: numbering.level + 1)) …'")
        }
        numbering.level = level
    }
}
