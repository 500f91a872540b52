#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lets two folders of one file system change places in one step.
/// - Returns: Whether it happened; if not, `errno` says why.
func exchangeFolders(_ first: String, _ second: String) -> Bool {
    #if canImport(Darwin)
        return renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
    #elseif canImport(Glibc)
        let exchange: CUnsignedInt = 2
        return renameat2(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
    #else
        errno = ENOSYS
        return false
    #endif
}

#if canImport(Glibc)
    /// In the C library since version 2.28, but not in the headers that Swift sees.
    @_silgen_name("renameat2")
    private func renameat2(
        _ firstFolder: CInt, _ first: UnsafePointer<CChar>, _ secondFolder: CInt,
        _ second: UnsafePointer<CChar>,
        _ flags: CUnsignedInt
    ) -> CInt
#endif
