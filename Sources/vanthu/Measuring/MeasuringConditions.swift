import ArgumentParser
import EngineBenchmarks

/// What stood around a measurement: the machine, when, and how busy it was.
struct MeasuringConditions {
    let machine = Machine.current
    let date = currentDate()
    let before = MachineLoad.now
    private let stopwatch = Stopwatch()

    /// The machine in one line.
    var line: String {
        "\(machine.processor), \(Amounts.count(machine.cores, "core")), \(memory), \(machine.system), \(machine.kernel)"
    }

    /// For charts, shorter.
    var chartLine: String {
        "\(machine.processor), \(Amounts.count(machine.cores, "core")), \(memory) · \(machine.system) · \(date.prefix(10))"
    }

    private var memory: String { Amounts.fixed(Double(machine.memoryBytes) / 1e9, places: 0) + " GB" }

    /// What makes the figures doubtful, a line each.
    func doubts(widestSpread: Double, waitedShare: Double = 0) -> [String] {
        let after = MachineLoad.now
        var doubts: [String] = []
        if !machine.isOptimized {
            doubts.append("This is a debug build: its figures mean nothing. Measure with `swift build -c release`.")
        }
        if before.loadAverage > Double(machine.cores) / 2 {
            doubts.append(
                "The machine was busy at the start (load \(Amounts.fixed(before.loadAverage, places: 1)) on "
                    + "\(Amounts.count(machine.cores, "core"))).")
        }
        let stolen = after.stolenShare(since: before)
        if stolen > 0.01 {
            doubts.append(
                "The host gave \(Amounts.fixed(stolen * 100, places: 0)) % of the processors' time to others.")
        }
        if waitedShare > 0.03 {
            doubts.append(
                "Other programs held the processor for \(Amounts.fixed(waitedShare * 100, places: 0)) % of the time.")
        }
        if widestSpread > 0.15 {
            doubts.append(
                "Repetitions differ by up to \(Amounts.fixed(widestSpread * 100, places: 0)) %: smaller differences say "
                    + "nothing. More --runs and a quieter machine help.")
        }
        return doubts
    }

    /// The machine and the load, for programs; asked at the end.
    var json: KeyValuePairs<String, JSON> {
        let after = MachineLoad.now
        return [
            "date": .string(date), "seconds": .measured(stopwatch.seconds),
            "machine": [
                "processor": .string(machine.processor), "cores": .integer(machine.cores),
                "memory_bytes": .integer(machine.memoryBytes), "kernel": .string(machine.kernel),
                "system": .string(machine.system), "swift": .string(machine.swift),
                "optimized": .boolean(machine.isOptimized),
                "version": .string(VanthuCommand.configuration.version),
            ],
            "load": [
                "before": .number(before.loadAverage), "after": .number(after.loadAverage),
                "stolen_share": .measured(after.stolenShare(since: before)),
            ],
        ]
    }
}

extension Spread {
    /// The three figures for programs.
    var json: JSON {
        ["median": .measured(median), "lowest": .measured(lowest), "highest": .measured(highest)]
    }

    /// The three figures of whole numbers for programs.
    var wholeJSON: JSON {
        [
            "median": .integer(Int(median.rounded())), "lowest": .integer(Int(lowest)),
            "highest": .integer(Int(highest)),
        ]
    }
}
