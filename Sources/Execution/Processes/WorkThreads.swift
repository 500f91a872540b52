import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs work that blocks on a thread of its own. A system that has no thread to give is a failure, not a wait for ever.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Result<Value, Failure> {
    await withCheckedContinuation { continuation in
        let code = startThread { continuation.resume(returning: .success(work())) }
        if code != 0 { continuation.resume(returning: .failure(.noThreads(code))) }
    }
}

/// Threads that work which blocks runs on.
public enum WorkThreads {
    /// Whether the system has as many threads to give as a command needs: without them it would wait for ever.
    public static func check(_ count: Int) throws(Failure) {
        var threads: [pthread_t] = []
        defer { for thread in threads { pthread_join(thread, nil) } }
        for _ in 0..<count {
            #if canImport(Darwin)
                var thread: pthread_t?
            #else
                var thread = pthread_t()
            #endif
            let code = pthread_create(
                &thread, nil,
                { _ in
                    usleep(1_000)
                    return nil
                }, nil)
            guard code == 0 else { throw .noThreads(code) }
            #if canImport(Darwin)
                if let thread { threads.append(thread) }
            #else
                threads.append(thread)
            #endif
        }
    }
}

extension Failure {
    fileprivate static func noThreads(_ code: CInt) -> Failure {
        Failure(
            .machine,
            [
                .error(
                    "the system gives this program no more threads: \(String(cString: strerror(code)))",
                    at: nil,
                    help: "allow more processes (see 'ulimit -u'), or end some that are running")
            ])
    }
}

private final class Work {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func startThread(_ run: @escaping @Sendable () -> Void) -> CInt {
    let work = Unmanaged.passRetained(Work(run)).toOpaque()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(
            &thread, &attributes,
            {
                Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run()
                return nil
            }, work)
    #else
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            {
                if let work = $0 { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
                return nil
            }, work)
    #endif
    if code != 0 { Unmanaged<Work>.fromOpaque(work).release() }
    return code
}
