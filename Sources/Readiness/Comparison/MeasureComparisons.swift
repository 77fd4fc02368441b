import Statistics

/// The comparisons of one measure: over all groups, and pair by pair where there are more than two.
struct MeasureComparisons: Sendable {
  /// The row over all groups (or of the only pair), with the rows beside it.
  var all: [ComparisonDraft] = []
  /// The rows of the pairs with the rows beside them.
  var pairs: [ComparisonDraft] = []
  /// How every two groups see the measure differently.
  var gaps: [MeasureGaps.Draft] = []

  /// Compares the groups of a grouping on one measure of a family.
  init(_ engine: ComparisonEngine, family: ComparisonFamily, measure: String) {
    switch family.subject {
    case .scores: self.init(engine, family: family.name, measure: measure)
    case .doNotKnow: self.init(all: DoNotKnowComparisons(engine, measure: measure).rows, pairs: [])
    case .item:
      let item = ItemComparisons(engine, item: measure)
      self.init(all: item.all, pairs: item.pairs)
    }
  }

  private init(all: [ComparisonDraft], pairs: [ComparisonDraft]) { (self.all, self.pairs) = (all, pairs) }

  /// Compares the groups of a grouping on the scores of one measure.
  init(_ engine: ComparisonEngine, family: String, measure: String) {
    let grouping = engine.grouping
    let everybody = ComparisonDraft(family: family, measure: measure, by: grouping.name, groupA: "all")
    guard let place = engine.scores.place(of: measure), !engine.scores.layout.items[place].isEmpty else {
      all = [everybody.withheld(.notAsked, note: "No item of this measure was asked.")]
      if Self.hasGaps(family) { gaps = MeasureGaps(notAsked: measure, engine: engine).drafts }
      return
    }
    let subject = engine.subject(place)
    let bounds = DoNotKnowBounds(subject)
    let shown = subject.shown
    func rows(_ groups: [Int], family: String, isPair: Bool) -> [ComparisonDraft] {
      let contrast = subject.contrast(groups, family: family, isPair: isPair)
      let base = contrast.base
      var rows = contrast.rows(base)
      if isPair, rows[0].effect != nil {
        rows[0].evidence.doNotKnowBounds = contrast.digits.told(bounds.bounds(contrast), scale: 1)
      }
      let companions = CompanionTests(contrast, base: base)
      return rows + (isPair ? companions.pair + ModelTests(contrast, base: base).rows : companions.all)
    }

    if shown.count >= 2 {
      all = rows(shown, family: family, isPair: shown.count == 2)
    } else if engine.hidden[place].isEmpty {
      all = [everybody.withheld(.tooFewPeople, note: "Fewer than two groups have a score.")]
    } else {
      all = [everybody.withheld(.suppressed, note: "Fewer than two groups are large enough to be shown.")]
    }
    all += subject.ordered(family: family)
    defer { if Self.hasGaps(family) { gaps = MeasureGaps(subject, levels: pairs + all).drafts } }
    guard grouping.labels.count > 2 else { return }
    let postHoc = shown.count > 2 ? subject.postHoc(family: family + "_pairs") : [:]
    for pair in MeasureGaps.pairs(grouping.labels.count) {
      if pair.allSatisfy(shown.contains) {
        guard shown.count > 2 else { continue }
        pairs += rows(pair, family: family + "_pairs", isPair: true) + (postHoc[pair] ?? [])
      } else {
        pairs.append(subject.unmade(pair, family: family + "_pairs"))
      }
    }
  }

  /// The atlas holds the measures of the four families.
  private static func hasGaps(_ family: String) -> Bool { ComparisonFamily.names.contains(family) }
}

extension ComparisonSubject {
  /// The pairwise rows that look at all shown groups at once.
  func postHoc(family: String) -> [[Int]: [ComparisonDraft]] {
    PostHocTests(scores, shown: shown, level: engine.choices.level).rows { pair in
      let contrast = contrast(pair, family: family, isPair: true)
      return contrast.base.beside(contrast.design)
    }.mapValues { $0.map(engine.choices.settled) }
  }

  /// The row of the groups that the plan puts in order; none without an order, or with fewer than two of its groups shown.
  func ordered(family: String) -> [ComparisonDraft] {
    guard let order = engine.scores.plan.comparison.order[engine.grouping.name] else { return [] }
    let groups = order.compactMap { engine.grouping.labels.firstIndex(of: $0) }.filter(shown.contains)
    guard groups.count > 1 else { return [] }
    let contrast = contrast(groups, family: family, isPair: false)
    return CompanionTests(contrast, base: contrast.base).ordered(groups.map { engine.grouping.labels[$0] })
  }

  /// The row of a pair that is not compared: a group is hidden, or has nobody with a score.
  func unmade(_ pair: [Int], family: String) -> ComparisonDraft {
    let names = pair.map { engine.grouping.labels[$0] }
    let draft = ComparisonDraft(
      family: family, measure: measure, by: engine.grouping.name, groupA: names[0], groupB: names[1])
    return isHidden(pair)
      ? draft.withheld(.suppressed, note: "A group is too small to be shown.")
      : draft.withheld(.tooFewPeople, note: "A group has nobody with a score.")
  }
}
