// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "VanThu",
    products: [
        .library(name: "VanThu", targets: ["VanThu"]),
        .executable(name: "vanthu", targets: ["vanthu"]),
        // The parts, for those who want no more than one: the benchmarks do, and so may an analyser of other texts.
        .library(name: "VietnameseText", targets: ["VietnameseText"]),
        .library(name: "AdministrativeDocuments", targets: ["AdministrativeDocuments"]),
        .library(name: "InvertedIndex", targets: ["InvertedIndex"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // ICU: an empty module that carries pkg-config's flags, and a C shim that alone includes ICU's headers.
        .systemLibrary(
            name: "CICUSystem", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .target(name: "CICU", dependencies: ["CICUSystem"]),

        // Header-only kernels that Swift's SIMD cannot express; each has a portable branch.
        .target(name: "CTextKernels"),
        .target(name: "CIndexKernels"),

        .target(
            name: "VietnameseText", dependencies: ["CICU", "CTextKernels"], swiftSettings: strict),
        .target(
            name: "AdministrativeDocuments", dependencies: ["VietnameseText"], swiftSettings: strict
        ),
        .target(name: "InvertedIndex", dependencies: ["CIndexKernels"], swiftSettings: strict),
        .target(
            name: "VanThu",
            dependencies: ["VietnameseText", "AdministrativeDocuments", "InvertedIndex"],
            exclude: ["Query/Language/GRAMMAR.md"],
            swiftSettings: strict),
        // What measuring needs and searching does not: text made from a seed, and the engine's own benchmark.
        .target(name: "SyntheticDocuments", dependencies: ["VietnameseText"], swiftSettings: strict),
        .target(
            name: "EngineBenchmarks",
            dependencies: ["VanThu", "VietnameseText", "AdministrativeDocuments", "SyntheticDocuments"],
            swiftSettings: strict),
        .executableTarget(
            name: "vanthu",
            dependencies: [
                "VanThu", "VietnameseText", "SyntheticDocuments", "EngineBenchmarks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(
            name: "VietnameseTextTests", dependencies: ["VietnameseText"], swiftSettings: strict),
        .testTarget(
            name: "AdministrativeDocumentsTests", dependencies: ["AdministrativeDocuments"],
            swiftSettings: strict),
        .testTarget(
            name: "InvertedIndexTests", dependencies: ["InvertedIndex"], swiftSettings: strict),
        .testTarget(name: "VanThuTests", dependencies: ["VanThu"], swiftSettings: strict),
        .testTarget(
            name: "SyntheticDocumentsTests",
            dependencies: ["SyntheticDocuments", "AdministrativeDocuments", "EngineBenchmarks", "VanThu"],
            swiftSettings: strict),
        .testTarget(
            name: "EngineBenchmarksTests", dependencies: ["EngineBenchmarks", "VanThu", "VietnameseText"],
            swiftSettings: strict),
        .testTarget(name: "vanthuTests", dependencies: ["VanThu", "vanthu"], swiftSettings: strict),
    ]
)
