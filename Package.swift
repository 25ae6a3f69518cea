// swift-tools-version: 6.2
import PackageDescription

// SIGHTLINE_STRICT=1 turns every warning of our own targets into an error.
let strict = Context.environment["SIGHTLINE_STRICT"] == "1"

var swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
var c: [CSetting] = [.enableWarning("all"), .enableWarning("extra")]
if strict {
  swift.append(.treatAllWarnings(as: .error))
  c.append(.treatAllWarnings(as: .error))
}

// SIGHTLINE_OPTIMIZED=1, as in `make test`, compiles what computes with optimization in debug builds
// too: tests look for silos and untangle pictures hundreds of times.
let computing =
  Context.environment["SIGHTLINE_OPTIMIZED"] == "1"
  ? swift + [.unsafeFlags(["-O"], .when(configuration: .debug))] : swift

let package = Package(
  name: "sightline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sightline", targets: ["sightline"]),
    .library(name: "Graphs", targets: ["Graphs"]),
    .library(
      name: "Sightline",
      targets: ["Graphs", "SystemMaps", "Interchange", "Insights", "Diagrams", "Reports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .target(name: "Graphs", swiftSettings: computing),
    .target(name: "SystemMaps", dependencies: ["Graphs"], swiftSettings: swift),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev", "zlib1g-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "Interchange", dependencies: ["SystemMaps", "Graphs", "CMinizip", "CXLSXWriter"],
      swiftSettings: swift),
    .target(name: "Insights", dependencies: ["SystemMaps", "Graphs"], swiftSettings: computing),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"], cSettings: c),
    .target(
      name: "Diagrams", dependencies: ["Insights", "SystemMaps", "Graphs", "CGraphvizShim"],
      swiftSettings: computing),
    .target(
      name: "Reports",
      dependencies: ["Diagrams", "Insights", "Interchange", "SystemMaps", "Graphs"],
      resources: [
        .embedInCode("Resources/report.css"), .embedInCode("Resources/questions.css"),
        .embedInCode("Resources/cards.css"), .embedInCode("Resources/journeys.css"),
      ], swiftSettings: swift),
    .executableTarget(
      name: "sightline",
      dependencies: [
        "Reports", "Diagrams", "Insights", "Interchange", "SystemMaps", "Graphs",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Graphs", "Interchange"], path: "Tests/Benchmarks",
      exclude: ["peers.py", "communities.py"],
      swiftSettings: swift),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], swiftSettings: swift),
    .testTarget(
      name: "SystemMapsTests", dependencies: ["SystemMaps", "Graphs"], exclude: ["Fixtures"],
      swiftSettings: swift),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "SystemMaps", "Graphs"],
      swiftSettings: swift),
    .testTarget(
      name: "InsightsTests", dependencies: ["Insights", "Interchange", "SystemMaps", "Graphs"],
      exclude: ["Inclusion/vectors.json", "Inclusion/check_against_scipy.py"],
      swiftSettings: swift),
    .testTarget(
      name: "DiagramsTests",
      dependencies: ["Diagrams", "Insights", "Interchange", "SystemMaps", "Graphs"],
      exclude: ["Fixtures"], swiftSettings: swift),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Diagrams", "Insights", "Interchange", "SystemMaps", "Graphs"],
      swiftSettings: swift),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "sightline", "Reports", "Diagrams", "Insights", "Interchange", "SystemMaps",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], exclude: ["Peers"],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)
