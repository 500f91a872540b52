/// The candidate nearest to a misspelt word, if one is near enough to be meant.
///
/// Nearness is the Damerau–Levenshtein distance (optimal string alignment); a candidate is offered when it differs
/// in at most a third of its letters. A search goes through all candidates, and nobody reads the hundredth suggestion:
/// after that many mistakes there is none.
public func nearest<Candidates: Sequence<String>>(
    to word: String, among candidates: @autoclosure () -> Candidates, after mistakes: Int = 0
) -> String? {
    guard mistakes < 100 else { return nil }
    let letters = scalars(of: word)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates() {
        let other = scalars(of: candidate)
        let limit = max(1, max(letters.count, other.count) / 3)
        if let distance = editDistance(letters, other, atMost: min(limit, (best?.distance ?? .max) - 1)) {
            best = (candidate, distance)
            if distance == 0 { break }
        }
    }
    return best?.candidate
}

private func scalars(of word: String) -> [Unicode.Scalar] { Array(word.lowercased().unicodeScalars) }

/// The distance of two words, or nil if it is above a limit. Only the cells of the table that can stay below the limit
/// are computed, those at most that far from its diagonal.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    let far = limit + 1
    var beforePrevious = [Int](repeating: far, count: b.count + 1)
    var previous = (0...b.count).map { min($0, far) }
    var current = previous
    for i in 0..<a.count {
        let columns = max(0, i - limit)..<min(b.count, i + limit + 1)
        current[columns.lowerBound] = columns.lowerBound == 0 ? min(i + 1, far) : far
        var nearest = current[columns.lowerBound]
        for j in columns {
            var distance = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                distance = min(distance, beforePrevious[j - 1] + 1)
            }
            current[j + 1] = distance
            nearest = min(nearest, distance)
        }
        if columns.upperBound < b.count { current[columns.upperBound + 1] = far }
        if nearest > limit { return nil }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
}
