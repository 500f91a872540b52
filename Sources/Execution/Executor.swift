import Diagnostics
import Foundation
import Manuscript
import Storage

/// Executes a book's chapters.
///
/// 1. `Toolchain`, `RuntimeLibrary` and `ModuleLibrary` say what chapters are compiled with and against.
/// 2. `CacheKey` and `TranscriptCache` say which chapters need not run.
/// 3. `Program` makes a Swift program of a chapter, `ChapterCompiler` an executable of that.
/// 4. `ChapterExecution` runs it and, with `ChapterRun`, makes a transcript of what it tells.
public struct Executor: Sendable {
    private let book: Book
    private let options: ExecutionOptions

    /// An executor of a book.
    public init(_ book: Book, options: ExecutionOptions = ExecutionOptions()) {
        self.book = book
        self.options = options
    }

    /// Executes chapters of the book, several at once.
    ///
    /// Chapters whose transcript cannot have changed are not executed, and if there is no other, no process is started.
    /// - Parameter progress: Told what is going on, from any thread.
    /// - Returns: What became of each chapter, in the order given.
    /// - Throws: `ExecutionError` for what concerns the book as a whole, or if the user wants to stop.
    public func run(
        _ chapters: [Chapter], progress: @escaping @Sendable (ExecutionProgress) -> Void = { _ in }
    ) async throws -> [ChapterResult] {
        let scratch = try Scratch(options.scratchFolder(of: book))
        for folder in Set(chapters.map { Files.parent(of: $0.file.path) }) {
            Files.removeAbandoned(in: folder)
        }
        let toolchain = try Toolchain.find(recordingIn: scratch.folder)
        let runtime = RuntimeLibrary(toolchain: toolchain)
        var lock: FolderLock? = try self.lock(scratch, progress)
        let modules =
            book.configuration.modules.isEmpty
            ? nil : try ModuleLibrary(of: book, toolchain: toolchain, scratch: scratch)
        let environment = CacheKey.Environment(
            fingerprint: Fingerprint(
                combining: [runtime.fingerprint, Fingerprint(ChapterCompiler.flags.joined(separator: "\n"))]),
            modules: (modules?.fingerprints ?? [:]).map { ($0.key, $0.value) }.sorted { $0.name < $1.name },
            data: try dataFingerprints())
        let cache = TranscriptCache(folder: scratch.cache)
        let jobs = chapters.map { chapter in
            let key = CacheKey(chapter, environment: environment)
            let kept = options.repeatsKnownRuns ? nil : cache.entry(for: key, of: chapter)
            let known = emptyTranscript(of: chapter) ?? kept
            return Job(chapter: chapter, key: key, cached: known)
        }
        var libraries: [Library] = []
        if jobs.contains(where: { $0.cached == nil }) {
            progress(.buildingLibraries(hasModules: modules != nil))
            async let runtimeLibrary = onThread { () throws(ExecutionError) in
                try runtime.build(with: toolchain, in: scratch)
            }
            async let moduleLibrary = onThread { () throws(ExecutionError) in
                try modules?.build(with: toolchain, in: scratch)
            }
            libraries = try await [runtimeLibrary.get(), moduleLibrary.get()].compactMap { $0 }
        }
        withExtendedLifetime(lock) {}
        lock = nil
        let compiler = ChapterCompiler(toolchain: toolchain, scratch: scratch, libraries: libraries)
        return try await execute(jobs, compiler: compiler, cache: cache, progress: progress)
    }

    /// Removes all that execution made: libraries, transcripts and temporary files.
    public func clean() throws(ExecutionError) {
        let folder = options.scratchFolder(of: book)
        try onDisk { () throws(DiagnosticError) in try Files.remove(folder) }
    }

    /// What running a chapter of mere prose, or of blocks that are only shown, would tell; nil for all others.
    private func emptyTranscript(of chapter: Chapter) -> TranscriptCache.Entry? {
        let computes = chapter.steps.contains { step in
            if case .block(let block) = step { block.expectation != .static } else { true }
        }
        guard !computes else { return nil }
        let outcomes = chapter.steps.map { _ in Outcome.notRun }
        return TranscriptCache.Entry(transcript: Transcript(outcomes: outcomes), warnings: [])
    }

    private struct Job {
        let chapter: Chapter
        let key: CacheKey
        let cached: TranscriptCache.Entry?
    }

    /// What one unit of work found out.
    private enum Finding: Sendable {
        case program(ChapterExecution.Result)
        case refusal(step: Int, Result<Outcome, ExecutionError>)
    }

