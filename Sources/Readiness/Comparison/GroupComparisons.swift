import Statistics
import Survey

/// All comparisons of one grouping.
struct GroupComparisons: Sendable {
  /// Rows by family: the family's own rows, then its pairs.
  let rows: [Comparison]
  /// What each family can show.
  let notes: [FamilyNote]

  /// Compares the groups of a grouping on every measure of every family.
  ///
  /// - Parameters:
  ///   - scores: the scores of every person.
  ///   - grouping: the groups; groups without people are never compared.
  ///   - rows: the respondents by organisation.
  ///   - hidden: the groups that disclosure hides on a measure, by index: they are left out of every comparison and leave a
  ///     row without numbers.
  ///   - minimum: the minimum of disclosure; 0 shows all.
  ///   - threads: at most so many threads; the result does not depend on it.
  init(
    _ scores: Scores, grouping: RespondentGrouping, rows: OrganizationRows, hidden: @Sendable (String) -> Set<Int>,
    minimum: Int, threads: Int
  ) {
    let families = ComparisonFamily.families(of: scores.measures)
    let tasks = families.flatMap { family in family.measures.map { (family: family.name, measure: $0) } }
    let drafts = concurrentMap(tasks.count, threads: threads) { task in
      MeasureComparisons(
        scores, family: tasks[task].family, measure: tasks[task].measure, grouping: grouping, rows: rows,
        hidden: hidden(tasks[task].measure), minimum: minimum)
    }
    var finished: [Comparison] = []
    var notes: [FamilyNote] = []
    for family in families {
      let own = zip(tasks, drafts).filter { $0.0.family == family.name }.map(\.1)
      for (name, drafts, isPairs) in [
        (family.name, own.map(\.all), false), (family.name + "_pairs", own.map(\.pairs), true),
      ] {
        guard !drafts.allSatisfy(\.isEmpty) else { continue }
        let adjusted = ComparisonFamily.adjusted(drafts, withinMeasure: isPairs)
        finished += adjusted.rows
        notes.append(FamilyNote(family: name, by: grouping.name, size: adjusted.size, smallest: adjusted.smallest))
      }
    }
    self.rows = finished
    self.notes = notes
  }
}

/// The comparisons of one measure: over all groups, and pair by pair where there are more than two.
private struct MeasureComparisons: Sendable {
  /// The row over all groups (or of the only pair), with its pooled row.
  var all: [ComparisonDraft] = []
  /// The rows of the pairs with their pooled rows.
  var pairs: [ComparisonDraft] = []

  init(
    _ scores: Scores, family: String, measure: String, grouping: RespondentGrouping, rows: OrganizationRows,
    hidden: Set<Int>, minimum: Int
  ) {
    let everybody = ComparisonDraft(family: family, measure: measure, by: grouping.name, groupA: "all")
    guard let place = scores.place(of: measure), place < scores.columns.count, !scores.layout.items[place].isEmpty
    else {
      all = [everybody.withheld(.notAsked, note: "No item of this measure was asked.")]
      return
    }
    let collapsed = CollapsedScores(scores.columns[place], grouping: grouping, rows: rows)
    let sizes = collapsed.sizes
    let shown = grouping.labels.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }
    func contrast(_ groups: [Int], family: String, isPair: Bool) -> GroupContrast {
      let names = groups.map { grouping.labels[$0] }
      let draft = ComparisonDraft(
        family: family, measure: measure, by: grouping.name, groupA: isPair ? names[0] : "all",
        groupB: isPair ? names[1] : nil)
      return GroupContrast(
        draft: draft, scores: collapsed, groups: groups, permutations: scores.plan.permutations,
        seed: Self.seed(scores.plan.seed, [grouping.name, measure] + names), level: scores.plan.level, minimum: minimum)
    }

    if shown.count >= 2 {
      all = contrast(shown, family: family, isPair: shown.count == 2).rows
    } else if hidden.isEmpty {
      all = [everybody.withheld(.tooFewPeople, note: "Fewer than two groups have a score.")]
    } else {
      all = [everybody.withheld(.suppressed, note: "Fewer than two groups are large enough to be shown.")]
    }
    guard grouping.labels.count > 2 else { return }
    for first in grouping.labels.indices {
      for second in grouping.labels.indices where second > first {
        let pair = [first, second]
        if pair.allSatisfy(shown.contains) {
          if shown.count > 2 { pairs += contrast(pair, family: family + "_pairs", isPair: true).rows }
        } else {
          let isHidden = pair.contains(where: hidden.contains)
          pairs.append(
            contrast(pair, family: family + "_pairs", isPair: true).draft.withheld(
              isHidden ? .suppressed : .tooFewPeople,
              note: isHidden ? "A group is too small to be shown." : "A group has nobody with a score."))
        }
      }
    }
  }

  /// Where the rearrangements of one comparison start: the plan's seed stirred with the comparison's names, so that a p-value
  /// can be had again alone and does not change when other measures, groups or files are added (FNV-1a).
  private static func seed(_ seed: UInt64, _ names: [String]) -> UInt64 {
    StableHash.of(names.joined(separator: "\u{1F}"), seed: seed)
  }
}
