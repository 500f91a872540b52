extension RandomAccessCollection {
    /// The first index whose element satisfies a predicate that holds for a tail of the collection.
    func partitioningIndex(where isInTail: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isInTail(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
