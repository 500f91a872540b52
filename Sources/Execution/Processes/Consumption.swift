/// Notices when a program takes too much while it runs: a block that starts processes which start processes would
/// otherwise bring the whole machine to a halt long before its time is up.
struct Consumption {
    /// What there is too much of.
    enum Excess: Equatable {
        case processes
        case memory
    }

    /// How many processes may run at once.
    static let mostProcesses = 100

    /// The guard of the program.
    let root: Int32
    /// How many bytes its processes may take together.
    let memory: Int

    private var processes: [Int32] = []
    private var systemTotal = 0
    private var nextSearch = ContinuousClock.now

    init(root: Int32, memory: Int) {
        self.root = root
        self.memory = memory
    }

    /// What there is too much of now.
    ///
    /// The system's total is cheap to read; the processes are searched for when there are more of it, or now and then.
    mutating func look() -> Excess? {
        #if os(Linux)
            let total = ProcessTree.systemTotal ?? 0
            if total > systemTotal || .now >= nextSearch {
                processes = ProcessTree(root: root).descendants
                nextSearch = .now + .milliseconds(250)
            }
            systemTotal = total
            if processes.count > Self.mostProcesses { return .processes }
            return ProcessTree.memory(of: processes, upTo: memory) > memory ? .memory : nil
        #else
            return nil
        #endif
    }
}
