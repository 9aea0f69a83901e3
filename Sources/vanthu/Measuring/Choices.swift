import ArgumentParser
import VanThu

/// Numbers of threads, such as `1,2,4`.
struct ThreadCounts: ExpressibleByArgument, Equatable {
    let counts: [Int]

    init?(argument: String) {
        let counts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard !counts.isEmpty, counts.allSatisfy({ (1...256).contains($0) }), Set(counts).count == counts.count else {
            return nil
        }
        self.counts = counts
    }

    /// One thread, and one for each processor.
    init() { counts = IndexingOptions.availableProcessors > 1 ? [1, IndexingOptions.availableProcessors] : [1] }

    var defaultValueDescription: String { "1 and one for each processor" }
}

/// Units of indexing, such as `passages,whole`.
struct UnitChoice: ExpressibleByArgument, Equatable {
    let units: [IndexUnit]

    init?(argument: String) {
        let units = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            IndexUnit(rawValue: String($0))
        }
        guard !units.isEmpty, !units.contains(nil), Set(units).count == units.count else { return nil }
        self.units = units.compactMap(\.self)
    }

    init() { units = IndexUnit.allCases }

    var defaultValueDescription: String { units.map(\.rawValue).joined(separator: ",") }
}
