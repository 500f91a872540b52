#if os(Linux)
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// Where a process and all that it starts may read and write from now on, by Landlock, which needs no privilege: see
    /// landlock(7). What happens in other processes is out of their reach too.
    struct Confinement {
        let writable: [String]
        /// Where it may read; anywhere if there is none.
        let readable: [String]

        /// Enters it, for good.
        func enter() {
            let version = systemCall(Landlock.createRuleset, 0, 0, Landlock.askVersion)
            guard version >= Landlock.leastVersion else { Guard.fail("this system has no Landlock") }
            var writing = Landlock.writing
            if version >= 5 { writing |= Landlock.controlDevice }
            let handled = writing | (readable.isEmpty ? 0 : Landlock.reading)
            var attributes: (UInt64, UInt64, UInt64) = (
                handled, 0, version >= 6 ? Landlock.otherProcesses : 0
            )
            let size = version >= 6 ? 24 : version >= 4 ? 16 : 8
            let rules = withUnsafePointer(to: &attributes) {
                systemCall(Landlock.createRuleset, Int(bitPattern: $0), size, 0)
            }
            guard rules >= 0 else { Guard.fail("no Landlock rules can be made: \(Guard.lastError)") }
            for path in writable { allow(handled, beneath: path, rules) }
            for path in readable { allow(Landlock.reading, beneath: path, rules) }
            for device in ["/dev/null", "/dev/zero", "/dev/full"] {
                allow(
                    handled & (Landlock.writeFile | Landlock.readFile | Landlock.truncate), beneath: device,
                    rules)
            }
            guard systemCall(Landlock.restrictSelf, rules, 0, 0) == 0 else {
                Guard.fail("the Landlock rules cannot be entered: \(Guard.lastError)")
            }
            close(CInt(rules))
        }

        /// What is not there cannot be allowed, and need not be.
        private func allow(_ access: UInt64, beneath path: String, _ rules: Int) {
            let place = open(path, Landlock.pathOnly | O_CLOEXEC)
            guard place >= 0 else { return }
            defer { close(place) }
            var rule = [UInt8](repeating: 0, count: 12)
            withUnsafeBytes(of: access.littleEndian) { rule.replaceSubrange(0..<8, with: $0) }
            withUnsafeBytes(of: place.littleEndian) { rule.replaceSubrange(8..<12, with: $0) }
            let code = rule.withUnsafeBytes {
                systemCall(Landlock.addRule, rules, Landlock.pathBeneath, Int(bitPattern: $0.baseAddress))
            }
            guard code == 0 else { Guard.fail("'\(path)' cannot be allowed: \(Guard.lastError)") }
        }

        /// Goes where there is no network.
        static func leaveNetwork() {
            let newUser: CInt = 0x1000_0000
            let newNetwork: CInt = 0x4000_0000
            guard unshare(newUser | newNetwork) == 0 else {
                Guard.fail("the network cannot be taken away: \(Guard.lastError)")
            }
        }
    }

    /// The powers of the system's administrator, for those who work as one.
    enum Privileges {
        /// Gives up all but to read and write whatever Landlock allows; what is started gets no others.
        static func giveUp() {
            _ = prctl(ProcessControl.noNewPrivileges, 1, 0, 0, 0)
            var header: (version: UInt32, process: CInt) = (0x2008_0522, 0)
            var sets = [UInt32](repeating: 0, count: 6)
            guard capget(&header, &sets) == 0 else { return }
            // Effective and permitted; in the order of the kernel's structure, of which there are two.
            let files: UInt32 = 1 << 1 | 1 << 2
            sets = [sets[0] & files, sets[1] & files, 0, 0, 0, 0]
            _ = capset(&header, sets)
        }
    }

    @_silgen_name("capget")
    private func capget(_ header: UnsafeMutableRawPointer, _ sets: UnsafeMutablePointer<UInt32>) -> CInt

    @_silgen_name("capset")
    private func capset(_ header: UnsafeMutableRawPointer, _ sets: UnsafePointer<UInt32>) -> CInt

    /// Numbers of the kernel's interface, the same on all processors.
    private enum Landlock {
        static let createRuleset = 444
        static let addRule = 445
        static let restrictSelf = 446
        static let askVersion = 1
        static let pathBeneath = 1
        /// The first that knows that to truncate a file is to write it.
        static let leastVersion = 3

        /// `O_PATH`.
        static let pathOnly: CInt = 0x20_0000

        static let writeFile: UInt64 = 1 << 1
        static let readFile: UInt64 = 1 << 2
        static let truncate: UInt64 = 1 << 14
        static let controlDevice: UInt64 = 1 << 15
        /// To write a file, to remove, make or move one of any kind, to truncate one.
        static let writing: UInt64 = writeFile | (0x3ff << 4) | truncate
        /// To execute a file, to read one, to list a folder.
        static let reading: UInt64 = 1 | readFile | 1 << 3
        /// Sockets that have no place in the file system, and signals.
        static let otherProcesses: UInt64 = 1 | 1 << 1
    }

    /// Numbers for `prctl`.
    enum ProcessControl {
        static let parentDeathSignal: CInt = 1
        static let childSubreaper: CInt = 36
        static let noNewPrivileges: CInt = 38
    }

    @_silgen_name("prctl")
    func prctl(
        _ option: CInt, _ first: CUnsignedLong, _ second: CUnsignedLong, _ third: CUnsignedLong,
        _ fourth: CUnsignedLong
    ) -> CInt

    @_silgen_name("syscall")
    private func systemCall(_ number: Int, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int = 0)
        -> Int

    @_silgen_name("unshare")
    private func unshare(_ flags: CInt) -> CInt
#endif
