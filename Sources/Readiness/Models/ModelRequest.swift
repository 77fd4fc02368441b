import Survey

/// What a model is asked for: the outcome, the terms, and how people came into the sample.
public struct ModelRequest: Sendable, Hashable {
  /// Known sizes of the groups of a column in the population.
  public struct Margin: Sendable, Hashable {
    /// The column.
    public let column: String
    /// The size of each group.
    public let sizes: [String: Double]

    /// Makes a value from its parts.
    public init(column: String, sizes: [String: Double]) {
      self.column = column
      self.sizes = sizes
    }
  }

  /// A measure, such as `overall` or `d03`, or the code of an item.
  public var outcome: String
  /// Grouping columns, each once, in order.
  public var terms: [String]
  /// The column whose groups answer alike, such as `organisation`; nil takes people as unrelated.
  public var cluster: String?
  /// The column of strata that the sample was drawn from; nil for none.
  public var strata: String?
  /// Clusters of the population, or people where there are no clusters, by stratum; under the empty name without strata.
  public var population: [String: Int]
  /// Known sizes that weights are brought to: one column is post-stratification, several are raking.
  public var margins: [Margin]
  /// The level that others are held against, by term; the level with the most people where none is named.
  public var references: [String: String]

  /// Makes a value from its parts.
  public init(
    outcome: String, terms: [String], cluster: String? = nil, strata: String? = nil, population: [String: Int] = [:],
    margins: [Margin] = [], references: [String: String] = [:]
  ) {
    self.outcome = outcome
    self.terms = terms
    self.cluster = cluster
    self.strata = strata
    self.population = population
    self.margins = margins
    self.references = references
  }

  /// Whether the sample was drawn, and estimates are of the population that it was drawn from.
  public func isDesigned(weights: [Double]) -> Bool {
    !weights.isEmpty || strata != nil || !population.isEmpty || !margins.isEmpty
  }

  /// Columns that must be read for it, besides those that always are.
  public var columns: [String] {
    terms.filter { $0 != "roll_up" } + [cluster, strata].compactMap(\.self)
      + margins.map(\.column).filter { $0 != "roll_up" }
  }
}

/// Why a model cannot be asked for: a name or a number that does not fit the answers.
public struct ModelRequestFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// One plain sentence that says how to mend it, without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }

  static func unknown(_ what: String, _ name: String, known: [String]) -> ModelRequestFault {
    let hint =
      NearestName.of(name, in: known).map { "; did you mean “\($0)”?" }
      ?? (known.isEmpty ? "" : "; known are \(known.joined(separator: ", "))")
    return ModelRequestFault("no \(what) is called “\(name)”\(hint)")
  }
}
