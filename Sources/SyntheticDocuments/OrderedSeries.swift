#if canImport(Glibc)
    internal import Glibc
#endif

/// Makes the elements of a series on several threads and hands them over in order.
///
/// Threads of its own, not Swift's pool: making blocks for long. No more than a window of elements waits to be taken, so
/// memory stays bounded however slow the taker is.
public enum OrderedSeries {
    /// Calls `make` with 0, 1, 2 … on `threads` threads and `take` with the results, in order, on this one, until `take`
    /// gives false or throws.
    public static func run<Element: Sendable>(
        threads: Int, make: @escaping @Sendable (Int) -> Element, take: (Element) throws -> Bool
    ) rethrows {
        let line = AssemblyLine(window: max(1, threads) * 4, make: make)
        let workers = (0..<max(1, threads)).compactMap { _ in line.startWorker() }
        defer {
            line.stop()
            for worker in workers { pthread_join(worker, nil) }
        }
        var next = 0
        // Where the system gives no thread, the work is done here.
        while try take(workers.isEmpty ? make(next) : line.element(next)) { next += 1 }
    }
}

/// What workers and the taker share, under one lock.
private final class AssemblyLine<Element: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let make: @Sendable (Int) -> Element
    private var ready: [Element?]
    private var nextMade = 0
    private var nextTaken = 0
    private var isStopped = false

    init(window: Int, make: @escaping @Sendable (Int) -> Element) {
        self.make = make
        ready = Array(repeating: nil, count: window)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    func startWorker() -> pthread_t? {
        var thread = pthread_t()
        let job = Unmanaged.passRetained(Job { self.work() })
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, job.toOpaque())
        guard status == 0 else {
            job.release()
            return nil
        }
        return thread
    }

    private func work() {
        while true {
            pthread_mutex_lock(mutex)
            while !isStopped, nextMade - nextTaken >= ready.count { pthread_cond_wait(changed, mutex) }
            guard !isStopped else {
                pthread_mutex_unlock(mutex)
                return
            }
            let index = nextMade
            nextMade += 1
            pthread_mutex_unlock(mutex)
            let element = make(index)
            pthread_mutex_lock(mutex)
            ready[index % ready.count] = element
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
    }

    /// Waits for the element that is next in order.
    func element(_ index: Int) -> Element {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let element = ready[index % ready.count] {
                ready[index % ready.count] = nil
                nextTaken = index + 1
                pthread_cond_broadcast(changed)
                return element
            }
            pthread_cond_wait(changed, mutex)
        }
    }

    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }
}

private final class Job: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
