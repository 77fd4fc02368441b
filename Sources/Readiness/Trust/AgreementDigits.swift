import Statistics

/// How finely it is told how far people gave the same answers.
///
/// rwg, awg and average deviations are sums over how many people of an organisation gave each answer to each item, divided by how many answered it.
/// In full they have one solution for a reader who knows the items' means: how many answered each item, and every count. Rounded to one decimal
/// they leave a few people room from five times the minimum on, where they are of two items or more; those of one item never do.
struct AgreementDigits: Sendable, Hashable {
  /// The step that figures are told in, without units or in answers; nil where they are told in full.
  let unit: Double?

  /// From so many times the minimum on, agreement of an organisation is told.
  static let fewest = 5
  /// From so many people on, in hundredths.
  static let many = 300
  /// From so many people on, alpha over organisations in hundredths.
  static let manyBetween = 60

  /// Of one organisation; nil where nothing is told.
  ///
  /// - Parameters:
  ///   - people: those with a score.
  ///   - items: the items that the figures are of.
  ///   - minimum: the minimum of disclosure.
  static func within(people: Int, items: Int, minimum: Int) -> AgreementDigits? {
    if minimum == 0 { return AgreementDigits(unit: nil) }
    guard items > 1, people >= fewest * minimum else { return nil }
    return AgreementDigits(unit: people < many ? 0.1 : 0.01)
  }

  /// Over the organisations that are shown.
  static func between(people: Int, minimum: Int) -> AgreementDigits {
    AgreementDigits(unit: minimum == 0 ? nil : people < manyBetween ? 0.1 : 0.01)
  }

  /// The nearest step.
  func told(_ figure: Double) -> Double { unit.map { PartDigits.nearest(figure, unit: $0) } ?? figure }

  /// Limits rounded outwards.
  func told(_ interval: ConfidenceInterval) -> ConfidenceInterval {
    unit.map { PartDigits.outwards(interval, $0) } ?? interval
  }

  /// Agreement as told. The four figures of the variance are of one that makes r*wg against even answers a whole number of steps: each rounded by
  /// itself, they would together tell it more finely.
  ///
  /// - Parameter skewed: the null of people who lean to one end; nil for a scale without one.
  func told(_ found: WithinGroupAgreement, uniform: AgreementNull, skewed: AgreementNull?) -> AgreementRow.Within {
    let rStar = told(found.rStarWg(null: uniform))
    let variance = unit == nil ? found.meanVariance : (1 - rStar) * uniform.variance
    let finer = AgreementDigits(unit: unit.map { $0 / 10 })
    func rwg(_ null: AgreementNull) -> Double {
      finer.told(WithinGroupAgreement.rwg(variance: variance, items: found.variances.count, null: null))
    }
    return AgreementRow.Within(
      rwgUniform: rwg(uniform), rwgSkewed: skewed.map(rwg), rStarUniform: rStar,
      rStarSkewed: skewed.map { finer.told(1 - variance / $0.variance) }, awg: found.awg.map(told),
      averageDeviation: told(found.averageDeviation), medianDeviation: told(found.medianDeviation),
      customaryLimit: found.customaryLimit)
  }
}
