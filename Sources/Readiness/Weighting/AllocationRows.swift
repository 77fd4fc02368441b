import Statistics
import Survey

extension BudgetAnswers {
  /// One row per factor in the instrument's order, before anything is hidden.
  ///
  /// Means are of the points as given. Intervals are logit-t with floors (``Statistics/ConfidenceInterval``): over respondents, and
  /// for the two-stage mean over organisations. Ranks are taken on unrounded means; ties share the mean of their places.
  ///
  /// - Parameter otherMeans: sensitivity runs by factor, or none.
  package func allocationRows(level: Double = 0.95, otherMeans: [OtherMeans] = []) -> [AllocationRow] {
    guard respondents > 0 else {
      return question.factors.map {
        AllocationRow(
          factor: $0.id, label: $0.label.english, respondents: 0, mean: nil, meanInterval: nil, median: nil,
          shareZero: nil, rank: nil, organizations: 0, organizationMean: nil, organizationInterval: nil,
          organizationRank: nil, status: .tooFewAnswers)
      }
    }
    let (means, overOrganizations) = (self.means, meansOverOrganizations)
    let ranks = Ranks.fractional(means)
    let organizationRanks = Ranks.fractional(overOrganizations)
    let total = Double(question.total)
    let medianRanks = Ranks.fractional(medians)
    let (people, units) = (jointOverRespondents(level: level), jointOverOrganizations(level: level))
    let (withoutPerson, withoutUnit) = (ranksWithoutOnePerson, ranksWithoutOneOrganization)
    return question.factors.indices.map { factor in
      AllocationRow(
        factor: question.factors[factor].id, label: question.factors[factor].label.english, respondents: respondents,
        mean: means[factor], meanInterval: interval(of: shares[factor], times: total, level: level),
        median: medians[factor], shareZero: Double(zeros[factor]) / Double(respondents), rank: ranks[factor],
        organizations: organizationCounts.count,
        organizationMean: overOrganizations.isEmpty ? nil : overOrganizations[factor],
        organizationInterval: interval(
          of: Moments(organizationMeans[factor].map { $0 / total }), times: total, level: level),
        organizationRank: overOrganizations.isEmpty ? nil : organizationRanks[factor],
        meanTogether: interval(of: shares[factor], times: total, level: level, critical: people),
        organizationTogether: interval(
          of: Moments(organizationMeans[factor].map { $0 / total }), times: total, level: level, critical: units),
        medianRank: medianRanks[factor], rankWithoutOnePerson: withoutPerson?[factor],
        rankWithoutOneOrganization: withoutUnit?[factor], otherMeans: otherMeans.isEmpty ? nil : otherMeans[factor],
        status: .ok)
    }
  }
}

/// The logit-t interval of a mean share, as a multiple of `unit`; nil below two values.
func interval(
  of shares: Moments, times unit: Double, level: Double, critical: Double? = nil
) -> ConfidenceInterval? {
  guard let deviation = shares.standardDeviation, deviation.isFinite else { return nil }
  let share = min(max(shares.mean, 0), 1)
  guard
    let interval = try? ConfidenceInterval.logitT(
      meanShare: share, standardDeviation: deviation, count: shares.count, level: level,
      criticalValue: critical)
  else { return nil }
  return ConfidenceInterval(lower: interval.lower * unit, upper: interval.upper * unit, level: level)
}
