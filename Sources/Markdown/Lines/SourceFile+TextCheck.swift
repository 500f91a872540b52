import Diagnostics

extension SourceFile {
    /// Throws a located error unless the file is UTF-8 text without NUL.
    func checkText() throws(DiagnosticError) {
        if let offset = bytes.firstIndex(of: 0) {
            throw DiagnosticError(
                .error(
                    "this is not a text file: it has a NUL byte", at: location(offset..<offset + 1),
                    help: "save the file as UTF-8 text"))
        }
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        let offset = firstInvalidByte ?? 0
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        throw DiagnosticError(
            .error(
                "this is not UTF-8 text: the byte 0x\(byte) cannot stand here",
                at: location(offset..<offset + 1),
                help: "save the file as UTF-8"))
    }

    private var firstInvalidByte: Int? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}
