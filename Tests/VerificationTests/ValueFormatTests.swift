import TestSupport
import Manuscript
import Testing

@testable import Verification

struct ValueFormatTests {
    @Test(arguments: [
        ("0.913", 0.91312345, "0.913"),
        ("0.913", 0.9137, "0.914"),
        ("1.7e-4", 1.6818536920204077e-4, "1.7e-4"),
        ("1.7e-04", 1.6818536920204077e-4, "1.7e-04"),
        ("3.0 × 10⁻¹⁹", 3.0268351681732249e-19, "3.0 × 10⁻¹⁹"),
        ("304", 304.4816, "304"),
        ("1,024 steps", 2048.2, "2,048 steps"),
        ("about −0.50 nats", -0.499, "about −0.50 nats"),
        ("22%", 0.216, "22%"),
        ("22 % of all", 0.216, "22 % of all"),
        ("12345678.9", 1234567.89, "1234567.9"),
    ])
    func writesAsTheAuthorDid(recorded: String, value: Double, expected: String) {
        #expect(ObservedValue.floating(value).text(like: recorded) == expected)
    }

    @Test func wholeNumbersStayExact() {
        let digits = "123456789012345678901234567890"
        #expect(ObservedValue.integer(digits).text(like: "7") == digits)
        #expect(ObservedValue.integer("1234567").text(like: "1,000") == "1,234,567")
        #expect(ObservedValue.integer("60").text(like: "59 steps") == "60 steps")
    }

    @Test(arguments: ["", "?", "…", "0.1"])
    func whatIsLeftOpenIsWrittenInFull(recorded: String) {
        #expect(ObservedValue.floating(0.1).text(like: recorded) == "0.1")
    }

    @Test(arguments: ["2 of 8", "conv4", "nothing", "1.2.3 and 4", "0xff", "√2", "2½", "½", "5k", "2²"])
    func whatIsNoNumberIsRefused(recorded: String) {
        #expect(ObservedValue.floating(0.1).text(like: recorded) == nil)
        #expect(ValueVerdict(on: recorded, of: "x", .integer("3")) == .isNumber("3"))
    }

    @Test func perCentAreHundredths() {
        #expect(ObservedValue.integer("1").text(like: "50 %") == "100 %")
        #expect(ValueVerdict(on: "91%", of: "0.91", .floating(0.91)) == .agrees)
        #expect(ValueVerdict(on: "91%", of: "91", .integer("91")) == .differs(expected: "9100%"))
    }

    @Test func valuesThatAreNoNumberAreWrittenInFull() {
        #expect(ObservedValue.floating(.nan).text(like: "0.5") == "nan")
        #expect(ObservedValue.floating(.infinity).text(like: "0.5") == "inf")
        #expect(ObservedValue.text("[1, 2]").text(like: "0.5") == "[1, 2]")
    }

    /// Whatever is written back is a fixed point: accepting twice changes nothing.
    @Test func writingIsIdempotent() throws {
        var generator = SeededGenerator(seed: 7)
        let templates = ["0.913", "1.7e-4", "3 × 10⁻¹⁹", "12", "1,024.5 s", "−0.5", "5e10", "1.50E-05 units"]
        for _ in 0..<200 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite, abs(value) < 1e200 else { continue }
            for template in templates {
                let once = try #require(ObservedValue.floating(value).text(like: template))
                #expect(ObservedValue.floating(value).text(like: once) == once, "\(value) like \(template)")
            }
        }
    }
}