    private func execute(
        _ jobs: [Job], compiler: ChapterCompiler, cache: TranscriptCache,
        progress: @escaping @Sendable (ExecutionProgress) -> Void
    ) async throws -> [ChapterResult] {
        var units: [(job: Int, work: @Sendable () -> Finding)] = []
        for (index, job) in jobs.enumerated() where job.cached == nil {
            let execution = ChapterExecution(
                chapter: job.chapter, compiler: compiler, limits: book.configuration.limits,
                data: DataFolder(
                    book: book.folder,
                    files: job.chapter.dataFiles(
                        among: book.configuration.data, modules: book.configuration.modules)),
                progress: progress)
            units.append((index, { .program(execution.runProgram()) }))
            for (step, part) in job.chapter.steps.enumerated() {
                guard case .block(let block) = part, block.expectation == .fails else { continue }
                units.append(
                    (
                        index,
                        {
                            do throws(ExecutionError) {
                                return .refusal(
                                    step: step, .success(try execution.checkFailure(ofStep: step)))
                            } catch {
                                return .refusal(step: step, .failure(error))
                            }
                        }
                    ))
            }
        }
        var starts: [Int: ContinuousClock.Instant] = [:]
        var findings: [[Finding]] = Array(repeating: [], count: jobs.count)
        var waiting: [Int] = jobs.indices.map { index in units.count { $0.job == index } }
        var results: [ChapterResult?] = []
        for job in jobs {
            guard let cached = job.cached else {
                results.append(nil)
                continue
            }
            progress(.finished(slug: job.chapter.slug, source: .cache, succeeded: true, elapsed: .zero))
            results.append(result(of: job, cached, source: .cache, failure: nil))
        }
        try await withThrowingTaskGroup(of: (Int, Finding).self) { group in
            var next = units.makeIterator()
            func startNext() {
                guard let (job, work) = next.next() else { return }
                if starts[job] == nil { starts[job] = .now }
                group.addTask { (job, await onThread(work).get()) }
            }
            for _ in 0..<options.jobs { startNext() }
            while let (index, finding) = try await group.next() {
                findings[index].append(finding)
                waiting[index] -= 1
                if Interruption.isRequested { continue }
                startNext()
                guard waiting[index] == 0 else { continue }
                let job = jobs[index]
                let (entry, failure) = summary(of: findings[index], job.chapter)
                if failure == nil { try cache.store(entry, for: job.key, of: job.chapter) }
                results[index] = result(of: job, entry, source: .execution, failure: failure)
                progress(
                    .finished(
                        slug: job.chapter.slug, source: .execution, succeeded: failure == nil,
                        elapsed: starts[index].map { .now - $0 } ?? .zero))
            }
        }
        if Interruption.isRequested { throw ExecutionError.interrupted }
        return results.compactMap { $0 }
    }

    /// Puts together what was found out about a chapter.
    private func summary(
        of findings: [Finding], _ chapter: Chapter
    ) -> (TranscriptCache.Entry, ExecutionError?) {
        var entry = TranscriptCache.Entry(transcript: Transcript(outcomes: []), warnings: [])
        var failures: [ExecutionError] = []
        for case .program(let result) in findings {
            entry.transcript.outcomes = result.outcomes
            entry.warnings = result.warnings
            if let failure = result.failure { failures.append(failure) }
        }
        for case .refusal(let step, let result) in findings {
            switch result {
            case .success(let outcome): entry.transcript.outcomes[step] = outcome
            case .failure(let failure): failures.append(failure)
            }
        }
        guard let first = failures.first else { return (entry, nil) }
        let kind = failures.contains { $0.kind == .toolchain } ? .toolchain : first.kind
        return (entry, ExecutionError(kind, failures.flatMap(\.diagnostics)))
    }

    private func result(
        of job: Job, _ entry: TranscriptCache.Entry, source: ChapterResult.Source, failure: ExecutionError?
    ) -> ChapterResult {
        let map = SourceMap(chapter: job.chapter)
        return ChapterResult(
            slug: job.chapter.slug, transcript: entry.transcript, source: source, key: job.key.description,
            warnings: entry.warnings.map { .warning($0.text, at: map.location($0.place)) }, failure: failure)
    }

    private func dataFingerprints() throws(ExecutionError) -> [(name: String, fingerprint: Fingerprint)] {
        var fingerprints: [(name: String, fingerprint: Fingerprint)] = []
        for name in book.configuration.data {
            do throws(DiagnosticError) {
                let path = "\(book.folder)/\(name)"
                fingerprints.append((name, Fingerprint(try Files.read(path))))
            } catch {
                let place = book.configuration.place(of: .data(name))
                throw ExecutionError(
                    .configuration, error.diagnostics.map { .error($0.summary, at: place, help: $0.help) })
            }
        }
        return fingerprints
    }

    /// Keeps other builds of the book away for as long as the lock is held.
    private func lock(
        _ scratch: Scratch, _ progress: (ExecutionProgress) -> Void
    ) throws(ExecutionError) -> FolderLock {
        var hasTold = false
        while true {
            if let lock = try onDisk({ () throws(DiagnosticError) in try FolderLock(scratch.folder) }) {
                return lock
            }
            if !hasTold { progress(.waitingForAnotherBuild) }
            hasTold = true
            if Interruption.isRequested { throw .interrupted }
            usleep(50_000)
        }
    }
}

/// Runs work that blocks on a thread of its own.
private func onThread<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () throws(Failure) -> Value
) async -> Result<Value, Failure> {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread {
            do throws(Failure) {
                continuation.resume(returning: .success(try work()))
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
    }
}
