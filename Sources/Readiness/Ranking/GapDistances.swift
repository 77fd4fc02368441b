import Statistics
import Survey

/// The parts of three breakdowns: every barrier; the Co's and what belongs to none of them; the Steps and what belongs to none.
struct GapParts: Sendable {
  /// Breakdown and measure of each part; a part without measure is what belongs to no Co, or to no Step.
  let all: [(breakdown: GapShareRow.Breakdown, measure: Int?)]
  /// Whether any item of the part was asked.
  let isAsked: [Bool]
  /// Parts of each item with the share of its points; they add up to 1 in each breakdown.
  let ofItem: [[(part: Int, share: Double)]]

  init(_ scores: Scores) {
    let (layout, responses) = (scores.layout, scores.responses)
    func facets(_ isCo: Bool) -> [Int?] {
      scores.measures.indices.filter { place in
        switch scores.measures[place].kind {
        case .facet(.co): isCo
        case .facet(.step): !isCo
        default: false
        }
      } + [nil]
    }
    let all =
      layout.dimensions.map { (breakdown: GapShareRow.Breakdown.barrier, measure: Optional($0)) }
      + facets(true).map { (breakdown: .co, measure: $0) } + facets(false).map { (breakdown: .step, measure: $0) }
    let ofItem = responses.instrument.ratings.map { item in
      GapShareRow.Breakdown.allCases.flatMap { breakdown -> [(part: Int, share: Double)] in
        let parts = all.indices.filter { all[$0].breakdown == breakdown }
        let own = parts.filter { part in
          switch all[part].measure.map({ scores.measures[$0].kind }) {
          case .dimension(let id): item.dimension == id
          case .facet(let facet): item.dimension != nil && item.facets.contains(facet)
          default: false
          }
        }
        let chosen = own.isEmpty ? parts.filter { all[$0].measure == nil } : own
        return chosen.map { ($0, 1 / Double(chosen.count)) }
      }
    }
    var isAsked = [Bool](repeating: false, count: all.count)
    for (item, parts) in ofItem.enumerated() where !responses.answers[item].isEmpty {
      for (part, _) in parts { isAsked[part] = true }
    }
    self.all = all
    self.isAsked = isAsked
    self.ofItem = ofItem
  }
}

/// How far the answers of one organisation lie from the ready end, by barrier and part.
struct GapDistances {
  /// `means[barrier][part]`, 0…100: means over the people with a score on the barrier; they add up to its distance in each breakdown.
  let means: [[Double]]
  /// People who answered any item of each part, on a barrier on which they have a score.
  let answering: [Int]
  /// People with a score on any barrier.
  let people: Int
  private let kept: [Kept]
  private let totals: [Double]
  private let partCount: Int
  private let barrierOf: [Int]

  /// One person's distances on one barrier.
  private struct Kept {
    let person: Int
    let barrier: Int
    let weight: Double
    let parts: [(part: Int, value: Double)]
  }

  /// - Parameters:
  ///   - people: rows of the organisation.
  ///   - isPresent: whether a barrier, by its place among the dimensions, has a score.
  init(_ scores: Scores, people rows: [Int], parts: GapParts, isPresent: (Int) -> Bool) {
    let (layout, responses) = (scores.layout, scores.responses)
    var kept: [Kept] = []
    var means = [[Double]](
      repeating: [Double](repeating: 0, count: parts.all.count), count: layout.dimensions.count)
    var totals = [Double](repeating: 0, count: layout.dimensions.count)
    var answering = [Int](repeating: 0, count: parts.all.count)
    var people = 0
    for row in rows {
      var touched = [Bool](repeating: false, count: parts.all.count)
      var isScored = false
      for (barrier, place) in layout.dimensions.enumerated() where isPresent(barrier) {
        guard case .items(let items, _) = layout.recipes[place], !scores.columns[place][row].isNaN else { continue }
        isScored = true
        var values = [Double](repeating: 0, count: parts.all.count)
        var answers = 0
        for item in items where !responses.answers[item].isEmpty {
          guard let steps = layout.codings[item].steps(of: responses.answers[item][row]) else { continue }
          answers += 1
          for (part, share) in parts.ofItem[item] {
            values[part] += share * Double(layout.range - steps)
            touched[part] = true
          }
        }
        let weight = responses.weights.isEmpty ? 1 : responses.weights[row]
        let scale = 100 / Double(max(1, answers) * layout.range)
        let own = values.indices.filter { values[$0] > 0 }.map { (part: $0, value: values[$0] * scale) }
        for (part, value) in own { means[barrier][part] += weight * value }
        totals[barrier] += weight
        kept.append(Kept(person: people, barrier: barrier, weight: weight, parts: own))
      }
      for part in touched.indices where touched[part] { answering[part] += 1 }
      if isScored { people += 1 }
    }
    for barrier in means.indices where totals[barrier] > 0 {
      for part in means[barrier].indices { means[barrier][part] /= totals[barrier] }
    }
    self.means = means
    self.totals = totals
    self.answering = answering
    self.people = people
    self.kept = kept
    partCount = parts.all.count
    // The part of a barrier stands at the barrier's own place.
    barrierOf = Array(layout.dimensions.indices)
  }

  /// Points by part: a barrier's points go to its parts in proportion to their distances.
  func shared(_ points: [Double?]) -> [Double] {
    var shares = [Double](repeating: 0, count: partCount)
    for (barrier, own) in means.enumerated() {
      let whole = own[barrierOf[barrier]]
      guard let contribution = points[barrier], whole > 0 else { continue }
      for part in own.indices { shares[part] += contribution * own[part] / whole }
    }
    return shares
  }

  /// One value per part and person, with mean 0, whose means over redrawn people are the shares' deviations; see ``GapShareSpread``.
  func parted(_ shares: [Double], weights: [Double], gap: Double) -> [[Double]] {
    var values = [[Double]](repeating: [Double](repeating: 0, count: people), count: partCount)
    for own in kept {
      let factor = weights[own.barrier] * own.weight / totals[own.barrier] * Double(people) / gap
      var deviations = means[own.barrier].map { -$0 }
      for (part, value) in own.parts { deviations[part] += value }
      let whole = deviations[barrierOf[own.barrier]]
      for part in deviations.indices { values[part][own.person] += factor * (deviations[part] - shares[part] * whole) }
    }
    return values
  }
}
