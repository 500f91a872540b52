/// What the executor is doing, for those who watch.
public enum ExecutionProgress: Sendable, Hashable {
    /// Another build of the same book is at work on the modules.
    case waitingForAnotherBuild
    /// What chapters are compiled against is seen to: the book's modules, if it has any, and the figures.
    case buildingLibraries(hasModules: Bool)
    /// What was kept of an earlier run is not as it was written, and is found out anew.
    case memoDamaged(path: String)
    /// A chapter is compiled.
    case compiling(slug: String)
    /// A block of a chapter runs.
    case running(slug: String, block: String)
    /// A chapter has come to its end, good or bad.
    case finished(slug: String, source: ChapterResult.Source, succeeded: Bool, elapsed: Duration)
}
