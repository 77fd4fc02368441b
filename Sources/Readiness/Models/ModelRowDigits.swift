import Foundation
import Statistics

extension ModelMaker {
  /// How finely rows are told that rest on clusters in which some level of a term has few people.
  ///
  /// Degrees of freedom by Satterthwaite are a function of how many people of each level are in each cluster, and of nothing else; errors and a
  /// random intercept are one of these numbers and of the answers.
  static func digits(_ sample: ModelSample, minimum: Int) -> SpreadDigits {
    guard let clusters = sample.clusters, minimum > 0 else { return .full }
    var people = [Int](repeating: 0, count: sample.clusterCount)
    for cluster in clusters where cluster >= 0 { people[Int(cluster)] += 1 }
    var isTold = people.map { $0 == 0 || $0 >= minimum }
    for (term, levels) in zip(sample.terms, sample.levels) {
      var cells = [[Int]](repeating: [Int](repeating: 0, count: term.levels.count), count: people.count)
      for (level, cluster) in zip(levels, clusters) where level >= 0 && cluster >= 0 {
        cells[Int(cluster)][Int(level)] += 1
      }
      for (cluster, own) in cells.enumerated() where own.contains(where: { (1..<minimum).contains($0) }) {
        isTold[cluster] = false
      }
    }
    return SpreadDigits(people: people, isTold: isTold)
  }
}

extension ModelRow {
  /// The row as finely as it may be told: one error, in as many digits as p; estimate and interval in steps of a part of it.
  func told(_ digits: SpreadDigits) -> ModelRow {
    guard digits != .full else { return self }
    var row = self
    row.errors = Errors()
    row.standardError = standardError.map(digits.nearest)
    row.statistic = digits.told(statistic)
    // Of t; the numerator's are columns.
    if item == nil { row.degreesOfFreedom = digits.told(degreesOfFreedom).map { $0.rounded() } }
    row.denominator = digits.told(denominator).map { $0.rounded() }
    row.p = p.map { digits.told(PValue(value: $0, method: .asymptotic, smallestAttainable: 1e-300), sizes: nil).value }
    row.designEffect = designEffect.map(digits.nearest)
    if kind == .variance || kind == .weights {
      row.estimate = estimate.map(digits.nearest)
    } else if let error = standardError, error > 0 {
      let steps = PartDigits.unit(atLeast: error / pow(10, Double(digits.digits - 1)) / 2)
      row.estimate = estimate.map { PartDigits.nearest($0, unit: steps) }
    }
    row.interval = interval.map { told($0, digits) }
    row.oddsRatio = oddsRatio.map(digits.nearest)
    row.oddsRatioInterval = oddsRatioInterval.map { told($0, digits) }
    row.superiority = superiority.map(digits.nearest)
    if p != nil { row.note = .spaced([note, ComparisonDraft.fewDigits]) }
    return row
  }

  private func told(_ interval: ConfidenceInterval, _ digits: SpreadDigits) -> ConfidenceInterval {
    let width = interval.upper - interval.lower
    guard width > 0 else { return interval }
    return PartDigits.outwards(interval, PartDigits.unit(atLeast: width / pow(10, Double(digits.digits)) / 2))
  }
}
