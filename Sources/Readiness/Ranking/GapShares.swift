import Disclosure
import Statistics
import Survey

/// Breaks an organisation's distance from 100 down three times, by barrier, by Co and by Step, each adding up to the whole.
///
/// A barrier's points are its contribution to the overall score's distance from 100. They are shared over the barrier's items by how far the
/// answers to each lie from the ready end, a person's answers counting the same; and an item's points go in equal parts to the Co's, and
/// again in equal parts to the Steps, that it belongs to. Items without a Co, or without a Step, are a part of their own.
struct GapShares: Sendable {
  /// By organisation, breakdown and part, in the order of names, breakdowns and measures.
  let rows: [GapShareRow]

  /// Breaks down the organisations that are shown whole.
  init(_ basis: AssessmentBasis, threads: Int) {
    let scores = basis.scores
    let matrix = basis.matrix
    let placeOf = Dictionary(basis.rows.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let weights = try? IndicatorWeights(proportions: scores.layout.dimensionWeights) else {
      rows = []
      return
    }
    rows = concurrentMap(matrix.names.count, threads: threads) { index -> [GapShareRow] in
      let name = matrix.names[index]
      guard let place = placeOf[name],
        let contributions = GapContributions(
          matrix.means[index], weights: weights, aggregation: scores.layout.aggregation)
      else { return [] }
      let organization = Organization(
        scores, name: name, people: basis.rows[place].map(Int.init), points: contributions.points)
      return organization.rows(minimum: basis.suppression.rule.minimum) { measure in
        basis.suppression.isHidden(GroupKey(organization: name), measure: measure)
      }
    }.flatMap(\.self)
  }

  /// One organisation whose contributions by barrier are known.
  private struct Organization {
    let scores: Scores
    let name: String
    let people: [Int]
    /// By dimension; nil where it has no score.
    let points: [Double?]
    let parts: GapParts
    /// 100 less the overall score.
    let gap: Double

    init(_ scores: Scores, name: String, people: [Int], points: [Double?]) {
      self.scores = scores
      self.name = name
      self.people = people
      self.points = points
      parts = GapParts(scores)
      gap = points.reduce(0) { $0 + ($1 ?? 0) }
    }

    func rows(minimum: Int, isHidden: (Int) -> Bool) -> [GapShareRow] {
      let distances = GapDistances(scores, people: people, parts: parts) { points[$0] != nil }
      let found = distances.shared(points)
      let spread = spread(distances, found)
      return GapShareRow.Breakdown.allCases.flatMap { breakdown -> [GapShareRow] in
        let own = parts.all.indices.filter { parts.all[$0].breakdown == breakdown }
        // A part that rests on few people, or whose own score is hidden, hides the breakdown, whose parts add up to a known whole.
        let isShown =
          breakdown == .barrier
          || own.allSatisfy { part in
            distances.answering[part] == 0
              || distances.answering[part] >= minimum && !(parts.all[part].measure.map(isHidden) ?? false)
          }
        let named = own.filter { parts.all[$0].measure != nil && distances.answering[$0] > 0 }
        let largest = spread.map { Dictionary(zip(named, $0.largest(of: named)), uniquingKeysWith: { $1 }) } ?? [:]
        return own.compactMap { part in
          let measure = parts.all[part].measure
          guard distances.answering[part] > 0 else {
            // Nobody answered what belongs to no Co or no Step: there is no such part.
            return measure.map { row(breakdown, $0, status: parts.isAsked[part] ? .tooFewAnswers : .notAsked) }
          }
          guard isShown else { return row(breakdown, measure, status: .suppressed) }
          return row(
            breakdown, measure, points: found[part], interval: spread.flatMap { $0.intervals[part] },
            largest: largest[part], status: .ok)
        }
      }
    }

    private func row(
      _ breakdown: GapShareRow.Breakdown, _ measure: Int?, points: Double? = nil, interval: ConfidenceInterval? = nil,
      largest: Double? = nil, status: Status
    ) -> GapShareRow {
      GapShareRow(
        organization: name, breakdown: breakdown, part: measure.map { scores.measures[$0].id }, gap: gap,
        points: points, share: points.flatMap { gap > 0 ? $0 / gap : nil }, interval: interval, largest: largest,
        status: status)
    }

    /// Nil for fewer people than an interval needs, and under aggregations whose contributions are no sums of means.
    private func spread(_ distances: GapDistances, _ points: [Double]) -> GapShareSpread? {
      guard scores.layout.aggregation == .arithmetic, gap > 0, distances.people >= scores.plan.intervalMinimum else {
        return nil
      }
      let weights = scores.layout.dimensionWeights
      let present = weights.indices.filter { self.points[$0] != nil }
      let whole = present.reduce(0) { $0 + weights[$1] }
      let shares = points.map { $0 / gap }
      return GapShareSpread(
        distances.parted(shares, weights: weights.map { $0 / whole }, gap: gap), shares: shares, plan: scores.plan,
        name: name)
    }
  }
}
