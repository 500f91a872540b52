/// Whether following a link would run script or open a local file: libcmark's rule for unsafe links.
func isDangerous(url: String) -> Bool {
    let start = url.prefix(11).lowercased()
    if start.hasPrefix("javascript:") || start.hasPrefix("vbscript:") || start.hasPrefix("file:") {
        return true
    }
    guard start.hasPrefix("data:") else { return false }
    let type = url.prefix(15).lowercased()
    return !["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
        .contains { type.hasPrefix($0) }
}

/// A URL with every byte percent-encoded that may not stand in one, as libcmark does; what is encoded stays so.
func percentEncoded(url: String) -> String {
    guard !url.utf8.allSatisfy(\.mayStandInURL) else { return url }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in url.utf8 {
        if byte.mayStandInURL {
            encoded.append(byte)
        } else {
            encoded.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

extension UInt8 {
    fileprivate var mayStandInURL: Bool {
        switch self {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case UInt8(ascii: "!"), 0x23...0x2F, UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): true
        case UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
