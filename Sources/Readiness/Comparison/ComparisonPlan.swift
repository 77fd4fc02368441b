import Survey

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
  /// Ids of measures, or the names of families (`overall`, `dimensions`, `co`, `steps`, `dont_know`, `items`, `allocation`); empty
  /// takes all families but `items`, which is exploratory.
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

extension ComparisonPlan {
  /// Checks that every measure, family and group exists.
  ///
  /// - Parameters:
  ///   - responses: what is compared.
  ///   - columns: the columns that people can be grouped by.
  func check(against responses: Responses, columns: [String]) throws(AssessmentFault) {
    let known =
      ComparisonFamily.names + ComparisonFamily.otherNames
      + (responses.instrument.budget == nil ? [] : [AllocationComparisons.family])
      + responses.instrument.measures.map(\.id)
    for name in measures where !known.contains(name) {
      throw .unknownMeasure(name, nearest: NearestName.of(name, in: known))
    }
    for (column, groups) in order.sorted(by: { $0.key < $1.key }) {
      guard columns.contains(column) else { throw .unknownGrouping(column, known: columns) }
      let known = Self.groups(of: column, in: responses)
      for group in groups where !known.contains(group) {
        throw .unknownGroup(group, column: column, nearest: NearestName.of(group, in: known))
      }
      guard groups.count > 1, Set(groups).count == groups.count else {
        throw .settingOutOfRange(name: "order", expected: "two different groups or more of “\(column)”, each once")
      }
    }
  }

  /// The groups that a column may have: those of the instrument, also without people, or the labels in the files.
  private static func groups(of column: String, in responses: Responses) -> [String] {
    switch column {
    case "respondent_type": responses.instrument.respondentTypes.map(\.code)
    case "roll_up": responses.instrument.rollUps.map(\.code)
    default: responses.grouping(named: column)?.labels ?? []
    }
  }
}
