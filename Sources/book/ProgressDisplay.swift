import Execution
import Foundation
import Synchronization

/// Shows what is being done: one line that changes on a terminal, a line for each finished chapter elsewhere.
final class ProgressDisplay: Sendable {
    fileprivate struct State {
        /// What is at work, in the order it began.
        var running: [(name: String, doing: String, since: ContinuousClock.Instant)] = []
        var finished = 0
        var isShown = false
        var hasEnded = false
        /// Redraws the line while there is nothing else to say: the elapsed time runs on while a block does.
        var ticker: Task<Void, Never>?
    }

    private let state = Mutex(State())
    private let isLive: Bool
    private let isVerbose: Bool
    private let isQuiet: Bool

    init(_ options: BookOptions) {
        isQuiet = options.quiet
        isVerbose = options.verbose
        isLive = !options.quiet && options.format == .text && Terminal.standardError.isInteractive
        guard isLive else { return }
        let ticker = Task.detached { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(100))
                self?.redraw()
            }
        }
        state.withLock { $0.ticker = ticker }
    }

    func show(_ progress: ExecutionProgress) {
        guard !isQuiet else { return }
        let line: String? = state.withLock { state in
            switch progress {
            case .waitingForAnotherBuild:
                state.begin("", "waiting for another build")
                return isLive ? nil : "waiting for another build of this book"
            case .buildingLibraries(let hasModules):
                let work = hasModules ? "preparing the book's modules" : "preparing what chapters run with"
                state.begin("", work)
                return isLive ? nil : work
            case .memoDamaged(let path):
                return "'\(path)' is not as it was written; what it said is found out anew"
            case .compiling(let slug):
                state.running.removeAll { $0.name.isEmpty }
                state.begin(slug, "compiling")
                return nil
            case .running(let slug, let block):
                state.begin(slug, "block \(block)")
                return nil
            case .finished(let slug, let source, let succeeded, let elapsed):
                state.running.removeAll { $0.name == slug || $0.name.isEmpty }
                state.finished += 1
                if !succeeded { return isLive ? nil : "\(slug): failed after \(elapsed.shown)" }
                switch source {
                case .execution: return isVerbose || !isLive ? "\(slug): ran in \(elapsed.shown)" : nil
                case .cache: return isVerbose ? "\(slug): unchanged" : nil
                }
            }
        }
        if let line { write(line + "\n") }
    }

    /// Takes the changing line away, and what was at work with it: what is written next stands alone.
    func pause() {
        state.withLock { $0.running = [] }
        write("")
    }

    /// Leaves the terminal clean.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            state.ticker?.cancel()
        }
        write("")
    }

    private func redraw() {
        let text: String? = state.withLock { state in
            guard !state.hasEnded, !state.running.isEmpty else { return nil }
            let now = ContinuousClock.now
            let parts = state.running.map { part in
                [part.name, part.doing, (now - part.since).shown].filter { !$0.isEmpty }.joined(
                    separator: " ")
            }
            state.isShown = true
            let line = (state.finished > 0 ? ["\(state.finished) done"] + parts : parts).joined(
                separator: " · ")
            return "\r\u{1B}[K" + String(line.prefix(Terminal.standardError.width - 1))
        }
        if let text { FileHandle.standardError.write(Data(text.utf8)) }
    }

    /// Writes below the changing line, which is taken away first.
    private func write(_ text: String) {
        let isShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        let cleared = isShown ? "\r\u{1B}[K" : ""
        guard !cleared.isEmpty || !text.isEmpty else { return }
        FileHandle.standardError.write(Data((cleared + text).utf8))
    }
}

extension ProgressDisplay.State {
    fileprivate mutating func begin(_ name: String, _ doing: String) {
        if let index = running.firstIndex(where: { $0.name == name }) {
            running[index].doing = doing
            running[index].since = .now
        } else {
            running.append((name, doing, .now))
        }
    }
}
