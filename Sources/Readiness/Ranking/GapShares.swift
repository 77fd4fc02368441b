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
      let organization = Organization(name: name, people: basis.rows[place].map(Int.init), points: contributions.points)
      return organization.rows(scores, minimum: basis.suppression.rule.minimum) { measure in
        basis.suppression.isHidden(GroupKey(organization: name), measure: measure)
      }
    }.flatMap(\.self)
  }

  /// One organisation whose contributions by barrier are known.
  private struct Organization {
    let name: String
    let people: [Int]
    let points: [Double?]

    func rows(_ scores: Scores, minimum: Int, isHidden: (Int) -> Bool) -> [GapShareRow] {
      let layout = scores.layout
      let gap = points.reduce(0) { $0 + ($1 ?? 0) }
      func row(_ breakdown: GapShareRow.Breakdown, _ part: String?, _ points: Double?, _ status: Status) -> GapShareRow
      {
        GapShareRow(
          organization: name, breakdown: breakdown, part: part, gap: gap, points: points,
          share: points.flatMap { gap > 0 ? $0 / gap : nil }, status: status)
      }
      var rows = zip(layout.dimensions, points).map { place, points in
        row(.barrier, scores.measures[place].id, points, points == nil ? .tooFewAnswers : .ok)
      }
      let items = itemPoints(scores)
      for breakdown in [GapShareRow.Breakdown.co, .step] {
        let parts = Self.facets(breakdown).map(Optional.some) + [nil]
        var sums = [Double](repeating: 0, count: parts.count)
        var answering = [Set<Int>](repeating: [], count: parts.count)
        for (item, found) in items.sorted(by: { $0.key < $1.key }) {
          let own = Self.facets(breakdown).filter(scores.responses.instrument.ratings[item].facets.contains)
          for (place, part) in parts.enumerated() where part.map(own.contains) ?? own.isEmpty {
            sums[place] += found.points / Double(max(1, own.count))
            answering[place].formUnion(found.people)
          }
        }
        // A part that rests on few people, or whose own score is hidden, hides the breakdown, whose parts add up to a known whole.
        let isShown = parts.indices.allSatisfy { place in
          guard !answering[place].isEmpty else { return true }
          let measure = parts[place].flatMap { facet in scores.measures.firstIndex { $0.kind == .facet(facet) } }
          return answering[place].count >= minimum && !(measure.map(isHidden) ?? false)
        }
        rows += parts.indices.compactMap { place in
          let part = parts[place]
          if answering[place].isEmpty {
            return part.map {
              row(breakdown, $0.columnName, nil, Self.isAsked($0, scores) ? .tooFewAnswers : .notAsked)
            }
          }
          return row(breakdown, part?.columnName, isShown ? sums[place] : nil, isShown ? .ok : .suppressed)
        }
      }
      return rows
    }

    /// Points by item, and who answered it among those with a score on its barrier.
    private func itemPoints(_ scores: Scores) -> [Int: (points: Double, people: Set<Int>)] {
      let layout = scores.layout
      let responses = scores.responses
      var found: [Int: (points: Double, people: Set<Int>)] = [:]
      for (index, place) in layout.dimensions.enumerated() {
        guard let contribution = points[index], case .items(let items, _) = layout.recipes[place] else { continue }
        var lost: [Int: Double] = [:]
        for person in people where !scores.columns[place][person].isNaN {
          let answers = items.compactMap { item -> (item: Int, steps: Int)? in
            guard !responses.answers[item].isEmpty,
              let steps = layout.codings[item].steps(of: responses.answers[item][person])
            else { return nil }
            return (item, steps)
          }
          let weight = responses.weights.isEmpty ? 1 : responses.weights[person]
          for answer in answers {
            lost[answer.item, default: 0] += weight * Double(layout.range - answer.steps) / Double(answers.count)
            found[answer.item, default: (0, [])].people.insert(person)
          }
        }
        let whole = lost.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        for (item, own) in lost { found[item]?.points = whole > 0 ? contribution * own / whole : 0 }
      }
      return found
    }

    private static func isAsked(_ facet: Facet, _ scores: Scores) -> Bool {
      let responses = scores.responses
      return responses.instrument.ratings.enumerated().contains { place, item in
        item.dimension != nil && item.facets.contains(facet) && !responses.answers[place].isEmpty
      }
    }

    private static func facets(_ breakdown: GapShareRow.Breakdown) -> [Facet] {
      Facet.allCases.filter { facet in
        if case .co = facet { breakdown == .co } else { breakdown == .step }
      }
    }
  }
}
