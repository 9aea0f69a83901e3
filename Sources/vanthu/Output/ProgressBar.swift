import EngineBenchmarks
import Glibc
import Synchronization
import VanThu

/// One line of progress on a terminal's standard error; silent everywhere else.
///
/// Any thread may report; the line is drawn ten times a second at most.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: Double?
        var isVisible = false
    }

    private let isEnabled: Bool
    private let stopwatch = Stopwatch()
    private let state = Mutex(State())

    init(quiet: Bool) {
        isEnabled = !quiet && Terminal.errorIsTerminal && Terminal.environment("TERM") != "dumb"
    }

    func show(_ progress: IndexingProgress) {
        draw { ProgressLine.indexing(progress, seconds: $0, columns: $1) }
    }

    func show(_ doing: String, done: Int, of total: Int) {
        draw { ProgressLine.bytes(doing, done: done, total: total, seconds: $0, columns: $1) }
    }

    /// Shows a line of words, cut where the terminal ends.
    func show(_ words: String) {
        draw { String(words.prefix(max(1, $1 - 1))) }
    }

    /// Whether anything is shown at all.
    var isShown: Bool { isEnabled }

    /// Takes the line away.
    func finish() {
        state.withLock { state in
            if state.isVisible { StandardError.write("\r\u{1B}[K") }
            state.isVisible = false
        }
    }

    private func draw(_ line: (_ seconds: Double, _ columns: Int) -> String) {
        guard isEnabled else { return }
        state.withLock { state in
            let now = stopwatch.seconds
            if let last = state.lastDrawn, now - last < 0.1 { return }
            state.lastDrawn = now
            state.isVisible = true
            StandardError.write("\r" + line(now, Terminal.columns(STDERR_FILENO)) + "\u{1B}[K")
        }
    }
}
