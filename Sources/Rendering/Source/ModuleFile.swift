/// A Swift file of a module that a book imports.
public struct ModuleFile: Sendable, Hashable {
    /// The module.
    public let module: String
    /// Its path within the module's folder: `Cells/LSTMCell.swift`.
    public let path: String
    /// Its text, with LF at the ends of lines.
    public let text: String

    /// A file as it was read.
    public init(module: String, path: String, bytes: [UInt8]) {
        self.module = module
        self.path = path
        let text = String(decoding: bytes, as: UTF8.self)
        let withoutMark = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        self.text =
            withoutMark.utf8.contains(0x0D) ? withoutMark.replacing("\r\n", with: "\n") : withoutMark
    }
}
