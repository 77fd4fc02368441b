public import Survey

/// The scores of every person on every measure, 0…100, higher is readier.
///
/// - Shapes: one column per stored measure, one entry per respondent in the order of ``Survey/Responses``. Cells (dimension × facet)
///   are not stored: they are made from the answers when asked for.
/// - Source: fixed goalposts and coverage rule as in the OECD/JRC Handbook on Constructing Composite Indicators (2008), s. 5 and 6.
public struct Scores: Sendable {
  /// What the scores are made from.
  public let responses: Responses
  /// The choices under which they were made.
  public let plan: ScoringPlan
  /// The measures in the order of files and pages.
  public let measures: [Measure]
  /// How each measure is made.
  package let layout: ScoringLayout
  /// Stored measure × respondent; NaN where a person has no score.
  package let columns: [[Double]]

  /// The score of one person, or nil when too little was answered, nothing was asked, or the measure is unknown.
  public func score(_ measure: Measure, respondent: Int) -> Double? {
    guard let place = place(of: measure.id) else { return nil }
    if place < columns.count {
      let score = columns[place][respondent]
      return score.isNaN ? nil : score
    }
    guard case .items(let items, let needed) = layout.recipes[place] else { return nil }
    var (sum, answered, asked) = (0, 0, 0)
    for item in items where !responses.answers[item].isEmpty {
      let byte = responses.answers[item][respondent]
      if byte != MissingReason.notAsked.rawValue { asked += 1 }
      if let steps = layout.codings[item].steps(of: byte) {
        sum += steps
        answered += 1
      }
    }
    guard answered >= needed[asked] else { return nil }
    return Double(100 * sum) / Double(answered * layout.range)
  }

  /// The place of a measure by its id; nil when there is none.
  package func place(of id: String) -> Int? { measures.firstIndex { $0.id == id } }
}

extension Responses {
  /// Scores every person on every measure.
  ///
  /// A score from items is one division of whole numbers, 100 × steps ÷ (answers × range), so equal ratios are equal numbers.
  /// - Parameters:
  ///   - plan: weights of the dimensions and the missing-answer rule.
  ///   - threads: at most so many threads; 0 takes one per core. The scores do not depend on it.
  public func scored(by plan: ScoringPlan, threads: Int = 0) -> Scores {
    let layout = ScoringLayout(instrument, plan: plan)
    let fromItems = concurrentMap(layout.storedCount, threads: threads) { place -> [Double] in
      guard case .items(let items, let needed) = layout.recipes[place] else { return [] }
      return itemMeans(items, needed: needed, layout: layout)
    }
    let columns = concurrentMap(layout.storedCount, threads: threads) { place -> [Double] in
      guard case .mean(let places, let weights, let least) = layout.recipes[place] else { return fromItems[place] }
      if layout.measures[place].kind == .overall, layout.aggregation != .arithmetic {
        return layout.aggregation.scores(
          of: places.map { fromItems[$0] }, weights: weights, needing: layout.weightShare)
      }
      return weightedMeans(of: places.map { fromItems[$0] }, weights: weights, least: least, count: count)
    }
    return Scores(responses: self, plan: plan, measures: layout.measures, layout: layout, columns: columns)
  }
}
