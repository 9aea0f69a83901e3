internal import Glibc

/// Time since it was made, by the clock that never jumps.
public struct Stopwatch: Sendable {
    private let start = Stopwatch.nanoseconds()

    /// Starts at once.
    public init() {}

    /// The time since then.
    public var seconds: Double { Double(Self.nanoseconds() - start) / 1e9 }

    /// Seconds that this thread has been on a processor.
    public static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// CLOCK_MONOTONIC, which costs some 20 ns to read.
    public static func nanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
