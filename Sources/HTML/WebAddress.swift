/// Addresses as they stand in links.
public enum WebAddress {
    /// Whether following a link would run script or open a local file: libcmark's rule for unsafe links.
    public static func isDangerous(_ url: String) -> Bool {
        let start = url.prefix(11).lowercased()
        if start.hasPrefix("javascript:") || start.hasPrefix("vbscript:") || start.hasPrefix("file:") {
            return true
        }
        guard start.hasPrefix("data:") else { return false }
        let type = url.prefix(15).lowercased()
        return !["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
            .contains { type.hasPrefix($0) }
    }

    /// The scheme of an absolute address, in lower case: `https`; nil for relative links.
    public static func scheme(of url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon]
        guard let first = scheme.utf8.first, first.isLetter,
            scheme.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        return scheme.lowercased()
    }

    /// A URL with every byte percent-encoded that may not stand in one, as libcmark does; what is encoded stays so.
    public static func percentEncoded(url: String) -> String {
        percentEncoded(
            url, except: { $0.isLetter || $0.isDigit || "!#$%&'()*+,-./:;=?@_~".utf8.contains($0) })
    }

    /// A part of an address in which nothing is left that an address could take for its own.
    public static func percentEncoded(component text: String) -> String {
        percentEncoded(text, except: { $0.isLetter || $0.isDigit || "-._~!$&()*+,;=:@/".utf8.contains($0) })
    }

    /// Text with `%20` and the like replaced by the bytes they stand for.
    public static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func percentEncoded(_ text: String, except mayStand: (UInt8) -> Bool) -> String {
        guard !text.utf8.allSatisfy(mayStand) else { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if mayStand(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
