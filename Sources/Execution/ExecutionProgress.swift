/// What the executor is doing, for those who watch.
public enum ExecutionProgress: Sendable, Hashable {
    /// Another build of the same book is at work on the modules.
    case waitingForAnotherBuild
    /// The modules that chapters import are compiled.
    case buildingModules
    /// A chapter is compiled.
    case compiling(slug: String)
    /// A block of a chapter runs.
    case running(slug: String, block: String)
    /// A chapter has come to its end, good or bad.
    case finished(slug: String, source: ChapterResult.Source, succeeded: Bool, elapsed: Duration)
}
