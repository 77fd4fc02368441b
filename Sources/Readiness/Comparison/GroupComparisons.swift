import Statistics
import Survey

/// All comparisons of one grouping.
struct GroupComparisons: Sendable {
  /// Rows by family: the family's own rows, then its pairs.
  private(set) var rows: [Comparison]
  /// Every pair × measure × kind, in one family.
  private(set) var gaps: [PerceptionGap]
  /// What each family can show.
  let notes: [FamilyNote]

  /// Compares the groups of a grouping on every measure of every family.
  ///
  /// - Parameter threads: at most so many threads; the result does not depend on it.
  init(_ engine: ComparisonEngine, threads: Int) {
    let families = ComparisonFamily.families(
      of: engine.scores.measures, items: engine.scores.responses.instrument.ratings.map(\.code),
      chosen: engine.scores.plan.comparison.measures)
    let tasks = families.flatMap { family in family.measures.map { (family: family, measure: $0) } }
    let drafts = concurrentMap(tasks.count, threads: threads) { task in
      MeasureComparisons(engine, family: tasks[task].family, measure: tasks[task].measure)
    }
    var finished: [Comparison] = []
    var notes: [FamilyNote] = []
    for family in families {
      let own = zip(tasks, drafts).filter { $0.0.family.name == family.name }.map(\.1)
      for (name, drafts, isPairs) in [
        (family.name, own.map(\.all), false), (family.name + "_pairs", own.map(\.pairs), true),
      ] {
        guard !drafts.allSatisfy(\.isEmpty) else { continue }
        let adjustment = isPairs ? .holm : family.adjustment
        let adjusted = ComparisonFamily.adjusted(drafts, withinMeasure: isPairs, by: adjustment)
        finished += adjusted.rows
        notes.append(
          FamilyNote(
            family: name, by: engine.grouping.name, size: adjusted.size, smallest: adjusted.smallest,
            limit: adjusted.limit, adjustment: adjustment))
      }
    }
    let gaps = drafts.flatMap(\.gaps)
    let tested = gaps.indices.filter { gaps[$0].contrast.p != nil }
    let p = tested.compactMap { gaps[$0].contrast.p }
    let adjusted = Dictionary(
      zip(tested, Multiplicity.holm(p.map(\.value))), uniquingKeysWith: { first, _ in first })
    if !gaps.isEmpty {
      notes.append(
        FamilyNote(
          family: MeasureGaps.family, by: engine.grouping.name, size: p.count,
          smallest: p.isEmpty ? nil : Multiplicity.smallestHolm(p.map(\.smallestAttainable)),
          limit: .of([p], adjusted: Multiplicity.holm)))
    }
    self.gaps = gaps.indices.map { gaps[$0].finished(pAdjusted: adjusted[$0]) }
    self.rows = finished
    self.notes = notes
  }

  /// The same without rows that would name these groups; they hold no number.
  func leavingOut(_ groups: Set<String>) -> GroupComparisons {
    var left = self
    left.rows.removeAll { groups.contains($0.groupA) || ($0.groupB.map(groups.contains) ?? false) }
    left.gaps.removeAll { groups.contains($0.groupA) || groups.contains($0.groupB) }
    return left
  }
}
