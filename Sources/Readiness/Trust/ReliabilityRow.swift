public import Statistics
public import Survey

/// One row of `reliability.csv`: how far the parts of one score say the same of people.
///
/// Figures rest on the people who answered every part (listwise); nobody's missing answer is filled in.
public struct ReliabilityRow: Sendable, Hashable {
  /// What a score is made of.
  public enum Parts: String, Sendable, Hashable {
    /// Rated items.
    case items
    /// Scores of barrier dimensions.
    case dimensions
  }

  /// The measure's id.
  public let measure: String
  /// What it is made of.
  public let parts: Parts
  /// How many of them were asked.
  public let count: Int
  /// People who answered all of them; nil where the number is hidden.
  public let people: Int?
  /// People who answered some and not all of them, or none; nil where the number is hidden.
  public let incompletePeople: Int?
  /// Cronbach's alpha; nil where it is withheld.
  public let alpha: CronbachAlpha?
  /// Omega total of a one-factor model; nil where it is withheld.
  public let omega: OmegaTotal?
  /// The share of people with the lowest possible score; nil where it would tell of few people.
  public let floor: Double?
  /// The share of people with the highest possible score; nil where it would tell of few people.
  public let ceiling: Double?
  /// Why there is an alpha or none.
  public let status: Status
  /// Why there is an omega or none.
  public let omegaStatus: Status
  /// What is to be known of the figure, in sentences; empty when nothing is.
  public let note: Phrase

  /// Whether the intervals may be shown: they would give the number of people.
  public var showsIntervals: Bool { people != nil }
}

/// One row of `reliability-items.csv`: what one item, or one dimension, does in the score that it is a part of.
public struct ReliabilityItemRow: Sendable, Hashable {
  /// The measure's id.
  public let measure: String
  /// The item's code, or the dimension's id in the overall score.
  public let part: String
  /// The correlation with the sum of the other parts; nil where there is none.
  public let restCorrelation: Double?
  /// Alpha without this part; nil where there is none.
  public let alphaWithout: Double?
  /// How the item goes with the scores of other dimensions; nil outside dimensions, and where it cannot be had.
  public let fit: Fit?
  /// Why there are figures or none.
  public let status: Status

  /// An item beside the scores of other dimensions than its own.
  public struct Fit: Sendable, Hashable {
    /// The other dimension whose score it goes with most closely.
    public let dimension: String
    /// The correlation with that score.
    public let correlation: Double
    /// Whether it goes at least as closely with the rest of its own dimension.
    public let isOwn: Bool
  }
}

extension ReliabilityRow {
  /// The row with one sentence more.
  func adding(_ sentence: Phrase) -> ReliabilityRow {
    ReliabilityRow(
      measure: measure, parts: parts, count: count, people: people, incompletePeople: incompletePeople, alpha: alpha,
      omega: omega, floor: floor, ceiling: ceiling, status: status, omegaStatus: omegaStatus,
      note: .spaced([note, sentence]))
  }
}

extension ReliabilityItemRow {
  /// The row without its figures.
  var withheld: ReliabilityItemRow {
    ReliabilityItemRow(
      measure: measure, part: part, restCorrelation: nil, alphaWithout: nil, fit: nil, status: .suppressed)
  }
}
