import CMeasuredRegion
import Glibc
import Workloads

// Runs one workload once, inside the function that callgrind counts. See ../../instructions/compare.py.

/// What crosses C: the work, and what came of it.
final class Measured {
    let run: () throws -> Int
    var outcome: Result<Int, any Error>?

    init(_ run: @escaping () throws -> Int) { self.run = run }
}

let names = Workload.all.map(\.name)
guard let name = CommandLine.arguments.dropFirst().first, CommandLine.arguments.count == 2 else {
    print("usage: instruction-counts WORKLOAD | --list")
    exit(2)
}
if name == "--list" {
    for workload in Workload.all {
        let amount = try workload.amount()
        print("\(workload.name)\t\(amount.count)\t\(amount.unit)\t\(workload.summary)")
    }
    exit(0)
}
guard let workload = Workload.all.first(where: { $0.name == name }) else {
    print("no workload is called \(name); there are \(names.joined(separator: ", "))")
    exit(2)
}
let measured = Measured(try workload.prepare())
// Once before: what is made at first use is not counted.
_ = try measured.run()
withExtendedLifetime(measured) {
    vanthu_measured_region(
        { context in
            guard let context else { return }
            let measured = Unmanaged<Measured>.fromOpaque(context).takeUnretainedValue()
            measured.outcome = Result { try measured.run() }
        }, Unmanaged.passUnretained(measured).toOpaque())
}
guard let outcome = measured.outcome else { exit(4) }
print(try outcome.get())
