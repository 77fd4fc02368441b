// swift-tools-version: 6.2
import PackageDescription

let hand: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "readiness",
  platforms: [.macOS(.v26)],
  products: [
    .library(
      name: "Readiness",
      targets: ["Statistics", "Tabular", "Disclosure", "Survey", "Readiness", "Reporting"]),
    .executable(name: "readiness", targets: ["ReadinessCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: hand),
    .target(name: "Tabular", swiftSettings: hand),
    .target(name: "Disclosure", swiftSettings: hand),
    .target(
      name: "Survey", dependencies: ["Tabular", .product(name: "Yams", package: "Yams")],
      swiftSettings: hand),
    .target(
      name: "Readiness",
      dependencies: [
        "Survey", "Statistics", "Tabular", "Disclosure", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: hand),
    .target(
      name: "Reporting", dependencies: ["Readiness", "Disclosure", "Tabular"],
      swiftSettings: hand),
    .executableTarget(
      name: "ReadinessCommand",
      dependencies: [
        "Statistics", "Tabular", "Disclosure", "Survey", "Readiness", "Reporting", "CXLSXWriter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: hand),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: hand),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], swiftSettings: hand),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestSupport"], swiftSettings: hand),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "TestSupport"], swiftSettings: hand),
    .testTarget(name: "SurveyTests", dependencies: ["Survey", "Tabular", "TestSupport"], swiftSettings: hand),
    .testTarget(
      name: "ReadinessTests",
      dependencies: [
        "Readiness", "Survey", "Statistics", "Disclosure", "Tabular", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: hand),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Readiness", "Survey", "Statistics", "Disclosure", "Tabular", "TestSupport"],
      swiftSettings: hand),
    .testTarget(
      name: "CommandTests",
      dependencies: ["ReadinessCommand", "Survey", "Tabular", "Statistics", "TestSupport"], swiftSettings: hand),
  ]
)
