/// One row of `allocations.csv`: a budget factor. Numbers are nil when hidden or not to be had.
public struct AllocationRow: Sendable, Hashable {
  /// `b01`…`b11`.
  public let factor: String
  /// The wording.
  public let label: String
  /// People who gave an allocation.
  public let respondents: Int?
  /// Mean points over respondents, as given.
  public let mean: Double?
  /// Logit-t interval with floors, points.
  public let meanInterval: ConfidenceInterval?
  /// Median points.
  public let median: Double?
  /// Share of respondents who gave nothing, 0…1.
  public let shareZero: Double?
  /// Rank by mean; ties share the mean of their places.
  public let rank: Double?
  /// Organisations with an allocation.
  public let organizations: Int?
  /// Mean of the organisations' means, points.
  public let organizationMean: Double?
  /// Its interval, points.
  public let organizationInterval: ConfidenceInterval?
  /// Rank by ``organizationMean``.
  public let organizationRank: Double?
  /// The intervals of ``mean`` that hold for all factors together, points.
  public let meanTogether: ConfidenceInterval?
  /// The intervals of ``organizationMean`` that hold for all factors together, points.
  public let organizationTogether: ConfidenceInterval?
  /// Rank by ``median``.
  public let medianRank: Double?
  /// Best and worst rank by ``mean`` when one respondent is left out.
  public let rankWithoutOnePerson: ClosedRange<Double>?
  /// Best and worst rank by ``organizationMean`` when one organisation is left out.
  public let rankWithoutOneOrganization: ClosedRange<Double>?
  /// Sensitivity runs beside ``mean``.
  public let otherMeans: OtherMeans?
  /// Why there is a number or none.
  public let status: Status
  /// Figures of a row with a mean that disclosure hides all the same.
  public let withheld: Set<Figure>

  /// Figures that may be withheld on their own.
  public enum Figure: String, Sendable, Hashable, Codable, CaseIterable {
    /// ``meanInterval`` and ``meanTogether``.
    case interval
    /// ``shareZero``.
    case shareZero
    /// ``rankWithoutOnePerson``.
    case rankWithoutOnePerson
    /// ``otherMeans``.
    case otherMeans
  }

  /// Makes a value from its parts.
  public init(
    factor: String, label: String, respondents: Int?, mean: Double?, meanInterval: ConfidenceInterval?,
    median: Double?, shareZero: Double?, rank: Double?, organizations: Int?, organizationMean: Double?,
    organizationInterval: ConfidenceInterval?, organizationRank: Double?, meanTogether: ConfidenceInterval? = nil,
    organizationTogether: ConfidenceInterval? = nil, medianRank: Double? = nil,
    rankWithoutOnePerson: ClosedRange<Double>? = nil, rankWithoutOneOrganization: ClosedRange<Double>? = nil,
    otherMeans: OtherMeans? = nil, status: Status, withheld: Set<Figure> = []
  ) {
    self.factor = factor
    self.label = label
    self.respondents = respondents
    self.mean = mean
    self.meanInterval = meanInterval
    self.median = median
    self.shareZero = shareZero
    self.rank = rank
    self.organizations = organizations
    self.organizationMean = organizationMean
    self.organizationInterval = organizationInterval
    self.organizationRank = organizationRank
    self.meanTogether = meanTogether
    self.organizationTogether = organizationTogether
    self.medianRank = medianRank
    self.rankWithoutOnePerson = rankWithoutOnePerson
    self.rankWithoutOneOrganization = rankWithoutOneOrganization
    self.otherMeans = otherMeans
    self.status = status
    self.withheld = withheld
  }
}
