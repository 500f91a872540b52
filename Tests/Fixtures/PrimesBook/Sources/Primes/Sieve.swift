/// The primes up to a bound, by the sieve of Eratosthenes.
public func primes(upTo bound: Int) -> [Int] {
    guard bound >= 2 else { return [] }
    var isComposite = [Bool](repeating: false, count: bound + 1)
    var found: [Int] = []
    for candidate in 2...bound where !isComposite[candidate] {
        found.append(candidate)
        for multiple in stride(from: candidate * candidate, through: bound, by: candidate) {
            isComposite[multiple] = true
        }
    }
    return found
}
