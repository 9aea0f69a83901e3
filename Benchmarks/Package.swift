// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// A package of its own, so that who builds VanThu needs none of what measuring needs.
let package = Package(
    name: "VanThuBenchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "VanThu", path: ".."),
        // No traits: they would count allocations by a library that is put under malloc, and pull in more packages.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        // What is measured: the same work for the clock and for counting instructions.
        .target(
            name: "Workloads",
            dependencies: [
                .product(name: "VanThu", package: "VanThu"), .product(name: "VietnameseText", package: "VanThu"),
                .product(name: "AdministrativeDocuments", package: "VanThu"),
                .product(name: "InvertedIndex", package: "VanThu"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "Engine",
            dependencies: ["Workloads", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Engine",
            swiftSettings: strict,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .target(name: "CMeasuredRegion"),
        .executableTarget(
            name: "instruction-counts", dependencies: ["Workloads", "CMeasuredRegion"], swiftSettings: strict),
    ]
)
