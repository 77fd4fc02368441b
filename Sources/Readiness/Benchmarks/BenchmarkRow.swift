public import Statistics

/// One row of `benchmark.csv`: an organisation beside its peers on one measure.
public struct BenchmarkRow: Sendable, Hashable {
  /// Where an organisation lies to its peers, by an interval and never by a bare difference.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// The whole interval lies above 0.
    case above
    /// The interval holds 0: it cannot be told apart from the peers.
    case about
    /// The whole interval lies below 0.
    case below
  }

  /// The organisation.
  public let organization: String
  /// `overall`, `dimensions`, `co` or `steps`.
  public let family: String
  /// The measure's id.
  public let measure: String
  /// People with a score; nil when hidden.
  public var people: Int?
  /// The score, 0 to 100.
  public var value: Double?
  /// Its standard error.
  public var standardError: Double?
  /// Peer organisations with a score; nil when there are too few of them.
  public var peers: Int?
  /// People with a score in them.
  public var peerPeople: Int?
  /// The peers' mean score, every organisation counting the same.
  public var peerMean: Double?
  /// The standard deviation of the peers' scores.
  public var peerDeviation: Double?
  /// The share of peers below with its interval, 0 to 1; nil where `percentileStatus` is not ok.
  public var percentile: PercentileRank?
  /// Why there is a percentile or none.
  public var percentileStatus: Status
  /// The score less the peers' mean, in points.
  public var difference: Double?
  /// Its interval.
  public var interval: ConfidenceInterval?
  /// Its interval at the level that lets all measures of the family hold at once.
  public var together: ConfidenceInterval?
  /// Where the organisation lies, by `together`.
  public var place: Place?
  /// The name under which the peers are frozen; nil for those in the store.
  public let frozen: String?
  /// Why there are numbers or none.
  public var status: Status
  /// What a reader should know, in one sentence; empty when there is nothing to add.
  public var note: Phrase

  /// A row without numbers, for the reason given.
  init(organization: String, family: String, measure: String, frozen: String?, status: Status, note: Phrase = .empty) {
    self.organization = organization
    self.family = family
    self.measure = measure
    self.frozen = frozen
    self.status = status
    percentileStatus = status
    self.note = note
  }
}
