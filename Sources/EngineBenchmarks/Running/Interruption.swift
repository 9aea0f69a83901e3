internal import Glibc
internal import Synchronization

/// What is left to do when the user or the system stops a benchmark: folders to remove, a process to end.
public enum Interruption {
    private struct State {
        var folders: [String] = []
        var child: pid_t?
        var isWatched = false
    }

    private static let state = Mutex(State())

    /// From now on a signal that ends the program ends its child, too, and removes the temporary folders.
    ///
    /// To be called before any thread is made: threads inherit that they are not interrupted.
    public static func watch() {
        let isNew = state.withLock { state in
            defer { state.isWatched = true }
            return !state.isWatched
        }
        guard isNew else { return }
        var signals = endingSignals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { _ in
                Interruption.awaitSignal()
                return nil
            }, nil)
        if failure == 0 { pthread_detach(thread) } else { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private static func awaitSignal() {
        var signals = endingSignals
        var signal: Int32 = 0
        while sigwait(&signals, &signal) != 0 {}
        // The lock is kept: what else the program would do with folders and children, it does no more.
        state.withLock { state in
            if let child = state.child {
                kill(child, SIGKILL)
                waitpid(child, nil, 0)
            }
            for folder in state.folders { TemporaryFolder.remove(folder) }
            _exit(128 + signal)
        }
    }

    private static var endingSignals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }

    static func add(folder: String) { state.withLock { $0.folders.append(folder) } }
    static func remove(folder: String) { state.withLock { $0.folders.removeAll { $0 == folder } } }
    static func set(child: pid_t?) { state.withLock { $0.child = child } }
}
