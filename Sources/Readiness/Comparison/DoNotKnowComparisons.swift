import Statistics

/// The comparison of how often the groups answer “don't know” on one measure: knowledge is an outcome of its own.
///
/// The row to read compares each person's share of such answers by the contrast of the primary comparisons, so that organisations
/// never get in the way; its p is that of the knowledge gap where there are two groups. Beside it stands the test of Fisher,
/// Freeman and Halton on who gave any such answer. Pairs are in the atlas of perception gaps.
///
/// - Cost: one pass over the answers of the measure's items.
struct DoNotKnowComparisons: Sendable {
  /// The row to read, then the row beside it.
  let rows: [ComparisonDraft]

  /// The family's name.
  static let family = "dont_know"

  /// Compares the groups of a grouping on one measure.
  init(_ engine: ComparisonEngine, measure: String) {
    let grouping = engine.grouping
    let everybody = ComparisonDraft(family: Self.family, measure: measure, by: grouping.name, groupA: "all")
    guard let place = engine.scores.place(of: measure), !engine.scores.layout.items[place].isEmpty else {
      rows = [everybody.withheld(.notAsked, note: "No item of this measure was asked.")]
      return
    }
    let subject = engine.subject(place)
    let scores = CollapsedScores(engine.scores.doNotKnowShares(place), grouping: grouping, rows: engine.rows)
    let sizes = scores.sizes
    let shown = grouping.labels.indices.filter { sizes[$0] > 0 && !engine.hidden[place].contains($0) }
    guard shown.count > 1 else {
      rows = [
        engine.hidden[place].isEmpty
          ? everybody.withheld(.tooFewPeople, note: "Fewer than two groups were asked.")
          : everybody.withheld(.suppressed, note: "Fewer than two groups are large enough to be shown.")
      ]
      return
    }
    let names = shown.map { grouping.labels[$0] }
    var draft = everybody
    if shown.count == 2 { (draft.groupA, draft.groupB) = (names[0], names[1]) }
    // Leaving out the groups that say it seldom would choose groups by the outcome.
    guard subject.isKnowledgeShown(shown) else {
      rows = [draft.withheld(.suppressed, note: "Too few answers were “don't know” for their share to be shown.")]
      return
    }
    draft.evidence.missing = engine.missing.missing(by: grouping.name, groups: shown, measure: place, scored: sizes)
    let contrast = GroupContrast(
      draft: draft, names: names, scores: scores, moments: scores.organizations.map(\.moments), groups: shown,
      seed: engine.seed([grouping.name, measure, PerceptionGap.Kind.knowledge.rawValue] + names),
      choices: engine.choices)
    var base = contrast.base
    // Medians are of scores.
    base.evidence.medians = nil
    if !subject.isShown(people: shown.map { sizes[$0] }, shown) { (base.nA, base.nB) = (nil, nil) }
    var primary = contrast.primary(base)
    if primary.status == .noVariation {
      primary.note = "Everybody who is compared gave the same share of such answers."
    } else if primary.p != nil {
      primary.note = ComparisonDraft.joined("Compares each person's share of “don't know” answers.", primary.note)
    }
    rows = [primary, Self.anyAnswer(contrast, base: base)]
  }

  /// Who gave any such answer, by group.
  private static func anyAnswer(_ contrast: GroupContrast, base: ComparisonDraft) -> ComparisonDraft {
    let counts = contrast.scores.pooled(contrast.groups)
    let choices = contrast.choices
    var row = base.beside(contrast.design)
    row.method = "fisher_freeman_halton"
    let table = counts.groupTotals.indices.map { group -> [Int] in
      let none = counts.values.indices.reduce(0) { $0 + (counts.values[$1] > 0 ? 0 : counts[group, $1]) }
      return [counts.groupTotals[group] - none, none]
    }
    guard table.allSatisfy({ $0.allSatisfy { $0 == 0 || $0 >= choices.minimum } }) else {
      return row.withheld(.suppressed, note: "Too few people said “don't know”, or never did, to count them.")
    }
    do throws(SampleFault) {
      row.take(try FisherTest(table, null: null(contrast, sizes: counts.groupTotals)), method: row.method)
      row.effect = try effect(table, level: choices.level)
      row.note = ComparisonDraft.joined("Counts who gave any such answer.", row.note)
      return choices.settled(row)
    } catch {
      var failed = row.failed(error)
      if error == .noVariation {
        failed.note = "Everybody who is compared gave such an answer, or nobody did."
      }
      return failed
    }
  }

  /// Exact while half the groups have few tables, else as many rearrangements as other rows beside the primary ones have.
  private static func null(_ contrast: GroupContrast, sizes: [Int]) -> NullDistribution {
    let halves = [sizes.prefix((sizes.count + 1) / 2), sizes.suffix(sizes.count / 2)]
    let tables = halves.map { $0.reduce(1.0) { $0 * Double($1 + 1) } }.reduce(0, +)
    let count = max(1, min(contrast.choices.permutations, CompanionTests.rearrangements))
    switch contrast.choices.null {
    case .automatic where tables > enumerated, .permutation: return .permutation(count: count, seed: contrast.seed)
    case .automatic, .exact, .asymptotic: return .exactOrPermutation(count: count, seed: contrast.seed)
    }
  }

  /// Above this many tables of half the groups the exact road is not taken unasked.
  private static let enumerated = 20_000.0

  /// The difference of two groups' shares; Cramér's V of more.
  private static func effect(_ table: [[Int]], level: Double) throws(SampleFault) -> EffectSize {
    guard table.count == 2 else { return try ChiSquareTest(table, null: .asymptotic).cramersV(level: level) }
    let parts = table.map { (count: $0[0], total: $0[0] + $0[1]) }
    let shares = parts.map { Double($0.count) / Double($0.total) }
    return EffectSize(
      name: "difference_of_shares", value: shares[0] - shares[1],
      interval: try .newcombe(parts[0], parts[1], level: level), intervalMethod: "Newcombe's hybrid score")
  }
}
