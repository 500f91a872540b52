import Foundation

/// What tells one build of this program from another, so that pages rendered by an older one are not used.
///
/// The executable's size and time of last change; reading all of it would take longer than rendering a chapter.
func toolIdentity() -> String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? Int) ?? 0
    let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
    return "\(size)-\(time.bitPattern)"
}
