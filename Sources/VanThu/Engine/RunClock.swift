internal import Glibc

/// Wall-clock and processor time since it was made.
struct RunClock {
    private let start = RunClock.now
    private let cpu = RunClock.cpuNow

    var elapsed: (seconds: Double, cpuSeconds: Double) { (Self.now - start, Self.cpuNow - cpu) }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static var cpuNow: Double {
        let usage = usage
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
    }

    /// The most memory the process ever held, in bytes.
    ///
    /// The kernel's VmHWM: getrusage's figure outlives exec, so it would be that of a larger parent.
    static var peakMemory: Int { highWaterMark ?? usage.ru_maxrss * 1024 }

    private static var highWaterMark: Int? {
        guard let status = fopen("/proc/self/status", "re") else { return nil }
        defer { fclose(status) }
        var line = [CChar](repeating: 0, count: 256)
        let name = "VmHWM:"
        while fgets(&line, Int32(line.count), status) != nil {
            guard strncmp(line, name, name.utf8.count) == 0 else { continue }
            return line.withUnsafeBufferPointer { line in
                line.baseAddress.map { strtol($0 + name.utf8.count, nil, 10) * 1024 }
            }
        }
        return nil
    }
}
