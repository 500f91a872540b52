/// A path of a file as seen from the book's folder.
func pathWithinBook(_ path: String, folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
}

/// Where a relative link in a file of the book leads, as a path within the book's folder; nil if out of it.
func resolvedPath(_ link: String, from file: String) -> String? {
    guard !link.hasPrefix("/"), !link.contains("\\"), !link.utf8.contains(0) else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in percentDecoded(link).split(separator: "/") {
        switch part {
        case ".": continue
        case "..":
            guard parts.popLast() != nil else { return nil }
        default: parts.append(String(part))
        }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
}

/// Text with `%20` and the like replaced by the bytes they stand for.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
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

/// The scheme of an absolute address, in lower case: `https`; nil for relative links.
func scheme(of link: String) -> String? {
    guard let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = link[..<colon]
    guard let first = scheme.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A,
        scheme.utf8.allSatisfy({
            ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2B || $0 == 0x2D
                || $0 == 0x2E
        })
    else { return nil }
    return scheme.lowercased()
}
