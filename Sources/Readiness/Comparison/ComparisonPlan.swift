/// Every choice of a comparison of respondent types.
public struct ComparisonPlan: Sendable, Hashable, Codable {
  /// Which null distribution the tests use.
  public enum Null: String, Sendable, Hashable, Codable, CaseIterable {
    /// Exact where it can be enumerated, else random rearrangements, else the limit where that has long been reached.
    case automatic
    /// Exact; a comparison that cannot be enumerated says so instead.
    case exact
    /// Random rearrangements, as many as the plan says.
    case permutation
    /// The limit distribution.
    case asymptotic
  }

  /// Which null distribution the tests use.
  public var null: Null
  /// Ids of measures, or the names of families (`overall`, `dimensions`, `co`, `steps`, `items`); empty takes the default.
  public var measures: [String]
  /// The groups of a grouping column in their order, for columns whose groups are ordered (grade, seniority), by column.
  public var order: [String: [String]]

  /// A plan with the package's defaults.
  public init(null: Null = .automatic, measures: [String] = [], order: [String: [String]] = [:]) {
    self.null = null
    self.measures = measures
    self.order = order
  }
}
