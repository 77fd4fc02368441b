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
    /// By dimension; nil where it has no score.
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
      let parts = Parts(scores.responses.instrument.ratings.map(\.facets))
      let found = shares(scores, parts: parts)
      for breakdown in [GapShareRow.Breakdown.co, .step] {
        let own = parts.all.indices.filter { parts.all[$0].breakdown == breakdown }
        // A part that rests on few people, or whose own score is hidden, hides the breakdown, whose parts add up to a known whole.
        let isShown = own.allSatisfy { part in
          guard found.people[part] > 0 else { return true }
          let measure = parts.all[part].facet.flatMap { facet in
            scores.measures.firstIndex { $0.kind == .facet(facet) }
          }
          return found.people[part] >= minimum && !(measure.map(isHidden) ?? false)
        }
        for part in own {
          let facet = parts.all[part].facet
          if found.people[part] > 0 {
            rows.append(
              row(breakdown, facet?.columnName, isShown ? found.points[part] : nil, isShown ? .ok : .suppressed))
          } else if let facet {
            rows.append(row(breakdown, facet.columnName, nil, Self.isAsked(facet, scores) ? .tooFewAnswers : .notAsked))
          }
        }
      }
      return rows
    }

    /// Points by part, and the people who answered any of its items on a barrier on which they have a score.
    private func shares(_ scores: Scores, parts: Parts) -> (points: [Double], people: [Int]) {
      let layout = scores.layout
      let responses = scores.responses
      // Distance from the ready end by item, persons counting the same.
      var lost = [Double](repeating: 0, count: layout.codings.count)
      var people = [Int](repeating: 0, count: parts.all.count)
      for person in self.people {
        var touched = [Bool](repeating: false, count: parts.all.count)
        let weight = responses.weights.isEmpty ? 1 : responses.weights[person]
        for (dimension, place) in layout.dimensions.enumerated() where points[dimension] != nil {
          guard case .items(let items, _) = layout.recipes[place], !scores.columns[place][person].isNaN else {
            continue
          }
          let answers = items.compactMap { item -> (item: Int, steps: Int)? in
            guard !responses.answers[item].isEmpty,
              let steps = layout.codings[item].steps(of: responses.answers[item][person])
            else { return nil }
            return (item, steps)
          }
          for (item, steps) in answers {
            lost[item] += weight * Double(layout.range - steps) / Double(answers.count)
            for part in parts.ofItem[item] { touched[part.place] = true }
          }
        }
        for part in touched.indices where touched[part] { people[part] += 1 }
      }
      var shares = [Double](repeating: 0, count: parts.all.count)
      for (dimension, place) in layout.dimensions.enumerated() {
        guard let contribution = points[dimension], case .items(let items, _) = layout.recipes[place] else { continue }
        let whole = items.reduce(0) { $0 + lost[$1] }
        for item in items where whole > 0 {
          for part in parts.ofItem[item] { shares[part.place] += contribution * lost[item] / whole * part.share }
        }
      }
      return (shares, people)
    }

    private static func isAsked(_ facet: Facet, _ scores: Scores) -> Bool {
      let responses = scores.responses
      return responses.instrument.ratings.enumerated().contains { place, item in
        item.dimension != nil && item.facets.contains(facet) && !responses.answers[place].isEmpty
      }
    }
  }

  /// The Co's and the Steps, each followed by what belongs to none of them, and where each item's points go.
  private struct Parts {
    let all: [(breakdown: GapShareRow.Breakdown, facet: Facet?)]
    /// Parts of each item with the share of its points; they add up to 1 in each breakdown.
    let ofItem: [[(place: Int, share: Double)]]

    init(_ facets: [[Facet]]) {
      func isCo(_ facet: Facet) -> Bool { if case .co = facet { true } else { false } }
      let cos = Facet.allCases.filter(isCo).map(Optional.some) + [nil]
      let steps = Facet.allCases.filter { !isCo($0) }.map(Optional.some) + [nil]
      let all =
        cos.map { (breakdown: GapShareRow.Breakdown.co, facet: $0) }
        + steps.map { (breakdown: GapShareRow.Breakdown.step, facet: $0) }
      self.all = all
      ofItem = facets.map { facets in
        [GapShareRow.Breakdown.co, .step].flatMap { breakdown in
          let own = all.indices.filter { place in
            all[place].breakdown == breakdown && (all[place].facet.map(facets.contains) ?? false)
          }
          let none = all.indices.filter { all[$0].breakdown == breakdown && all[$0].facet == nil }
          let parts = own.isEmpty ? none : own
          return parts.map { (place: $0, share: 1 / Double(parts.count)) }
        }
      }
    }
  }
}
