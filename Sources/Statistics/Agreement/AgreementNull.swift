/// What a group's answers would look like if its people did not agree: a distribution over the scale that the variance of real answers is
/// set against.
///
/// No one of them is right. The uniform one is the kindest to a claim of agreement, since people lean to one end of a scale without
/// agreeing on anything; so a claim should stand against a skewed one too.
///
/// - Units: those of the scale.
/// - Source: LeBreton & Senter (2008), Organizational Research Methods 11(4), 815–852, doi:10.1177/1094428106296642, table 2.
public struct AgreementNull: Sendable, Hashable {
  /// The name in reports: `uniform`, `slight skew` …
  public let name: String
  /// The value of each category.
  public let scale: [Double]
  /// The chance of each category.
  public let probabilities: [Double]

  /// Wraps a distribution; chances must add up to 1 and more than one category must have a chance.
  public init(name: String, scale: [Double], probabilities: [Double]) {
    precondition(scale.count == probabilities.count, "chances do not fit the scale")
    precondition(probabilities.allSatisfy { $0 >= 0 } && abs(probabilities.reduce(0, +) - 1) < 1e-9, "no distribution")
    precondition(probabilities.count { $0 > 0 } > 1, "a null needs some spread")
    self.name = name
    self.scale = scale
    self.probabilities = probabilities
  }

  /// Every category is equally likely.
  public static func uniform(_ scale: [Double]) -> AgreementNull {
    AgreementNull(
      name: "uniform", scale: scale, probabilities: scale.map { _ in 1 / Double(scale.count) })
  }

  /// People lean a little to the upper end; variance 1.34 on 1…5.
  public static let slightSkew = five("slight skew", [0.05, 0.15, 0.20, 0.35, 0.25])
  /// People lean to the upper end; variance 0.90 on 1…5.
  public static let moderateSkew = five("moderate skew", [0, 0.10, 0.15, 0.40, 0.35])
  /// Most people stand at the upper end; variance 0.44 on 1…5.
  public static let heavySkew = five("heavy skew", [0, 0, 0.10, 0.40, 0.50])
  /// People keep to the middle; variance 1.32 on 1…5.
  public static let triangular = five("triangular", [0.11, 0.22, 0.34, 0.22, 0.11])

  private static func five(_ name: String, _ probabilities: [Double]) -> AgreementNull {
    AgreementNull(name: name, scale: [1, 2, 3, 4, 5], probabilities: probabilities)
  }

  /// The mean of the distribution.
  public var mean: Double { zip(scale, probabilities).reduce(0) { $0 + $1.0 * $1.1 } }
  /// The variance of the distribution.
  public var variance: Double {
    let mean = mean
    return zip(scale, probabilities).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
  }
  /// The mean distance from the mean: what an average deviation is to be read against.
  public var averageDeviation: Double {
    let mean = mean
    return zip(scale, probabilities).reduce(0) { $0 + $1.1 * abs($1.0 - mean) }
  }
}
