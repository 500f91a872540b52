import Foundation

/// How many documents a property is tried on: a default quick enough for every run, or `BOOK_TEST_DOCUMENTS`.
package func documentCount(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["BOOK_TEST_DOCUMENTS"].flatMap(Int.init) ?? usual
}
