internal import Glibc

/// What figures were measured on.
public struct Machine: Equatable, Sendable {
    /// The processor as it names itself.
    public var processor: String
    /// Processors that are online.
    public var cores: Int
    /// Main memory in bytes.
    public var memoryBytes: Int
    /// The kernel's name and release.
    public var kernel: String
    /// The system's name.
    public var system: String
    /// The compiler's version, as far as the program knows it.
    public var swift: String
    /// Whether the program was built with optimisation; without, its figures mean nothing.
    public var isOptimized: Bool

    /// This machine.
    public static var current: Machine {
        let processors = SystemFile.lines("/proc/cpuinfo")
        let memory = SystemFile.value("MemTotal", in: SystemFile.lines("/proc/meminfo"))
        let kilobytes = memory?.split(separator: " ").first.flatMap { Int($0) } ?? 0
        let name = SystemFile.lines("/etc/os-release").first { $0.hasPrefix("PRETTY_NAME=") }
        return Machine(
            processor: SystemFile.value("model name", in: processors) ?? SystemFile.value("Model", in: processors)
                ?? "unknown processor",
            cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), memoryBytes: kilobytes * 1024, kernel: kernelName,
            system: name.map { String($0.dropFirst("PRETTY_NAME=".utf8.count).filter { $0 != "\"" }) }
                ?? "unknown system",
            swift: compilerVersion, isOptimized: wasOptimized)
    }

    private static var kernelName: String {
        var names = utsname()
        guard uname(&names) == 0 else { return "unknown kernel" }
        return withUnsafeBytes(of: names.sysname) { SystemFile.text($0) } + " "
            + withUnsafeBytes(of: names.release) { SystemFile.text($0) }
    }

    /// Only what conditional compilation tells.
    private static var compilerVersion: String {
        #if compiler(>=6.5)
            "6.5 or newer"
        #elseif compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3)
            "6.3"
        #elseif compiler(>=6.2)
            "6.2"
        #else
            "6.1"
        #endif
    }

    private static var wasOptimized: Bool {
        #if DEBUG
            false
        #else
            true
        #endif
    }
}

/// How busy the machine was, at one moment.
public struct MachineLoad: Equatable, Sendable {
    /// Processes that wanted a processor, on average over the last minute.
    public var loadAverage: Double
    /// Processor time so far in the kernel's ticks: all of it, and what the host took away for others.
    public var ticks: (all: Int, stolen: Int)

    /// A moment's figures.
    public init(loadAverage: Double, ticks: (all: Int, stolen: Int)) {
        self.loadAverage = loadAverage
        self.ticks = ticks
    }

    /// Now.
    public static var now: MachineLoad {
        let average = SystemFile.lines("/proc/loadavg").first?.split(separator: " ").first.flatMap { Double($0) }
        // user, nice, system, idle, iowait, irq, softirq, steal; guest time is within user.
        let ticks = SystemFile.lines("/proc/stat").first?.split(separator: " ").dropFirst().prefix(8)
            .compactMap { Int($0) }
        return MachineLoad(
            loadAverage: average ?? 0, ticks: (ticks?.reduce(0, +) ?? 0, ticks?.count == 8 ? ticks?.last ?? 0 : 0))
    }

    /// The share of processor time since then that the host gave to others, 0 to 1.
    public func stolenShare(since start: MachineLoad) -> Double {
        let all = ticks.all - start.ticks.all
        return all > 0 ? Double(ticks.stolen - start.ticks.stolen) / Double(all) : 0
    }

    /// Compares load and ticks.
    public static func == (one: MachineLoad, other: MachineLoad) -> Bool {
        one.loadAverage == other.loadAverage && one.ticks == other.ticks
    }
}

/// The date and time as `2026-11-24T08:15:00Z`.
public func currentDate() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
