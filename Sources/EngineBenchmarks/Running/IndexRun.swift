public import VanThu

/// How an index is made in a run.
public struct IndexSetting: Hashable, Sendable {
    /// Threads that analyse.
    public var threads: Int
    /// What documents are cut into.
    public var unit: IndexUnit

    /// One way of indexing.
    public init(threads: Int, unit: IndexUnit) {
        self.threads = threads
        self.unit = unit
    }
}

/// What one process did that indexed the corpus once.
public struct IndexRun: Equatable, Sendable {
    /// How it did it.
    public var setting: IndexSetting
    /// What it said of itself.
    public var report: IndexingReport

    /// A run that is done.
    public init(setting: IndexSetting, report: IndexingReport) {
        self.setting = setting
        self.report = report
    }
}

/// All runs of one setting, in figures.
public struct IndexSummary: Equatable, Sendable {
    /// How they did it.
    public let setting: IndexSetting
    /// How many there were.
    public let runs: Int
    /// Wall-clock seconds, from opening the input to the finished commit.
    public let seconds: Spread
    /// Megabytes of text a second.
    public let megabytesPerSecond: Spread
    /// Documents a second.
    public let documentsPerSecond: Spread
    /// Tokens a second.
    public let tokensPerSecond: Spread
    /// Processor seconds of all threads.
    public let cpuSeconds: Spread
    /// The largest resident size, bytes.
    public let peakBytes: Spread
    /// All files of the index, bytes.
    public let indexBytes: Spread
    /// Stored text and metadata among them, bytes.
    public let storedBytes: Spread
    /// Passages of the index.
    public let passages: Int

    /// Of the runs of one setting over a corpus of so many bytes of text.
    public init(_ setting: IndexSetting, _ runs: [IndexRun], textBytes: Int) {
        let reports = runs.filter { $0.setting == setting }.map(\.report)
        func rate(_ amount: (IndexingReport) -> Double) -> Spread {
            Spread(reports.map { $0.seconds > 0 ? amount($0) / $0.seconds : 0 })
        }
        self.setting = setting
        self.runs = reports.count
        seconds = Spread(reports.map(\.seconds))
        megabytesPerSecond = rate { _ in Double(textBytes) / 1e6 }
        documentsPerSecond = rate { Double($0.documents) }
        tokensPerSecond = rate { Double($0.tokens) }
        cpuSeconds = Spread(reports.map(\.cpuSeconds))
        peakBytes = Spread(reports.map { Double($0.peakRSSBytes) })
        indexBytes = Spread(reports.map { Double($0.indexBytes) })
        storedBytes = Spread(reports.map { Double($0.storedBytes) })
        passages = reports.last?.passages ?? 0
    }
}

/// The order in which settings take their turns.
public enum RoundRobin {
    /// Each setting once, then each once more, and so on, so that noise falls on all alike.
    ///
    /// Every round starts one setting further on: none is always the first.
    public static func order<Setting>(_ settings: [Setting], rounds: Int) -> [Setting] {
        (0..<rounds).flatMap { round in
            settings.indices.map { settings[($0 + round) % settings.count] }
        }
    }
}
