import EngineBenchmarks
import VanThu

/// Indexes a corpus again and again, each time in a process of its own.
struct IndexingRuns {
    var paths: [String]
    /// Takes one index at a time.
    var folder: String
    var memory: ByteSize?
    var bar: ProgressBar

    func run(_ settings: [IndexSetting]) throws -> [IndexRun] {
        var runs: [IndexRun] = []
        for (number, setting) in settings.enumerated() {
            let known = runs.last { $0.setting == setting }?.report.seconds
            let words =
                "run \(number + 1) of \(settings.count): \(Amounts.count(setting.threads, "thread")), "
                + setting.unit.rawValue
            let about = known.map { " of about \(Amounts.clock($0))" } ?? ""
            runs.append(try run(setting) { bar.show("\(words), \(Amounts.clock($0))\(about)") })
        }
        return runs
    }

    private func run(_ setting: IndexSetting, tick: @escaping (Double) -> Void) throws -> IndexRun {
        let index = folder + "/index"
        defer { TemporaryFolder.remove(index) }
        var arguments = [
            "index", "--index", index, "--unit", setting.unit.rawValue, "--threads", String(setting.threads), "--json",
            "--quiet",
        ]
        if let memory { arguments += ["--memory", String(memory.bytes)] }
        let outcome = try ChildProcess.run(
            arguments + ["--"] + paths, folder: folder, tick: bar.isShown ? tick : nil)
        // 1 is that some input was left out, which was counted before.
        guard outcome.status == 0 || outcome.status == Int(ExitStatus.someInputLeftOut.rawValue) else {
            StandardError.write(String(decoding: outcome.errors, as: UTF8.self))
            throw VanThuError.system("a run of `vanthu index` ended with exit code \(outcome.status)")
        }
        guard let json = try? JSON(reading: outcome.output), let report = IndexingReport(json) else {
            throw VanThuError.system("a run of `vanthu index` told no figures")
        }
        return IndexRun(setting: setting, report: report)
    }
}

extension IndexingReport {
    /// The report that `vanthu index --json` prints; what was left out is not named again.
    init?(_ json: JSON) {
        func whole(_ key: String) -> Int? { json[key]?.asInteger }
        guard let documents = whole("documents"), let passages = whole("passages"), let tokens = whole("tokens"),
            let inputBytes = whole("input_bytes"), let seconds = json["seconds"]?.asNumber,
            let cpuSeconds = json["cpu_seconds"]?.asNumber, let indexBytes = whole("index_bytes"),
            let storedBytes = whole("stored_bytes"), let peakRSSBytes = whole("peak_rss_bytes")
        else { return nil }
        self.init(
            documents: documents, passages: passages, tokens: tokens, inputBytes: inputBytes, seconds: seconds,
            cpuSeconds: cpuSeconds, indexBytes: indexBytes, storedBytes: storedBytes, peakRSSBytes: peakRSSBytes,
            skipped: [])
    }
}
