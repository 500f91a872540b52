import Foundation
import Testing

/// The colours of the style sheet, measured as WCAG 2.2 does: text stands out from what is behind it by 4.5 to 1.
@Suite struct ColourTests {
    private static let assets = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Site/Assets")

    private static func sheet(_ name: String) throws -> String {
        try String(contentsOf: assets.appending(path: name), encoding: .utf8)
    }

    /// `--name: light-dark(#aaa, #bbb)` and `.x { color: light-dark(…) }` as pairs.
    private static func colours(_ sheet: String) -> [String: (light: String, dark: String)] {
        var colours: [String: (String, String)] = [:]
        for match in sheet.matches(
            of: /(--[a-z0-9-]+|\.[a-z] \{ color): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/)
        {
            colours[String(match.1)] = (String(match.2), String(match.3))
        }
        return colours
    }

    private static func luminance(_ hex: String) -> Double {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift in
            let channel = Double((value >> shift) & 255) / 255
            return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func contrast(_ a: String, _ b: String) -> Double {
        let (first, second) = (luminance(a), luminance(b))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test func textStandsOut() throws {
        let base = Self.colours(try Self.sheet("base.css"))
        let pairs: [(String, [String])] = [
            (
                "--ink",
                ["--paper", "--raised", "--code", "--verified-wash", "--refused-wash", "--accent-wash"]
            ),
            ("--strong", ["--paper", "--raised", "--code", "--accent-wash"]),
            ("--muted", ["--paper", "--raised", "--code"]),
            ("--accent", ["--paper", "--raised", "--accent-wash"]),
            ("--verified", ["--paper", "--raised", "--refused-wash"]), ("--refused", ["--refused-wash"]),
            ("--note", ["--paper"]), ("--tip", ["--paper"]), ("--important", ["--paper"]),
            ("--warning", ["--paper"]),
            ("--caution", ["--paper"]),
        ]
        for (text, grounds) in pairs {
            for ground in grounds {
                let (front, back) = try (#require(base[text]), #require(base[ground]))
                #expect(Self.contrast(front.light, back.light) >= 4.5, "\(text) on \(ground), light")
                #expect(Self.contrast(front.dark, back.dark) >= 4.5, "\(text) on \(ground), dark")
            }
        }
    }

    @Test func highlightedCodeStandsOut() throws {
        let ground = try #require(Self.colours(try Self.sheet("base.css"))["--code"])
        let colours = Self.colours(try Self.sheet("code.css"))
        #expect(colours.count >= 7)
        for (name, colour) in colours {
            #expect(Self.contrast(colour.light, ground.light) >= 4.5, "\(name), light")
            #expect(Self.contrast(colour.dark, ground.dark) >= 4.5, "\(name), dark")
        }
    }

    @Test func figuresStandOut() throws {
        let base = Self.colours(try Self.sheet("base.css"))
        let ground = try #require(base["--raised"])
        for number in 1...8 {
            let colour = try #require(base["--figure-\(number)"])
            #expect(Self.contrast(colour.light, ground.light) >= 3, "figure \(number), light")
            #expect(Self.contrast(colour.dark, ground.dark) >= 3, "figure \(number), dark")
        }
    }
}
