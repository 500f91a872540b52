/// Text with control characters made visible: `␛` for escape and so on. Tabs and line endings stay.
func visibleText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) else {
        return text
    }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A: visible.append(scalar)
        case 0x00...0x1F: visible.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
        case 0x7F: visible.append("\u{2421}")
        default: visible.append(scalar)
        }
    }
    return String(visible)
}
