import Statistics
import Survey

/// Looks for the component that stands out below its fellows: the weakest Co, the earliest weak Step.
///
/// A component is compared with the mean of the others within the same people, so each difference is paired. It stands out
/// only when the simultaneous interval of its difference ends below 0.
struct Standouts: Sendable {
  /// A component's score, or the reason why there is none.
  enum Component: Sendable {
    /// The score and its joint draws.
    case scored(Double, draws: [Double])
    /// No score.
    case missing(Status)
  }

  /// The component with the lowest score, when it stands out.
  ///
  /// With a component missing nothing can be said: the missing one may be the weakest. Two that share the lowest score do not
  /// stand out from each other.
  static func weakest(_ components: [(facet: Facet, component: Component)], level: Double) -> Standout {
    for entry in components {
      if case .missing(let status) = entry.component { return .cannotSay(status) }
    }
    let differences = differences(components, level: level)
    guard let lowest = differences.min(by: { $0.estimate < $1.estimate }) else { return .cannotSay(.tooFewAnswers) }
    guard differences.count(where: { $0.estimate <= lowest.estimate + 1e-9 }) == 1 else { return .none }
    return lowest.upper < 0 ? .named(lowest.facet) : .none
  }

  /// The first component on the route that stands out; a missing one on the way stops the reading.
  static func earliest(_ components: [(facet: Facet, component: Component)], level: Double) -> Standout {
    let differences = differences(components, level: level)
    for entry in components {
      if case .missing(let status) = entry.component { return .cannotSay(status) }
      guard let difference = differences.first(where: { $0.facet == entry.facet }) else {
        return .cannotSay(.tooFewAnswers)
      }
      if difference.upper < 0 { return .named(entry.facet) }
    }
    return .none
  }

  /// Each component less the mean of the other scored ones, with the upper end of its simultaneous interval; empty below two.
  private static func differences(
    _ components: [(facet: Facet, component: Component)], level: Double
  ) -> [(facet: Facet, estimate: Double, upper: Double)] {
    var facets: [Facet] = []
    var scores: [Double] = []
    var draws: [[Double]] = []
    for entry in components {
      guard case .scored(let score, let own) = entry.component else { continue }
      facets.append(entry.facet)
      scores.append(score)
      draws.append(own)
    }
    guard facets.count > 1 else { return [] }
    func difference(_ values: [Double], _ index: Int) -> Double {
      let others = values.reduce(0, +) - values[index]
      return values[index] - others / Double(values.count - 1)
    }
    let estimates = scores.indices.map { difference(scores, $0) }
    let differences = SimultaneousIntervals(
      estimates: estimates,
      draws: scores.indices.map { index in
        (draws.first?.indices ?? 0..<0).map { draw in difference(draws.map { $0[draw] }, index) }
      }, level: level)
    return zip(facets, zip(estimates, differences.intervals)).map { ($0, $1.0, $1.1.upper) }
  }
}
