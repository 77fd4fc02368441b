import Foundation

/// How often a simulation is repeated, and how far a share may stray from what it should be.
public struct Replications: Sendable {
  /// Repetitions.
  public let count: Int

  /// Few, or many where `READINESS_LONG` is set, as in `Scripts/test --full`.
  public init(_ few: Int, long: Int) {
    count = Self.isLong ? long : few
  }

  /// Whether the long simulations run.
  public static var isLong: Bool { ProcessInfo.processInfo.environment["READINESS_LONG"] != nil }

  /// Prints what a long simulation found.
  public static func say(_ finding: String) {
    if isLong { print("simulated:", finding) }
  }

  /// The band that a share of the repetitions stays in, four binomial standard errors either side of its chance; for an outcome that is
  /// given (the seeds are), so it fails only when the code changes.
  public func band(_ chance: Double, of made: Int? = nil) -> ClosedRange<Double> {
    let error = 4 * (chance * (1 - chance) / Double(max(1, made ?? count))).squareRoot()
    return max(0, chance - error)...min(1, chance + error)
  }
}
