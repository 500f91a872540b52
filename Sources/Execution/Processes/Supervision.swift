#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Who reads what a program writes, and says how long the program may go on.
protocol Watcher {
    /// When the program has to be stopped; nil for never.
    var deadline: ContinuousClock.Instant? { get }
    /// Whether the program has to be stopped now.
    var wantsStop: Bool { get }
    /// Called from time to time while the program runs.
    mutating func look()
    mutating func receive(output: UnsafeBufferPointer<UInt8>)
    mutating func receive(errors: UnsafeBufferPointer<UInt8>)
    /// Takes in what comes through the program's channel, after all that it printed before.
    /// - Returns: How many bytes to answer with.
    mutating func receive(channel: UnsafeBufferPointer<UInt8>) -> Int
}

extension Watcher {
    mutating func receive(channel: UnsafeBufferPointer<UInt8>) -> Int { 0 }
}

/// How a program came to its end.
enum Ending: Equatable {
    case exited(CInt)
    case signalled(CInt)
    /// Stopped at the watcher's deadline.
    case late
    /// Stopped because the watcher wanted it.
    case stopped
    /// Stopped because the user wished so.
    case interrupted

    init(status: CInt) {
        let signal = status & 0x7f
        self = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }
}

extension ChildProcess {
    /// Reads what the program writes until it ends, and stops it when it must not go on.
    ///
    /// When this returns, no process of the group is left.
    /// - Parameters:
    ///   - channel: Another descriptor that the program writes to, and waits for an answer.
    ///   - signal: How the program is asked to stop.
    ///   - grace: How long it may then take to clean up.
    func supervise(
        _ watcher: inout some Watcher, channel: CInt = -1, stopWith signal: CInt, grace: Duration
    ) -> Ending {
        func stop(_ ending: Ending) -> Ending {
            end(with: signal, grace: grace)
            return ending
        }
        var pollers = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            pollfd(fd: Interruption.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: channel, events: Int16(POLLIN), revents: 0),
        ]
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        /// Reads once from each pipe that has something, and forgets pipes at their end.
        func readPipes(waiting milliseconds: CInt) -> Bool {
            guard poll(&pollers, nfds_t(pollers.count), milliseconds) > 0 else { return false }
            var hasRead = false
            for index in 0...1 where pollers[index].revents != 0 {
                let count = read(pollers[index].fd, buffer.baseAddress, buffer.count)
                if count > 0 {
                    let bytes = UnsafeBufferPointer(rebasing: buffer[..<count])
                    if index == 0 { watcher.receive(output: bytes) } else { watcher.receive(errors: bytes) }
                    hasRead = true
                } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                    pollers[index].fd = -1
                }
            }
            return hasRead
        }
        /// Reads once from the channel, and before that is told, all that was printed before.
        func readChannel() -> Bool {
            guard pollers[3].revents != 0 else { return false }
            let more = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
            defer { more.deallocate() }
            let count = read(channel, more.baseAddress, more.count)
            guard count > 0 else {
                if count == 0 || (errno != EAGAIN && errno != EINTR) { pollers[3].fd = -1 }
                return false
            }
            while !watcher.wantsStop, readPipes(waiting: 0) {}
            let answers = watcher.receive(channel: UnsafeBufferPointer(rebasing: more[..<count]))
            for _ in 0..<answers { answer(on: channel) }
            return true
        }
        var nextLook = ContinuousClock.now
        while true {
            if nextLook <= .now {
                watcher.look()
                nextLook = .now + .milliseconds(20)
            }
            var patience: CInt = 20
            if let deadline = watcher.deadline {
                let left = deadline - .now
                if left <= .zero { return stop(.late) }
                patience = CInt(min(20, left.milliseconds + 1))
            }
            // Both pipes closed: the program is ending or has hidden itself.
            if pollers[0].fd < 0, pollers[1].fd < 0 { patience = min(patience, 1) }
            _ = readPipes(waiting: patience)
            _ = readChannel()
            if watcher.wantsStop { return stop(.stopped) }
            if pollers[2].revents != 0 { return stop(.interrupted) }
            var status: CInt = 0
            if waitpid(id, &status, WNOHANG) == id {
                // More than pipes hold is not the program's: it left a process that goes on writing.
                for _ in 0..<32 where (readPipes(waiting: 0) || readChannel()) && !watcher.wantsStop {}
                return watcher.wantsStop ? .stopped : Ending(status: status)
            }
        }
    }

    private func answer(on channel: CInt) {
        var byte: UInt8 = 1
        #if canImport(Darwin)
            _ = send(channel, &byte, 1, 0)
        #else
            _ = send(channel, &byte, 1, CInt(MSG_NOSIGNAL))
        #endif
    }

    /// Asks the whole group to end, then makes it.
    private func end(with signal: CInt, grace: Duration) {
        kill(-id, signal)
        let deadline = ContinuousClock.now + grace
        var hasEnded = false
        while !hasEnded, .now < deadline {
            hasEnded = waitpid(id, nil, WNOHANG) == id
            if !hasEnded { usleep(2_000) }
        }
        kill(-id, SIGKILL)
        if !hasEnded { while waitpid(id, nil, 0) < 0, errno == EINTR {} }
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
