internal import Glibc
public import VanThu

/// This same program run once more, in a process of its own: with its own peak of memory and nothing warmed up.
public struct ChildProcess: Sendable {
    /// What it left.
    public struct Outcome: Equatable, Sendable {
        /// Its exit code; 128 and the signal where one ended it.
        public var status: Int
        /// All it wrote to standard output.
        public var output: [UInt8]
        /// All it wrote to standard error.
        public var errors: [UInt8]
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: what stands behind the program's name.
    ///   - folder: takes its output meanwhile.
    ///   - tick: is called about every 0.1 s with the seconds so far; without it nothing wakes up before the end.
    /// - Throws: `.system` where there can be no such process.
    public static func run(
        _ arguments: [String], folder: String, tick: ((Double) -> Void)? = nil
    ) throws(VanThuError) -> Outcome {
        let output = folder + "/output"
        let errors = folder + "/errors"
        let stopwatch = Stopwatch()
        let process = try spawn(arguments, output: output, errors: errors)
        Interruption.set(child: process)
        defer { Interruption.set(child: nil) }
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, tick == nil ? 0 : WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { throw .system("waiting for vanthu: \(String(cString: strerror(errno)))") }
            if ended == 0 {
                tick?(stopwatch.seconds)
                usleep(100_000)
            }
        }
        let signal = Int(status & 0x7F)
        return Outcome(
            status: signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal,
            output: try LineReader(path: output).bytes, errors: try LineReader(path: errors).bytes)
    }

    private static func spawn(_ arguments: [String], output: String, errors: String) throws(VanThuError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = (["vanthu"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        // The child is interrupted as any program is, whatever holds here.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        let failure = posix_spawn(&process, "/proc/self/exe", &actions, &attributes, &words, environ)
        guard failure == 0 else { throw .system("starting vanthu: \(String(cString: strerror(failure)))") }
        return process
    }
}
