public import Statistics
public import Survey

/// One row of `structure.csv`: how several items, or the scores of the dimensions, hang together.
public struct StructureRow: Sendable, Hashable {
  /// What is looked at.
  public enum Scope: Sendable, Hashable {
    /// All barrier items at once: does the key show?
    case items
    /// The scores of the dimensions: do they belong in one overall score?
    case dimensions
    /// The items of one dimension.
    case dimension(String)

    /// The name in the file: `all_items`, `overall`, or the dimension's id.
    public var name: String {
      switch self {
      case .items: "all_items"
      case .dimensions: "overall"
      case .dimension(let id): id
      }
    }
  }

  /// What is looked at.
  public let scope: Scope
  /// Items, or scores.
  public let count: Int
  /// How many factors there should be if the key holds.
  public let expectedFactors: Int
  /// People with an answer to all of them who were looked at; nil where the number is hidden or too small.
  public let people: Int?
  /// The fewest people for a look.
  public let needed: Int
  /// What was found; nil where the structure is not assessable.
  public let structure: FactorStructure?
  /// Why there is a finding or none.
  public let status: Status
  /// The reason in a sentence; empty where there is a finding.
  public let note: Phrase

  /// Whether as many factors stand out as the key says; nil where the structure is not assessable.
  public var isAsExpected: Bool? { structure.map { $0.parallel.factorCount == expectedFactors } }
}

/// Whether the key, which says which item belongs to which dimension, shows in the answers.
public struct KeyVerdict: Sendable, Hashable {
  /// The answer.
  public enum Conclusion: String, Sendable, Hashable {
    /// Four of five items go most closely with their own dimension, and no dimension that was looked at falls apart.
    case holds
    /// Half of the items or more go most closely with their own dimension.
    case holdsInPart
    /// Fewer than half do.
    case notShown
    /// It cannot be said.
    case notAssessable
  }

  /// Items whose fit was looked at.
  public let items: Int
  /// Those that go most closely with their own dimension.
  public let fitting: Int
  /// Dimensions whose structure was looked at.
  public let dimensions: Int
  /// Those in which one factor stands out and no second one.
  public let single: Int

  init(items: [ReliabilityItemRow], structure: [StructureRow]) {
    let fits = items.compactMap(\.fit)
    self.items = fits.count
    fitting = fits.count(where: \.isOwn)
    let own = structure.compactMap { row -> Bool? in
      if case .dimension = row.scope { row.isAsExpected } else { nil }
    }
    dimensions = own.count
    single = own.count { $0 }
  }

  /// The answer.
  public var conclusion: Conclusion {
    if items == 0 { return .notAssessable }
    if 5 * fitting >= 4 * items && single == dimensions { return .holds }
    return 2 * fitting >= items ? .holdsInPart : .notShown
  }
}
