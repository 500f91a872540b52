import Markdown
import Diagnostics

extension SwiftBlock {
    /// Reads the options of a `swift` fence. An unknown, repeated or contradictory word is an error at its place.
    init(
        ordinal: Int, fence: Fence, range: Range<Int>, recorded: RecordedOutput?, info: InfoString,
        in file: SourceFile
    ) throws(DiagnosticError) {
        var id: String?
        var expectation: Expectation?
        var scope: Scope?
        var visibility: Visibility?
        var tolerance: Tolerance?
        var variation: Variation?
        var timeout: Duration?
        var caption: String?
        var seen: Set<String> = []
        for option in info.options {
            guard seen.insert(option.name).inserted else {
                throw DiagnosticError(.error("option '\(option.name)' is given twice", at: option.location))
            }
            switch (option.name, option.value) {
            case ("id", let value?): id = try identifier(value, at: option.location)
            case ("caption", let value?): caption = value
            case ("tolerance", let value?):
                guard let bound = Double(value), bound > 0, bound.isFinite else {
                    throw DiagnosticError(
                        .error(
                            "a tolerance is a number above 0, not '\(value)'", at: option.location,
                            help: "write for example tolerance=1e-6"))
                }
                guard bound < 1 else {
                    throw DiagnosticError(
                        .error(
                            "within a tolerance of \(value), every number is as good as 0",
                            at: option.location,
                            help: "write one below 1, such as tolerance=1e-6"))
                }
                tolerance = Tolerance(bound: bound)
            case ("varies", let value?):
                do throws(Variation.Mistake) { variation = try Variation(value) } catch {
                    let (summary, help) = error.explanation
                    throw DiagnosticError(.error(summary, at: option.location, help: help))
                }
            case ("timeout", let value?):
                guard let duration = Duration(written: value) else {
                    throw DiagnosticError(
                        .error(
                            "a timeout is a time such as 30s, 500ms or 2m, not '\(value)'",
                            at: option.location))
                }
                timeout = duration
            case (let word, nil):
                if let word = Expectation(rawValue: word), word != .runs {
                    guard expectation == nil else {
                        throw DiagnosticError(
                            .error(
                                "a block is either static, fails or traps, not two of them",
                                at: option.location))
                    }
                    expectation = word
                } else if let word = Visibility(rawValue: word), word != .shown {
                    guard visibility == nil else {
                        throw DiagnosticError(
                            .error("a block is either hidden or folded, not both", at: option.location))
                    }
                    visibility = word
                } else if let word = Scope(rawValue: word), word != .shared {
                    guard scope == nil else {
                        throw DiagnosticError(
                            .error(
                                "a block has a scope of its own or begins a new one, not both",
                                at: option.location))
                    }
                    scope = word
                } else {
                    throw unknownOption(option)
                }
            default:
                throw unknownOption(option)
            }
        }
        let expected = expectation ?? .runs
        if let option = info.options.first(where: { Scope(rawValue: $0.name) != nil }),
            expected == .static || expected == .traps && scope == .own
        {
            throw DiagnosticError(
                .error(
                    expected == .static
                        ? "a static block is not run: '\(option.name)' means nothing here"
                        : "a block that traps has a scope of its own already", at: option.location,
                    help: "take the word '\(option.name)' out"))
        }
        if expected == .static, recorded != nil {
            throw DiagnosticError(
                .error(
                    "a static block is not run, so it has no output",
                    at: recorded.map { file.location($0.range) },
                    help: "remove the output fence, or the word 'static'"))
        }
        if tolerance != nil, variation != nil,
            let option = info.options.first(where: { $0.name == "varies" })
        {
            throw DiagnosticError(
                .error(
                    "an output has a tolerance or varies, not both", at: option.location,
                    help: "print what is near in one block, and what varies in another"))
        }
        if expected == .static,
            let option = info.options.first(where: { ["tolerance", "timeout", "varies"].contains($0.name) })
        {
            throw DiagnosticError(
                .error("a static block is not run: '\(option.name)' means nothing here", at: option.location))
        }
        self.init(
            ordinal: ordinal, id: id, expectation: expected, scope: scope ?? .shared,
            visibility: visibility ?? .shown,
            tolerance: tolerance, variation: variation, timeout: timeout, caption: caption,
            code: fence.text(in: file),
            fence: fence,
            range: range, recorded: recorded)
    }
}

/// The words a block may carry after `swift`.
let blockOptionNames = [
    "id=", "hidden", "folded", "static", "fails", "traps", "own", "reset", "tolerance=",
    "varies=", "timeout=",
    "caption=",
]

private func unknownOption(_ option: InfoString.Option) -> DiagnosticError {
    let written = option.value == nil ? option.name : option.name + "="
    if option.value == nil, blockOptionNames.contains(option.name + "=") {
        return DiagnosticError(
            .error(
                "option '\(option.name)' needs a value", at: option.location,
                help: "write \(option.name)=…"))
    }
    if option.value != nil, blockOptionNames.contains(option.name) {
        return DiagnosticError(.error("option '\(option.name)' takes no value", at: option.location))
    }
    let suggestion = nearest(to: written, among: blockOptionNames).map { "did you mean '\($0)'? " } ?? ""
    return DiagnosticError(
        .error(
            "unknown option '\(written)'", at: option.location,
            help: suggestion + "options are \(blockOptionNames.joined(separator: ", "))"))
}

/// An identifier that can stand in a URL and on a command line: letters, digits, `-`, `_` and `.`, not all digits.
func identifier(_ text: String, at location: SourceLocation) throws(DiagnosticError) -> String {
    let isWellFormed =
        !text.isEmpty
        && text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-_.".unicodeScalars.contains(scalar))
        }
        && !text.allSatisfy(\.isNumber)
    guard isWellFormed else {
        throw DiagnosticError(
            .error(
                "'\(text)' cannot be an identifier", at: location,
                help: "use letters, digits, '-', '_' and '.', and at least one letter"))
    }
    return text
}

extension Duration {
    /// Reads `500ms`, `30s`, `2m`; nil if the text is something else or not above zero.
    init?(written text: String) {
        let units: [(suffix: String, milliseconds: Double)] = [("ms", 1), ("s", 1000), ("m", 60_000)]
        for unit in units where text.hasSuffix(unit.suffix) {
            guard let value = Double(text.dropLast(unit.suffix.count)), value > 0, value <= 86_400 else {
                return nil
            }
            self = .milliseconds(Int64((value * unit.milliseconds).rounded(.up)))
            return
        }
        return nil
    }
}

extension Fence {
    /// The content with every line ended by a newline, as it stands in the file: no container prefixes.
    func text(in file: SourceFile) -> String {
        lines.map { file.text(in: $0) + "\n" }.joined()
    }
}
