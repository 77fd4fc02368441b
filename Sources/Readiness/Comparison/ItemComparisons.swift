import Statistics

/// The comparisons of one item, to look for what a dimension's score hides: exploratory, and only where the plan asks for `items`.
///
/// The answer's readiness goes through the contrast of the primary comparisons. Numbers of people are not told where small groups
/// are hidden: with the counts of `distributions.csv` they would be a second equation.
struct ItemComparisons: Sendable {
  /// The row over all groups (or of the only pair), with the rows beside it.
  private(set) var all: [ComparisonDraft] = []
  /// The rows of the pairs, of more than two groups.
  private(set) var pairs: [ComparisonDraft] = []

  /// The family's name.
  static let family = "items"

  private let engine: ComparisonEngine
  private let code: String

  /// Compares the groups of a grouping on one rated item.
  init(_ engine: ComparisonEngine, item code: String) {
    self.engine = engine
    self.code = code
    let responses = engine.scores.responses
    guard let item = responses.instrument.ratings.firstIndex(where: { $0.code == code }),
      !responses.answers[item].isEmpty
    else {
      all = [draft("all").withheld(.notAsked, note: "This item was not asked.")]
      return
    }
    let scores = CollapsedScores(
      responses.itemMeans([item], needed: [1, 1], layout: engine.scores.layout), grouping: engine.grouping,
      rows: engine.rows)
    let moments = scores.organizations.map(\.moments)
    let hidden = hidden(item: item, sizes: scores.sizes)
    let shown = engine.grouping.labels.indices.filter { scores.sizes[$0] > 0 && !hidden.contains($0) }
    guard shown.count > 1 else {
      all = [
        hidden.isEmpty
          ? draft("all").withheld(.tooFewPeople, note: "Fewer than two groups answered.")
          : draft("all").withheld(.suppressed, note: "Fewer than two groups are large enough to be shown.")
      ]
      return
    }
    all = rows(shown, scores, moments)
    guard engine.grouping.labels.count > 2 else { return }
    for pair in MeasureGaps.pairs(engine.grouping.labels.count) {
      guard pair.allSatisfy(shown.contains) else {
        let unmade = draft(
          engine.grouping.labels[pair[0]], engine.grouping.labels[pair[1]], family: "\(Self.family)_pairs")
        pairs.append(
          pair.contains(where: hidden.contains)
            ? unmade.withheld(.suppressed, note: "A group is too small to be shown.")
            : unmade.withheld(.tooFewPeople, note: "A group has nobody with an answer."))
        continue
      }
      if shown.count > 2 { pairs += rows(pair, family: "\(Self.family)_pairs", scores, moments) }
    }
  }

  /// Groups that are hidden on the narrowest score with this item, its dimension, or too few of whom answered it. Groups that are
  /// too small in people are hidden on every measure. Cells hide more, to protect numbers that these rows do not tell.
  private func hidden(item: Int, sizes: [Int]) -> Set<Int> {
    let items = engine.scores.layout.items
    let stored = items.indices.prefix(engine.scores.columns.count)
    let own = stored.filter { items[$0].contains(item) }.min { items[$0].count < items[$1].count }
    let few = sizes.indices.filter { sizes[$0] > 0 && sizes[$0] < engine.choices.minimum }
    return Set(few).union(own.map { engine.hidden[$0] } ?? Set(sizes.indices))
  }

  private func draft(_ first: String, _ second: String? = nil, family: String = family) -> ComparisonDraft {
    ComparisonDraft(family: family, measure: code, by: engine.grouping.name, groupA: first, groupB: second)
  }

  private func rows(
    _ groups: [Int], family: String = family, _ scores: CollapsedScores, _ moments: [[Moments]]
  ) -> [ComparisonDraft] {
    let names = groups.map { engine.grouping.labels[$0] }
    let contrast = GroupContrast(
      draft: groups.count == 2 ? draft(names[0], names[1], family: family) : draft("all"),
      names: names, scores: scores, moments: moments, groups: groups,
      seed: engine.seed([engine.grouping.name, code] + names),
      choices: engine.choices)
    var base = contrast.base
    if engine.choices.minimum > 0 { (base.nA, base.nB, base.evidence.medians) = (nil, nil, nil) }
    return contrast.rows(base)
  }
}
