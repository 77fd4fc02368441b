import Statistics
import Survey

/// How far “don't know” answers could move the effect of a contrast: its smallest and largest value when all of one group hide
/// the lowest answer of the readiness scale and all of the other group the highest, and the other way round.
///
/// People whom “don't know” alone left without a score enter. The measure is scored twice over for all groups at once, so that the
/// cost does not grow with the number of pairs; it is not scored at all where no group gave such an answer.
struct DoNotKnowBounds: Sendable {
  private let subject: ComparisonSubject
  private let ends: (lowest: CollapsedScores, highest: CollapsedScores)?

  init(_ subject: ComparisonSubject) {
    self.subject = subject
    let engine = subject.engine
    let counts = subject.shown.map {
      engine.missing.count(.doNotKnow, by: engine.grouping.name, group: $0, measure: subject.place)
    }
    guard subject.shown.count > 1, counts.contains(where: { $0 > 0 }) else {
      ends = nil
      return
    }
    func collapsed(_ end: ReadinessEnd) -> CollapsedScores {
      CollapsedScores(
        engine.scores.column(subject.place, doNotKnowAs: end), grouping: engine.grouping, rows: engine.rows)
    }
    ends = (collapsed(.lowest), collapsed(.highest))
  }

  /// The bounds of a contrast of two groups; nil where neither gave such an answer, or their number is withheld.
  func bounds(_ contrast: GroupContrast) -> ClosedRange<Double>? {
    guard let ends, let count = contrast.draft.evidence.missing.doNotKnow, count > 0 else { return nil }
    let (first, second) = (contrast.groups[0], contrast.groups[1])
    let effects = [
      ends.lowest.pairing(first, with: ends.highest, second), ends.highest.pairing(first, with: ends.lowest, second),
    ].compactMap(contrast.effect)
    guard let low = effects.min(), let high = effects.max(), effects.count == 2 else { return nil }
    return low...high
  }
}

extension GroupContrast {
  /// The primary row's effect on other scores of the same two groups (0 and 1 of `scores`), under the same design.
  fileprivate func effect(_ scores: CollapsedScores) -> Double? {
    switch design {
    case .withinOrganizations:
      try? EffectSize.probabilityOfSuperiority(strata: scores.organizations).value
    case .wholeOrganizations:
      try? EffectSize.probabilityOfSuperiority(OrganizationMeans(scores.organizations, groupCount: 2).counts).value
    case .oneOrganization, .organizationsNotNamed:
      try? EffectSize.probabilityOfSuperiority(scores.pooled([0, 1])).value
    case .confounded: nil
    }
  }
}
