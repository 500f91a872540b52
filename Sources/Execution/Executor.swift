import Diagnostics
import Manuscript
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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
    /// - Throws: `Failure` for what concerns the book as a whole, or if the user wants to stop.
    public func run(
        _ chapters: [Chapter], progress: @escaping @Sendable (ExecutionProgress) -> Void = { _ in }
    ) async throws(Failure) -> [ChapterResult] {
        let scratch = try Scratch(options.scratchFolder(of: book)) { path in
            progress(.memoDamaged(path: path))
        }
        for folder in Set(chapters.map { Files.parent(of: $0.file.path) }) {
            Files.removeAbandoned(in: folder)
        }
        let toolchain = try Toolchain.find(recordingIn: scratch.store)
        let runtime = RuntimeLibrary(toolchain: toolchain)
        var lock: FolderLock? = try self.lock(scratch, progress)
        var modules =
            book.configuration.modules.isEmpty
            ? nil : try ModuleLibrary(of: book, toolchain: toolchain, scratch: scratch)
        if modules?.areKnown == false {
            progress(.buildingLibraries(hasModules: true))
            _ = try modules?.build()
        }
        var dialect = book.configuration.swift
        if !dialect.features.isEmpty { dialect = try UpcomingFeatures(of: toolchain).checked(book) }
        let data = try DataFolder(of: book)
        let environment = CacheKey.Environment(
            fingerprint: Fingerprint(combining: [
                runtime.fingerprint, Toolchain.environmentFingerprint,
                Fingerprint(ChapterCompiler.flags(dialect).joined(separator: "\n")),
                Fingerprint(options.isSandboxed ? "sandbox" : ""),
            ]),
            modules: (modules?.fingerprints ?? [:]).map { ($0.key, $0.value) }.sorted { $0.name < $1.name },
            data: data.files, foreignModules: modules?.sources.fingerprint,
            toolchainModules: toolchain.modules)
        let cache = TranscriptCache(store: scratch.store)
        let jobs = chapters.map { chapter in
            let key = CacheKey(chapter, environment: environment)
            let kept = options.repeatsKnownRuns ? nil : cache.entry(for: key, of: chapter)
            return ChapterJob(chapter: chapter, key: key, known: chapter.emptyEntry ?? kept)
        }
        guard jobs.contains(where: { $0.known == nil }) else {
            return jobs.map { job in job.knownResult(progress) }
        }
        progress(.buildingLibraries(hasModules: modules != nil))
        let keyed = modules?.sources
        let runtimeLibrary = try runtime.build(with: toolchain, in: scratch)
        let moduleLibrary = try modules?.build()
        if let keyed, let modules, keyed.fingerprint != modules.sources.fingerprint {
            // The keys are of what is no more.
            withExtendedLifetime(lock) {}
            lock = nil
            return try await run(chapters, progress: progress)
        }
        withExtendedLifetime(lock) {}
        lock = nil
        let workshop = Workshop(
            compiler: ChapterCompiler(
                toolchain: toolchain, scratch: scratch,
                libraries: [runtimeLibrary, moduleLibrary].compactMap { $0 },
                guardExecutable: RuntimeLibrary.guardExecutable(in: runtimeLibrary), dialect: dialect),
            limits: book.configuration.limits, data: data,
            modules: environment.modules.map(\.name),
            confinement: ChapterConfinement(
                keepsFromWriting: options.confinesWriting && ChapterConfinement.isAvailable,
                isSandbox: options.isSandboxed,
                toolchain: toolchain.folder),
            cache: cache, jobs: options.jobs, progress: progress)
        let watch = try BookWatch(book, scratch: scratch, isNeeded: !workshop.confinement.keepsFromWriting)
        let products = try await workshop.execute(jobs)
        try watch.check()
        try workshop.keep(products)
        return products.map(\.result)
    }

    /// Removes all that execution made: libraries, transcripts and temporary files.
    public func clean() throws(Failure) {
        let folder = options.scratchFolder(of: book)
        try onDisk { () throws(DiagnosticError) in try Files.remove(folder) }
    }

    /// Keeps other builds of the book away for as long as the lock is held.
    private func lock(
        _ scratch: Scratch, _ progress: (ExecutionProgress) -> Void
    ) throws(Failure) -> FolderLock {
        var hasTold = false
        while true {
            if let lock = try onDisk({ () throws(DiagnosticError) in try FolderLock(scratch.folder) }) {
                return lock
            }
            if !hasTold { progress(.waitingForAnotherBuild) }
            hasTold = true
            if Interruption.isRequested { throw .stopped }
            usleep(50_000)
        }
    }
}
