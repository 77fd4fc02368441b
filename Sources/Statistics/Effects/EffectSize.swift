/// An effect size with its interval.
public struct EffectSize: Sendable, Hashable {
  /// The name in files: `probability_of_superiority`, `epsilon_squared` …
  public let name: String
  /// The estimate.
  public let value: Double
  /// The interval; nil where none can be had.
  public let interval: ConfidenceInterval?
  /// How the interval was made, in plain words; empty where there is none.
  public let intervalMethod: String

  /// Makes a value from its parts.
  public init(name: String, value: Double, interval: ConfidenceInterval?, intervalMethod: String) {
    self.name = name
    self.value = value
    self.interval = interval
    self.intervalMethod = intervalMethod
  }
}
