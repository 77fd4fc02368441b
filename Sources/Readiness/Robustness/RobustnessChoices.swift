public import Statistics

/// What a robustness study tries instead of the published choices, which always come first.
public struct RobustnessChoices: Sendable, Hashable {
  /// Points of each of the two sets of runs, a power of two.
  public var base: Int
  /// Redrawn respondents and redrawn allocations, each.
  public var samples: Int
  /// Weighting schemes; nil takes every one that can be had.
  public var schemes: [WeightingScheme]?
  /// Ways to bring dimensions to one scale.
  public var normalizations: [Normalization]
  /// Ways to put dimensions together.
  public var aggregations: [Aggregation]
  /// Whether each dimension is left out in turn.
  public var leavesOut: Bool
  /// Shares of the asked items that a person must have answered, beside the published rule.
  public var answerShares: [Double]
  /// Organisations whose own rank is explained with intervals.
  public var explained: [String]
  /// Whether the rank of every organisation is explained with intervals.
  public var explainsAll: Bool

  /// Choices with the package's defaults.
  public init(
    base: Int = 1_024, samples: Int = 256, schemes: [WeightingScheme]? = nil,
    normalizations: [Normalization] = Normalization.allCases,
    aggregations: [Aggregation] = [.arithmetic, .geometric, .harmonic], leavesOut: Bool = true,
    answerShares: [Double] = [0.75], explained: [String] = [], explainsAll: Bool = false
  ) {
    self.base = base
    self.samples = samples
    self.schemes = schemes
    self.normalizations = normalizations
    self.aggregations = aggregations
    self.leavesOut = leavesOut
    self.answerShares = answerShares
    self.explained = explained
    self.explainsAll = explainsAll
  }
}

/// Why a robustness study cannot be made: a setting that cannot be reached is refused, never passed over.
public enum RobustnessFault: Error, Sendable, Hashable {
  /// Fewer than two organisations are ranked with every dimension published.
  case tooFewOrganizations
  /// A setting has no alternative that could be run, for the reason given.
  case unreachable(setting: String, reason: String)
  /// An organisation that is to be explained is not among the ranked ones.
  case unknownOrganization(String)
  /// The number of points is not a power of two from 8 to 65,536.
  case base(Int)
  /// The study has no draw of this number.
  case noSuchDraw(Int, last: Int)

  /// A sentence without names of people.
  public var sentence: String {
    switch self {
    case .tooFewOrganizations: "Fewer than two organisations are ranked with every barrier published."
    case .unreachable(let setting, let reason): "“\(setting)” cannot be tried: \(reason)."
    case .unknownOrganization(let name): "“\(name)” is not among the ranked organisations."
    case .base(let base): "\(base) points: expected a power of two from 8 to 65,536."
    case .noSuchDraw(let number, let last):
      "There is no draw \(number): draws go from 0, the published ranking, to \(last)."
    }
  }
}
