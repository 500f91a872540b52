/// The operator dictionary of MathML Core (appendix B): how browsers space and stretch an `<mo>` by themselves.
enum OperatorDictionary {
    enum Form: String, Sendable, Hashable, CaseIterable {
        case infix, prefix, postfix
    }

    /// Spaces in eighteenths of an em, and what else the dictionary says of an operator.
    struct Properties: Sendable, Hashable {
        var left: Int
        var right: Int
        var isStretchy = false
        var isSymmetric = false
        var isLarge = false
        var movesLimits = false

        static let unlisted = Properties(left: 5, right: 5)
    }

    /// The properties an operator has in a form. Unless the form is written out, browsers fall back on others.
    static func properties(of text: String, form: Form, isExplicit: Bool) -> Properties {
        guard let scalar = operatorScalar(text) else { return .unlisted }
        if form == .infix, scalar == "|" || scalar == "∼" { return .unlisted }
        if let properties = entries[Key(scalar: scalar, form: form)] { return properties }
        guard !isExplicit else { return .unlisted }
        for other in [Form.infix, .postfix, .prefix] {
            if let properties = entries[Key(scalar: scalar, form: other)] { return properties }
        }
        return .unlisted
    }

    /// The one character of an operator; a negating overlay does not count.
    private static func operatorScalar(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, !(0x320...0x3FF).contains(first.value) else { return nil }
        let second = scalars.index(after: scalars.startIndex)
        if second == scalars.endIndex { return first }
        let isOverlaid = scalars[second] == "\u{338}" && scalars.index(after: second) == scalars.endIndex
        return isOverlaid ? first : nil
    }

    private struct Key: Hashable {
        var scalar: Unicode.Scalar
        var form: Form
    }

    private static let entries: [Key: Properties] = {
        var entries: [Key: Properties] = [:]
        for (form, properties, ranges) in categories {
            for range in ranges.split(whereSeparator: \.isWhitespace) {
                let bounds = range.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                guard let first = bounds.first, let last = bounds.last else { continue }
                for scalar in (first...last).compactMap(Unicode.Scalar.init) {
                    entries[Key(scalar: scalar, form: form)] = properties
                }
            }
        }
        return entries
    }()

    /// Categories A to M of the appendix; entries of two characters are left out.
    private static let categories: [(Form, Properties, String)] = [
        (
            .infix, Properties(left: 5, right: 5, isStretchy: true),
            """
            2190-2195 219A-21AE 21B0-21B5 21B9 21BC-21D5 21DA-21F0 21F3-21FF 2794 2799 279B-27A1 27A5-27A6
            27A8-27AF 27B1 27B3 27B5 27B8 27BA-27BE 27F0-27F1 27F4-27FF 2900-2920 2934-2937 2942-2975
            297C-297F 2B04-2B07 2B0C-2B11 2B30-2B3E 2B40-2B4C 2B60-2B65 2B6A-2B6D 2B70-2B73 2B7A-2B7D
            2B80-2B87 2B95 2BA0-2BAF 2BB8
            """
        ),
        (
            .infix, Properties(left: 4, right: 4),
            """
            2B 2D B1 F7 2044 2212-2216 2227-222A 2236 2238 228C-228E 2293-2296 2298 229D-229F 22BB-22BD
            22CE-22CF 22D2-22D3 2795-2797 29B8 29BC 29C4-29C5 29F5-29FB 2A1F-2A2E 2A38-2A3A 2A3E 2A40-2A4F
            2A51-2A63 2ADB 2AF6 2AFB 2AFD
            """
        ),
        (
            .infix, Properties(left: 3, right: 3),
            """
            25 2A 2E 3F-40 5E B7 D7 2022 2043 2217-2219 2240 2297 2299-229B 22A0-22A1 22BA 22C4-22C7
            22C9-22CC 2305-2306 27CB 27CD 29C6-29C8 29D4-29D7 29E2 2A1D-2A1E 2A2F-2A37 2A3B-2A3D 2A3F 2A50
            2A64-2A65 2ADC-2ADD 2AFE
            """
        ),
        (
            .prefix, Properties(left: 0, right: 0),
            """
            21 2B 2D AC B1 2018 201C 2200-2201 2203-2204 2207 2212-2213 221F-2222 2234-2235 223C 22BE-22BF
            2310 2319 2795-2796 27C0 299B-29AF 2AEC-2AED
            """
        ),
        (
            .postfix, Properties(left: 0, right: 0),
            """
            21-22 25-27 60 A8 B0 B2-B4 B8-B9 2CA-2CB 2D8-2DA 2DD 311 2019-201B 201D-201F 2032-2037 2057
            20DB-20DC 23CD
            """
        ),
        (
            .prefix, Properties(left: 0, right: 0, isStretchy: true, isSymmetric: true),
            """
            28 5B 7B 7C 2016 2308 230A 2329 2772 27E6 27E8 27EA 27EC 27EE 2980 2983 2985 2987 2989 298B 298D
            298F 2991 2993 2995 2997 2999 29D8 29DA 29FC
            """
        ),
        (
            .postfix, Properties(left: 0, right: 0, isStretchy: true, isSymmetric: true),
            """
            29 5D 7C 7D 2016 2309 230B 232A 2773 27E7 27E9 27EB 27ED 27EF 2980 2984 2986 2988 298A 298C 298E
            2990 2992 2994 2996 2998 2999 29D9 29DB 29FD
            """
        ),
        (
            .prefix, Properties(left: 3, right: 3, isSymmetric: true, isLarge: true), "222B-2233 2A0B-2A1C"
        ),
        (
            .postfix, Properties(left: 0, right: 0, isStretchy: true),
            "5E-5F 7E AF 2C6-2C7 2C9 2CD 2DC 2F7 302 203E 2322-2323 23B4-23B5 23DC-23E1"
        ),
        (
            .prefix, Properties(left: 3, right: 3, isSymmetric: true, isLarge: true, movesLimits: true),
            "220F-2211 22C0-22C3 2A00-2A0A 2A1D-2A1E 2AFC 2AFF"
        ),
        (.infix, Properties(left: 0, right: 0), "5C 5F 2061-2064 2206"),
        // Chromium has 4 and 4 here, the appendix 0 and 0: no value means that both are always written.
        (.infix, Properties(left: -1, right: -1), "2F"),
        (.prefix, Properties(left: 3, right: 0), "2145-2146 2202 221A-221C"),
        (.infix, Properties(left: 0, right: 3), "2C 3A 3B"),
    ]
}
