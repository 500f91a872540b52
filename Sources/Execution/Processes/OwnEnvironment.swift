/// The environment of this process, which may have what is not for chapters: keys, tokens.
public enum OwnEnvironment {
    /// Keeps other processes of the user from reading it, chapters among them, also where nothing else does.
    public static func hide() {
        #if os(Linux)
            let setDumpable: CInt = 4
            _ = prctl(setDumpable, 0, 0, 0, 0)
        #endif
    }
}

#if os(Linux)
    @_silgen_name("prctl")
    private func prctl(
        _ option: CInt, _ first: CUnsignedLong, _ second: CUnsignedLong, _ third: CUnsignedLong,
        _ fourth: CUnsignedLong
    ) -> CInt
#endif
