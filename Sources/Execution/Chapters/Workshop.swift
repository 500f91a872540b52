import Diagnostics
import Manuscript

/// Where chapters are compiled and run, several at once.
struct Workshop: Sendable {
    let compiler: ChapterCompiler
    let limits: Limits
    let data: DataFolder
    /// The names of the modules that chapters may import.
    let modules: [String]
    let confinement: ChapterConfinement
    let cache: TranscriptCache
    /// How many compilers and chapters may run at once.
    let jobs: Int
    let progress: @Sendable (ExecutionProgress) -> Void

    /// A chapter's result, and what is worth keeping of it.
    struct Product: Sendable {
        let job: ChapterJob
        let result: ChapterResult
        /// Nil if it was known, or failed.
        let entry: TranscriptCache.Entry?
    }

    /// What one unit of work found out.
    private enum Finding: Sendable {
        case program(ChapterExecution.Result)
        case refusal(step: Int, Result<Outcome, Failure>)
    }

    private typealias Unit = (job: Int, work: @Sendable () -> Finding)

    /// Runs the chapters of which nothing is known.
    /// - Returns: What became of each, in the order given.
    func execute(_ jobs: [ChapterJob]) async throws(Failure) -> [Product] {
        let units = jobs.indices.flatMap { index in
            jobs[index].known == nil ? self.units(of: jobs[index].chapter).map { (index, $0) } : []
        }
        var products: [Product?] = jobs.map { job in
            job.known == nil ? nil : Product(job: job, result: job.knownResult(progress), entry: nil)
        }
        let findings = await findings(of: units, jobs: jobs) { index, product in products[index] = product }
        if Interruption.isRequested { throw .stopped }
        if let failure = findings { throw failure }
        return products.compactMap { $0 }
    }

    /// Keeps what chapters told that ran without failure.
    func keep(_ products: [Product]) throws(Failure) {
        for product in products {
            guard let entry = product.entry else { continue }
            try cache.store(entry, for: product.job.key)
        }
    }

    /// The chapter's program, and each of its blocks that must not compile.
    private func units(of chapter: Chapter) -> [@Sendable () -> Finding] {
        let execution = ChapterExecution(
            chapter: chapter, compiler: compiler, limits: limits,
            data: data.restricted(
                to: chapter.dataFiles(among: data.files.map(\.name), modules: modules)),
            confinement: confinement,
            progress: progress)
        var units: [@Sendable () -> Finding] = [{ .program(execution.runProgram()) }]
        for (step, part) in chapter.steps.enumerated() {
            guard case .block(let block) = part, block.expectation == .fails else { continue }
            units.append {
                do throws(Failure) {
                    return .refusal(step: step, .success(try execution.checkFailure(ofStep: step)))
                } catch {
                    return .refusal(step: step, .failure(error))
                }
            }
        }
        return units
    }

    /// Works on all units, and gives each chapter's product when the last of its units is done.
    /// - Returns: Why the work could not be done at all.
    private func findings(
        of units: [Unit], jobs: [ChapterJob], _ finished: (Int, Product) -> Void
    ) async -> Failure? {
        var starts: [Int: ContinuousClock.Instant] = [:]
        var found: [Int: [Finding]] = [:]
        var waiting: [Int: Int] = [:]
        for unit in units { waiting[unit.job, default: 0] += 1 }
        var failure: Failure?
        await withTaskGroup(of: (Int, Result<Finding, Failure>).self) { group in
            var next = units.makeIterator()
            func startNext() {
                guard let (job, work) = next.next() else { return }
                if starts[job] == nil { starts[job] = .now }
                group.addTask { (job, await onThread(work)) }
            }
            for _ in 0..<self.jobs { startNext() }
            while let (index, finding) = await group.next() {
                switch finding {
                case .success(let finding): found[index, default: []].append(finding)
                case .failure(let problem): failure = problem
                }
                waiting[index, default: 0] -= 1
                if Interruption.isRequested || failure != nil { continue }
                startNext()
                guard waiting[index] == 0 else { continue }
                let product = product(of: jobs[index], found[index] ?? [])
                finished(index, product)
                progress(
                    .finished(
                        slug: jobs[index].chapter.slug, source: .execution,
                        succeeded: product.result.failure == nil,
                        elapsed: starts[index].map { .now - $0 } ?? .zero))
            }
        }
        return failure
    }

    /// Puts together what was found out about a chapter.
    private func product(of job: ChapterJob, _ findings: [Finding]) -> Product {
        var entry = TranscriptCache.Entry.nothing(of: job.chapter)
        var failures: [Failure] = []
        for case .program(let result) in findings {
            entry.transcript.outcomes = result.outcomes
            entry.warnings = result.warnings
            entry.otherMeanings = result.otherMeanings
            if let failure = result.failure { failures.append(failure) }
        }
        for case .refusal(let step, let result) in findings {
            switch result {
            case .success(let outcome): entry.transcript.outcomes[step] = outcome
            case .failure(let failure): failures.append(failure)
            }
        }
        guard let first = failures.first else {
            return Product(
                job: job, result: job.result(entry, source: .execution, failure: nil), entry: entry)
        }
        let owner = failures.contains { $0.owner == .machine } ? .machine : first.owner
        let failure = Failure(owner, failures.flatMap(\.diagnostics))
        return Product(
            job: job, result: job.result(entry, source: .execution, failure: failure), entry: nil)
    }
}
