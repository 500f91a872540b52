import Diagnostics
import Execution

extension Failure {
    init(_ error: ExecutionError) {
        self.init(error.owner, error.diagnostics)
    }
}

extension ExecutionError {
    var owner: Failure.Owner {
        switch kind {
        case .book: .book
        case .configuration: .configuration
        case .toolchain: .machine
        case .interrupted: .user
        }
    }
}
