import Diagnostics

/// Files that cannot be read or written are the machine's trouble.
@discardableResult
func onDisk<Value>(_ body: () throws(DiagnosticError) -> Value) throws(Failure) -> Value {
    do {
        return try body()
    } catch {
        throw Failure(.machine, error.diagnostics)
    }
}

extension Failure {
    /// The user asked to stop.
    static let stopped = Failure(.user, [])
}
