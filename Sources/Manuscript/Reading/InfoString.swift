import Markdown
import Diagnostics

/// The words of a fence's info string: the language, then options `name` or `name=value`, values quoted if they
/// have spaces. Each word knows its bytes.
struct InfoString {
    struct Option {
        let name: String
        let value: String?
        /// The bytes of the whole word.
        let location: SourceLocation
    }

    let language: String
    let options: [Option]

    init(_ fence: Fence, in file: SourceFile) throws(DiagnosticError) {
        var words: [Option] = []
        let bytes = file.bytes
        var index = fence.infoRange.lowerBound
        let end = fence.infoRange.upperBound
        while index < end {
            if bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
                index += 1
                continue
            }
            let start = index
            var name: [UInt8] = []
            var value: [UInt8]?
            var isQuoted = false
            while index < end {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\""), value != nil {
                    isQuoted.toggle()
                } else if !isQuoted, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                    break
                } else if byte == UInt8(ascii: "="), value == nil {
                    value = []
                } else if value == nil {
                    name.append(byte)
                } else {
                    value?.append(byte)
                }
                index += 1
            }
            let location = file.location(start..<index)
            guard !isQuoted else {
                throw DiagnosticError(
                    .error("this value's quote is never closed", at: location, help: "end it with \""))
            }
            words.append(
                Option(
                    name: String(decoding: name, as: UTF8.self),
                    value: value.map { String(decoding: $0, as: UTF8.self) }, location: location))
        }
        language = words.first?.name ?? ""
        options = Array(words.dropFirst())
    }
}
