/// A number with its noun, in the singular or plural: `1 error`, `3 errors`, `2 values and claims`.
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
