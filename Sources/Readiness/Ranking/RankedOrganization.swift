import Statistics

/// What the ranking of one organisation rests on.
struct RankedOrganization: Sendable {
  let name: String
  /// People with an overall score.
  let people: Int
  /// Whether their number may be shown.
  var showsPeople = true
  /// The overall score.
  let score: Double
  /// Its interval; nil where it never varies.
  let interval: ConfidenceInterval?
  /// Scaled draws of the overall score.
  let draws: [Double]
  /// Whether its views are split, so that its score is a mean and no level.
  var hasSplitViews = false
}

extension RankedOrganization {
  /// Nil where the organisation has no score or no draws.
  init?(_ source: ReadinessProfiles.Sources, overall: String, showsPeople: Bool) {
    guard let estimate = source.measures[overall], let score = estimate.value, let people = estimate.n,
      let draws = source.findings.draws
    else { return nil }
    self.init(
      name: source.name, people: people, showsPeople: showsPeople, score: score, interval: estimate.interval,
      draws: draws, hasSplitViews: source.splitViews[overall] != nil)
  }
}
