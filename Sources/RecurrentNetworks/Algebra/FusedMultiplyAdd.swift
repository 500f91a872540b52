// Only for the linker: where the target has no fused multiply-add, `addingProduct` calls `fma` of the C
// library, which rounds exactly and so gives the same bits.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif
