import Statistics
import Survey

/// The numbers of some groups of people, each a union of cells: means, standard errors, spreads and rates per measure.
package struct GroupTable: Sendable {
  /// The group of each cell; −1 for cells outside all groups.
  package let groupOf: [Int32]
  /// People per group.
  package let sizes: [Int]
  /// Measure × group.
  package let tallies: [[Tally]]
  /// Measure × group.
  package let rates: [[AnswerRates]]
  /// The weighted mean of the group's dimension means; nil where too little of the weight has one.
  private let overall: [Double?]
  /// Its standard error.
  private let overallErrors: [Double?]
  /// The place of the overall score among the measures.
  let overallPlace: Int?
  /// The places of the dimensions among the measures, with their weights.
  let dimensions: [(place: Int, weight: Double)]
  /// How they make the overall score.
  let aggregation: Aggregation

  /// Sums cells into groups and works out the overall score of each group with its linearised standard error.
  package init(_ cells: PeopleCells, groupOf: [Int32], groupCount: Int) {
    let layout = cells.scores.layout
    func sum<Value>(_ empty: Value, _ value: (Int) -> Value, _ add: (Value, Value) -> Value) -> [Value] {
      var sums = [Value](repeating: empty, count: groupCount)
      for (cell, group) in groupOf.enumerated() where group >= 0 {
        sums[Int(group)] = add(sums[Int(group)], value(cell))
      }
      return sums
    }
    let tallies = layout.measures.indices.map { place in sum(Tally(), { cells.tallies[place][$0] }, +) }
    let itemRates = cells.counts.map { counts in
      sum(
        AnswerRates(),
        { cell in
          var rates = AnswerRates()
          rates.add(counts, cell: cell)
          return rates
        }, +)
    }
    self.groupOf = groupOf
    self.sizes = sum(0, { cells.sizes[$0] }, +)
    self.tallies = tallies
    self.rates = layout.items.map { items in
      (0..<groupCount).map { group in items.reduce(AnswerRates()) { $0 + itemRates[$1][group] } }
    }
    self.overallPlace = layout.measures.firstIndex { $0.kind == .overall }
    self.dimensions = zip(layout.dimensions, layout.dimensionWeights).map { (place: $0, weight: $1) }
    self.aggregation = layout.aggregation
    let composite = GroupComposite(
      cells, tallies: tallies, groupOf: groupOf, groupCount: groupCount, weights: layout.dimensionWeights)
    self.overall = composite.values
    self.overallErrors = composite.standardErrors
  }

  /// The group's score on a measure: the mean over its persons with a score; for the overall score the weighted mean of its
  /// dimension means. Nil where nobody has a score.
  package func value(_ place: Int, group: Int) -> Double? {
    guard tallies[place][group].n > 0 else { return nil }
    return place == overallPlace ? overall[group] : tallies[place][group].mean
  }

  /// The standard error of ``value(_:group:)`` over persons; nil below two persons with a score.
  package func standardError(_ place: Int, group: Int) -> Double? {
    guard tallies[place][group].n > 1 else { return nil }
    return place == overallPlace ? overallErrors[group] : tallies[place][group].standardError
  }
}
