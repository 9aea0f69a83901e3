import Foundation

/// The time that this thread computes, which other work on the machine does not lengthen.
enum ThreadTime {
    /// How many seconds `body` computes.
    static func seconds(_ body: () -> Void) -> Double {
        let start = now
        body()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
