import Disclosure
import Statistics
import Survey

/// Do people put their money where they say the barriers are? Kendall's tau-b within each person, of how serious a barrier is and of
/// the points on factors that could relieve it.
///
/// Only dimensions that some factor serves count; a factor that serves several is split equally over them. In a barrier survey points
/// measure felt urgency, so weighing severity by points counts it twice: a mean near 1 is a warning, not a success.
///
/// - Shapes: one entry per respondent of the responses; nil where there is no allocation, fewer than three dimensions with a
///   score, or no variation in one of the two.
/// - Source: Kendall (1945), Biometrika 33(3), 239–251, doi:10.1093/biomet/33.3.239 (tau-b).
package struct SeverityConcordance: Sendable {
  /// At this mean concordance and above, the report warns that budget weights repeat the scores.
  package static let warning = 0.5

  /// Tau-b of each respondent; nil where it cannot be had.
  package let people: [Double?]

  /// Correlates severity and money person by person; nil when the budget was not asked.
  package init?(_ scores: Scores, sample: AllocationSample) {
    let dimensions = scores.responses.instrument.dimensions.map(\.id)
    let places = dimensions.map { scores.place(of: $0) }
    let crosswalk = Crosswalk(sample.question, dimensions: dimensions)
    let reached = crosswalk.reached.filter { places[$0] != nil }
    guard reached.count > 2 else { return nil }
    var people = [Double?](repeating: nil, count: scores.responses.count)
    for (person, row) in sample.rows.enumerated() {
      let money = crosswalk.weights(sample.composition(person).parts)
      let pairs = reached.compactMap { index -> (severity: Double, money: Double)? in
        guard let place = places[index], place < scores.columns.count else { return nil }
        let score = scores.columns[place][row]
        return score.isNaN ? nil : (100 - score, money[index])
      }
      guard pairs.count > 2 else { continue }
      people[row] = Concordance(pairs.map(\.severity), pairs.map(\.money)).tauB
    }
    self.people = people
  }
}

extension SeverityConcordance {
  /// The mean over people as every page and table tells it; nil when not asked, when the budget or the cohort is hidden, and for fewer people
  /// than may be shown.
  static func published(
    _ scores: Scores, sample: AllocationSample?, budget: BudgetAnswers?, suppression: AssessmentSuppression
  ) -> Estimate? {
    let minimum = suppression.rule.minimum
    let hidesCohort = minimum > 0 && suppression.groups.place(.cohort).map { suppression.isHidden[$0] } ?? true
    guard !BudgetDisclosure(budget, minimum: minimum).hidesOrganizations, !hidesCohort,
      let mean = sample.flatMap({ SeverityConcordance(scores, sample: $0)?.mean(scores) }), (mean.n ?? 0) >= minimum
    else { return nil }
    return mean
  }

  /// The mean over people, with organisations as the independent units where there are several; nil for nobody.
  ///
  /// The interval needs as many people as the plan says.
  func mean(_ scores: Scores) -> Estimate? {
    let (plan, codes) = (scores.plan, scores.responses.organization.codes)
    let known = people.indices.compactMap { row in people[row].map { (row: row, value: $0) } }
    guard !known.isEmpty else { return nil }
    let moments = Moments(known.map(\.value))
    var influences: [Int: Double] = [:]
    for person in known where codes[person.row] >= 0 {
      influences[Int(codes[person.row]), default: 0] += (person.value - moments.mean) / Double(known.count)
    }
    var interval: ConfidenceInterval?
    if known.count >= max(2, plan.intervalMinimum) {
      let isClustered = influences.count > 1 && known.allSatisfy { codes[$0.row] >= 0 }
      let clustered = isClustered ? ClusteredError(influences) : nil
      let error = clustered?.error ?? moments.standardDeviation.map { $0 / Double(known.count).squareRoot() } ?? 0
      if error > 1e-9 {
        interval = .mean(
          moments.mean, standardError: error, degreesOfFreedom: clustered?.freedom ?? Double(known.count - 1),
          level: plan.level, within: -1...1)
      }
    }
    return Estimate(value: moments.mean, interval: interval, n: known.count, status: .ok)
  }
}
