/// The numbers that the book gives to sections, equations, figures and the like of one chapter.
struct Numbering {
    private let role: Chapter.Role
    private var counts: [Label.Kind: Int] = [:]
    private var section = 0
    /// The level of the heading before.
    var level = 1

    init(role: Chapter.Role) {
        self.role = role
    }

    /// Counts a heading of level 2.
    mutating func beginSection() { section += 1 }

    /// The number of the section that is being read; nil before the first.
    var sectionNumber: String? { section > 0 ? numbered(section) : nil }

    /// Whether pages like this one show the numbers of their sections.
    var showsSections: Bool { role.mark != nil }

    /// The number of the next thing of a kind.
    mutating func next(_ kind: Label.Kind) -> String {
        counts[kind, default: 0] += 1
        return numbered(counts[kind, default: 0])
    }

    /// `2.4` in chapter 2, `A.4` in the first appendix; plain `4` on pages without a number.
    private func numbered(_ count: Int) -> String { role.mark.map { "\($0).\(count)" } ?? "\(count)" }
}
