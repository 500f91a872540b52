#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// The channel to the tool. There is none if the program was not started by it.
///
/// Records must not be mixed with what blocks print, so they have a channel of their own; each waits until the tool has
/// taken it in, and all that was printed before it, so that the order of the two is exact.
struct Channel {
    private let descriptor: CInt
    private let seal: RecordSeal
    /// How many records were sent, by this process and by copies of it: in memory that all of them share.
    private let count: UnsafeMutablePointer<UInt64>

    /// The channel of this process, once it is open. Only records are sent by several threads, and they wait for one
    /// another.
    nonisolated(unsafe) private static var current: Channel?
    nonisolated(unsafe) private static let lock = {
        let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
        return lock
    }()

    /// Opens the channel, and hides it under another number.
    static func open() {
        guard current == nil else { return }
        var key = [UInt8](repeating: 0, count: RecordSeal.keyLength)
        guard read(RecordSeal.descriptor, &key), let seal = RecordSeal(key: key) else { return }
        for index in key.indices { key[index] = 0 }
        let number = fcntl(RecordSeal.descriptor, F_DUPFD_CLOEXEC, CInt.random(in: 200..<900))
        let shared = mmap(
            nil, MemoryLayout<UInt64>.size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        guard number >= 0, let shared, shared != MAP_FAILED else { abandon() }
        close(RecordSeal.descriptor)
        current = Channel(
            descriptor: number, seal: seal, count: shared.bindMemory(to: UInt64.self, capacity: 1))
    }

    /// Sends a record, and waits until the tool has it.
    static func send(_ record: RunRecord) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard let channel = current else { return }
        let bytes = channel.seal.sealed(record, number: channel.count.pointee)
        channel.count.pointee += 1
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Self.write(channel.descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { abandon() }
            sent += count
        }
        var answer: [UInt8] = [0]
        guard read(channel.descriptor, &answer) else { abandon() }
    }

    /// A program that cannot tell what it does must not go on.
    private static func abandon() -> Never { _exit(97) }

    private static func read(_ descriptor: CInt, _ bytes: inout [UInt8]) -> Bool {
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Self.receive(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            filled += count
        }
        return true
    }

    private static func write(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        systemSend(descriptor, bytes, count, noSignal)
    }

    private static func receive(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        systemReceive(descriptor, bytes, count, 0)
    }
}

// `send` and `recv` work on sockets alone: where there is another file, there is no channel.
#if canImport(Darwin)
    private let noSignal: CInt = 0
#else
    private let noSignal = CInt(MSG_NOSIGNAL)
#endif

private func systemSend(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: CInt) -> Int {
    send(descriptor, bytes, count, flags)
}

private func systemReceive(
    _ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ flags: CInt
) -> Int {
    recv(descriptor, bytes, count, flags)
}
