internal import Glibc

/// Runs work on threads of its own and waits for all of them; blocking work stays off Swift's cooperative pool that way.
enum WorkerThreads {
    private final class Job: Sendable {
        let index: Int
        let work: @Sendable (Int) -> Void

        init(_ index: Int, _ work: @escaping @Sendable (Int) -> Void) {
            self.index = index
            self.work = work
        }
    }

    /// Calls `work` with 0 ..< count, each on a thread; the last on this one.
    ///
    /// Where the system gives no thread, that part of the work is done here, too, so nothing is left undone.
    static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        var threads: [pthread_t] = []
        var here = [max(count, 1) - 1]
        for index in 0..<max(count, 1) - 1 {
            var thread = pthread_t()
            let job = Unmanaged.passRetained(Job(index, work))
            let status = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    let job = Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
                    job.work(job.index)
                    return nil
                }, job.toOpaque())
            if status == 0 {
                threads.append(thread)
            } else {
                job.release()
                here.append(index)
            }
        }
        for index in here { work(index) }
        for thread in threads { pthread_join(thread, nil) }
    }
}
