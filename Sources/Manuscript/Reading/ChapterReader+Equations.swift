import Markdown
import Diagnostics
import TeXMath

extension ChapterReader {
    /// A formula in running text.
    mutating func formula(_ math: Math, range: Range<Int>) -> MathFormula? {
        let lines = lines(of: math)
        guard let formula = convert(math.tex, isDisplay: false, lines: lines, range: range) else {
            return nil
        }
        if let tag = formula.tag {
            report(
                "a formula in a sentence has no number",
                at: place(of: tag.range, in: math.tex, lines: lines) ?? range,
                help: "set the formula between double dollars, or take the \\tag out")
        }
        return formula
    }

    /// A displayed formula between double dollars.
    mutating func equation(_ math: Math, range: Range<Int>) -> Equation {
        let formula = convert(math.tex, isDisplay: true, lines: lines(of: math), range: range)
        return equation(formula, id: math.id, option: nil, range: range)
    }

    /// A fence with the info string `math`.
    mutating func equation(_ fence: Fence, content: String, range: Range<Int>) -> Passage? {
        let options: MathFence
        do throws(DiagnosticError) {
            options = try MathFence(fence, in: file)
        } catch {
            error.diagnostics.forEach { report($0) }
            return nil
        }
        let formula = convert(content, isDisplay: true, lines: fence.lines, range: range)
        if let tag = formula?.tag, let number = options.number, number != tag.text {
            report(
                "this equation has two numbers, \(number) and \(tag.text)", at: fence.infoRange,
                help: "keep either number= or the \\tag")
        }
        return .equation(
            equation(formula, id: options.id, option: options.number, range: fence.infoRange))
    }

    /// The number of an equation has one source: what TeX reads in its `\tag`, or the option of its fence.
    private mutating func equation(
        _ formula: MathFormula?, id: String?, option: String?, range: Range<Int>
    ) -> Equation {
        let number = option ?? formula?.tag?.text
        if let id {
            label(id, of: "an equation", as: [.equation], number: number, title: "", at: range)
            claim(id, at: range)
        } else if let number {
            equations.append(
                Chapter.EquationNumber(
                    number: number, isGivenByHand: true, location: file.location(place(of: range))))
        }
        let name = number.map { "\(setting.vocabulary.word(for: Label.Kind.equation)) \($0)" }
        return Equation(formula: formula, label: id, name: id == nil ? name : nil)
    }

    private mutating func convert(
        _ tex: String, isDisplay: Bool, lines: [Range<Int>], range: Range<Int>
    ) -> MathFormula? {
        do throws(MathError) {
            let formula = try MathConverter(macros: macros).convert(tex, display: isDisplay)
            // What one formula defines with \newcommand, those after it may use.
            macros = formula.macros
            return formula
        } catch {
            report(
                error.message, at: place(of: error.range, in: tex, lines: lines) ?? range, help: error.help)
            return nil
        }
    }

    /// The bytes of each line of a formula in the file.
    private func lines(of math: Math) -> [Range<Int>] {
        let file = source.file
        let first = file.position(at: math.contentRange.lowerBound).line
        let last = file.position(at: math.contentRange.upperBound).line
        return (first...last).map { file.rangeOfLine($0).clamped(to: math.contentRange) }
    }

    /// Where bytes of TeX stand in the file. Its lines there may begin with the prefix of a list or a quote, which the
    /// TeX has not, so columns are counted from the end of the line.
    private func place(of range: Range<Int>, in tex: String, lines: [Range<Int>]) -> Range<Int>? {
        let rows = tex.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        func offset(_ position: Int) -> Int? {
            var start = 0
            for (row, line) in zip(rows, lines) {
                if position <= start + row.count { return line.upperBound - (start + row.count - position) }
                start += row.count + 1
            }
            return lines.last?.upperBound
        }
        guard let lower = offset(range.lowerBound), let upper = offset(range.upperBound), lower <= upper
        else { return nil }
        return lower..<upper
    }
}
