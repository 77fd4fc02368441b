import Statistics
import Survey

/// How serious barriers are against the money that could relieve them.
///
/// Both cross-hairs are judgements, made within the cohort because no cut point on the scale has an evidence base: a barrier
/// is serious when its severity is above the median of all barriers, and money is enough when it is at least an even share.
public enum MoneyAndNeed {
  /// The rule in one sentence, for the report.
  public static let rule: Phrase = """
    A barrier is called serious when its severity is above the median of all barriers; money matches it when its share is at \
    least an even one. It is “paid for, not a barrier” when the whole range of its severity lies below that median and the \
    factors that serve only barriers that are not serious draw at least an even share; where its range takes in the median, or \
    it has none, that cannot be told. These cuts are a judgement.
    """

  /// One row per dimension in the instrument's order; empty when the budget or the barriers were not asked or not answered.
  ///
  /// - Parameters:
  ///   - severities: 100 − readiness of the cohort per dimension, respondents equal; nil where there is no score.
  ///   - ranges: the intervals of the severities; nil where there is none.
  ///   - labels: the names of the dimensions, or none.
  ///   - weights: the budget's weights of the dimensions (organisations equal).
  package static func rows(
    severities: [Double?], ranges: [ClosedRange<Double>?], dimensions: [String], labels: [String] = [],
    budget: BudgetAnswers, weights: BudgetWeights
  ) -> [MoneyAndNeedRow] {
    let known = severities.compactMap(\.self).sorted()
    guard !known.isEmpty else { return [] }
    let median = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    let serious = severities.map { $0.map { $0 > median + 1e-9 } }
    let mild = Set(zip(dimensions, serious).filter { $0.1 == false }.map(\.0))
    let even = 1 / Double(dimensions.count)
    let money = budget.organizationShares.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    let factors = budget.question.factors

    return dimensions.indices.map { index in
      let (split, overlapping) = (weights.split[index] ?? 0, weights.overlapping[index] ?? 0)
      // Money on factors that serve this dimension and no serious one.
      let spare = factors.indices.filter {
        factors[$0].dimensions.contains(dimensions[index]) && factors[$0].dimensions.allSatisfy(mild.contains)
      }.reduce(0) { $0 + money[$1] }
      let verdict: MoneyAndNeedRow.Verdict? = serious[index].map { serious in
        switch (serious, weights.split[index]) {
        case (true, nil): .nothingToBuy
        case (true, _): split >= even - 1e-9 ? .funded : .underFunded
        case (false, _):
          spare < even - 1e-9
            ? .notABarrier : (ranges[index]?.upperBound ?? .infinity) < median ? .paidForNotABarrier : .cannotTell
        }
      }
      return MoneyAndNeedRow(
        dimension: dimensions[index], severity: severities[index], share: split, overlappingShare: overlapping,
        verdict: verdict, label: labels.isEmpty ? "" : labels[index], status: verdict == nil ? .tooFewAnswers : .ok)
    }
  }
}

extension GroupSummaries {
  /// Severity against money for the cohort; empty when the budget or the barriers were not asked or not answered.
  ///
  /// - Parameters:
  ///   - raw: the scores as finely as they may be told.
  ///   - unit: hundredths of a point that shares are rounded to; nil for none.
  func moneyAndNeed(_ budget: BudgetAnswers?, raw: AssessmentScores, unit: Int? = nil) -> [MoneyAndNeedRow] {
    let scores = people.scores
    guard let budget, let weights = scores.budgetWeights(budget, unit: unit) else { return [] }
    let dimensions = scores.responses.instrument.dimensions.map(\.id)
    let estimates = dimensions.map { id in
      scores.place(of: id).flatMap { raw.raw(.cohort, measure: $0)?.estimate }
    }
    let severities = estimates.map { $0?.value.map { 100 - $0 } }
    let ranges = estimates.map { $0?.interval.map { 100 - $0.upper...100 - $0.lower } }
    let labels = scores.responses.instrument.dimensions.map(\.label.english)
    return MoneyAndNeed.rows(
      severities: severities, ranges: ranges, dimensions: dimensions, labels: labels, budget: budget, weights: weights)
  }
}
