import Statistics
import Survey

/// What the rows of every model are made from.
struct ModelMaker: Sendable {
  let outcome: OutcomeValues
  let sample: ModelSample
  let level: Double
  /// The fewest people of a count that is told; 0 hides nothing.
  let minimum: Int
  /// How finely rows are told.
  let telling: ModelTelling
  /// Clusters with people in the model.
  let usedClusters: Int
  /// The clusters in which each column's people are, or those of its reference where these are fewer; none without clusters.
  let clustersOfColumn: [Int]
  /// The clusters in which the people of the references are, of the term where these are fewest.
  private let clustersOfReference: Int
  /// The standard deviation of the outcome.
  private let deviation: Double

  init(outcome: OutcomeValues, sample: ModelSample, level: Double, minimum: Int, telling: ModelTelling) {
    self.outcome = outcome
    self.sample = sample
    self.level = level
    self.minimum = minimum
    self.telling = telling
    let known = zip(outcome.values, sample.isUsed).filter(\.1).map(\.0)
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    deviation = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count))).squareRoot()
    guard let clusters = sample.clusters else {
      (usedClusters, clustersOfColumn, clustersOfReference) = (0, [], 0)
      return
    }
    usedClusters = Set(clusters.filter { $0 >= 0 }).count
    let spread = zip(sample.terms, sample.levels).map { term, levels in
      var found = [Set<Int32>](repeating: [], count: term.levels.count)
      for (level, cluster) in zip(levels, clusters) where level >= 0 { found[Int(level)].insert(cluster) }
      return found.map(\.count)
    }
    clustersOfColumn = sample.patterns.columns.map { min(spread[$0.factor][$0.level], spread[$0.factor].first ?? 0) }
    clustersOfReference = spread.compactMap(\.first).min() ?? 0
  }

  /// Whether the people of a column, and those of its reference, are in two clusters or more; without a column, those of all references.
  func isSpread(_ column: Int?) -> Bool {
    sample.clusters == nil || (column.map { clustersOfColumn[$0] } ?? clustersOfReference) >= 2
  }

  /// Fewer clusters give no error and no p.
  static let fewestClusters = 6

  /// Whether there are enough clusters for an error; people who are taken as unrelated are enough.
  var hasClusters: Bool { sample.clusters == nil || usedClusters >= Self.fewestClusters }

  static let fewClusters: Phrase =
    "Fewer than six groups answer alike together: an error from so few cannot be relied on, so there is none."

  /// A row with what all rows of the model share.
  func row(_ model: ModelRow.Model, _ kind: ModelRow.Kind) -> ModelRow {
    var row = ModelRow(outcome: outcome.outcome.id, model: model, kind: kind)
    row.n = sample.count
    row.clusters = sample.clusters == nil ? nil : usedClusters
    row.chance = chance(model, people: sample.isUsed.count(where: \.self))
    return row
  }

  /// About how far chance moves a number about so many people; logistic variables have a standard deviation of 1.8.
  func chance(_ model: ModelRow.Model, people: Int) -> Double {
    (model == .proportionalOdds || model == .designOdds ? 1.8 : deviation) / Double(max(1, people)).squareRoot()
  }

  /// People of a level.
  func people(_ term: Int, _ level: Int) -> Int { sample.levels[term].count { $0 == Int32(level) } }

  /// A row for each column of the model: a level of a term against the reference.
  func columnRows(_ model: ModelRow.Model) -> [ModelRow] {
    sample.patterns.columns.map { column in
      let term = sample.terms[column.factor]
      var row = row(model, .coefficient)
      (row.term, row.level, row.reference) = (term.name, term.levels[column.level], term.reference)
      row.nLevel = sample.counts[column.factor]?[column.level]
      row.chance = chance(model, people: people(column.factor, column.level))
      return row
    }
  }

  /// A test of each term, or the reason why there is none.
  func termRows(
    _ model: ModelRow.Model, _ name: String, _ test: (_ columns: [Int], inout ModelRow) -> Void
  ) -> [ModelRow] {
    sample.terms.indices.map { place in
      var row = row(model, .test)
      (row.term, row.item) = (sample.terms[place].name, name)
      test(sample.patterns.columns(of: place), &row)
      return row
    }
  }

  /// What a model that cannot be fitted says in every row.
  static func words(_ fault: ModelFault) -> (status: Status, note: Phrase) {
    switch fault {
    case .tooFewClusters: (.notTestable, fewClusters)
    case .tooFewRows: (.tooFewPeople, "Fewer people than the model has numbers.")
    case .dependentColumns: (.notTestable, "Terms follow from each other, so their effects cannot be told apart.")
    case .noResidual: (.noVariation, "Nobody differs from what the model says, or one person alone decides a number.")
    }
  }

  /// The same for a design.
  static func words(_ fault: SamplingDesign.Fault) -> (status: Status, note: Phrase) {
    switch fault {
    case .tooFewClusters: (.notTestable, "Too few groups or people were drawn for so many terms: no variance is known.")
    case .populationTooSmall: (.notTestable, "More groups were drawn from a stratum than its population has.")
    case .noValues: (.tooFewAnswers, "Nobody has an answer and a weight.")
    case .noVariation: (.noVariation, "The answers do not vary.")
    case .fewerThanTwoGroups: (.tooFewPeople, "Fewer than two groups have anybody.")
    }
  }
}

/// People who are alike in everything that least squares looks at, counted once.
struct CollapsedOutcome: Sendable {
  private(set) var design: [[Double]] = []
  private(set) var values: [Double] = []
  private(set) var clusters: [Int] = []
  private(set) var frequencies: [Int] = []

  private struct Key: Hashable {
    let row: Int32
    let cluster: Int32
    let value: Double
  }

  init(_ maker: ModelMaker) {
    let patterns = maker.sample.patterns
    let rows = patterns.rows.map { [1] + $0 }
    var places: [Key: Int] = [:]
    for (person, row) in patterns.rowOf.enumerated() where row >= 0 {
      let (cluster, value) = (maker.sample.clusters?[person] ?? 0, maker.outcome.values[person])
      let key = Key(row: row, cluster: cluster, value: value)
      if let place = places[key] {
        frequencies[place] += 1
      } else {
        places[key] = values.count
        design.append(rows[Int(row)])
        values.append(value)
        clusters.append(Int(cluster))
        frequencies.append(1)
      }
    }
  }
}
