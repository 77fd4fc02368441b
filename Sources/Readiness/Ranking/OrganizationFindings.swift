import Statistics
import Survey

/// What the bootstrap of one organisation leaves behind once its draws of components are read: little enough to keep for all.
struct OrganizationFindings: Sendable {
  /// Draws of the overall score, scaled; nil where it has none.
  let draws: [Double]?
  /// The interval of the overall score; nil where none can be had.
  let interval: ConfidenceInterval?
  /// The Co that stands out below the others.
  let weakestCo: Standout
  /// The earliest Step that stands out below the others.
  let earliestWeakStep: Standout

  /// Findings about an organisation without draws, for the reason given.
  static func none(_ status: Status) -> OrganizationFindings {
    OrganizationFindings(draws: nil, interval: nil, weakestCo: .cannotSay(status), earliestWeakStep: .cannotSay(status))
  }

  private init(draws: [Double]?, interval: ConfidenceInterval?, weakestCo: Standout, earliestWeakStep: Standout) {
    self.draws = draws
    self.interval = interval
    self.weakestCo = weakestCo
    self.earliestWeakStep = earliestWeakStep
  }

  /// Draws for one organisation and reads them.
  ///
  /// - Parameters:
  ///   - rows: the organisation's respondents.
  ///   - name: the organisation.
  ///   - overall: its overall score as it will be published.
  ///   - facets: its facet scores as they will be published, in the order of `Facet.allCases`.
  ///   - weights: redrawn weights of the dimensions; nil where they are fixed.
  init(
    _ scores: Scores, rows: ArraySlice<Int32>, name: String, overall: Estimate, facets: [Estimate],
    weights: WeightDraws? = nil
  ) {
    guard let score = overall.value, let n = overall.n else {
      self = .none(overall.status)
      return
    }
    let plan = scores.plan
    let bootstrap = OrganizationBootstrap(
      scores, rows: rows, name: name, overallScore: score, facetScores: facets.map(\.value),
      weights: weights)
    draws = bootstrap.overall
    if n >= plan.intervalMinimum, let error = bootstrap.standardError, error > 1e-9 {
      interval = ConfidenceInterval.mean(
        score, standardError: error, degreesOfFreedom: Double(n - 1), level: plan.level, within: 0...100)
    } else {
      interval = nil
    }
    let components = Facet.allCases.enumerated().map { index, facet -> (facet: Facet, component: Standouts.Component) in
      guard let score = facets[index].value, let n = facets[index].n else {
        return (facet, .missing(facets[index].status))
      }
      // Below this number of people there is no interval to stand on.
      guard n >= plan.intervalMinimum else { return (facet, .missing(.tooFewPeople)) }
      return (facet, .scored(score, draws: bootstrap.facets[index]))
    }
    func isCo(_ facet: Facet) -> Bool { if case .co = facet { true } else { false } }
    weakestCo = Standouts.weakest(components.filter { isCo($0.facet) }, level: plan.level)
    earliestWeakStep = Standouts.earliest(components.filter { !isCo($0.facet) }, level: plan.level)
  }
}
