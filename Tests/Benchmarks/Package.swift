// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building or testing the root package never builds benchmarks.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "readiness", path: "../..")],
  targets: [
    .executableTarget(name: "Generate", dependencies: [.product(name: "Readiness", package: "readiness")]),
    .executableTarget(name: "Compare", dependencies: [.product(name: "Readiness", package: "readiness")]),
    .executableTarget(name: "Model", dependencies: [.product(name: "Readiness", package: "readiness")]),
    .executableTarget(name: "Rank", dependencies: [.product(name: "Readiness", package: "readiness")]),
    .executableTarget(name: "Score", dependencies: [.product(name: "Readiness", package: "readiness")]),
  ]
)
