import Statistics
import Survey

/// How groups of respondents spend differently: the comparisons of one grouping on the budget question.
///
/// Families: `allocation` (all groups, or the only pair), `allocation_pairs`, `allocation_factors` (each factor of each pair), and
/// `allocation_agreement` (Kendall's W within each group and between the groups).
struct AllocationComparisons: Sendable {
  /// The name of the first family, and of the measure that is a whole allocation.
  static let family = "allocation"

  /// Rows by family.
  private(set) var rows: [Comparison] = []
  /// What each family can show.
  private(set) var notes: [FamilyNote] = []

  /// Compares the groups of a grouping.
  ///
  /// - Parameters:
  ///   - hidden: groups that disclosure hides, by index into the grouping.
  ///   - plan: every choice of the run.
  ///   - givers: of which groups it is told how many gave an allocation; nil for all.
  ///   - threads: at most so many threads; the rows do not depend on it.
  init(
    _ sample: AllocationSample, grouping: RespondentGrouping, hidden: Set<Int>, plan: ScoringPlan,
    choices: ContrastChoices, givers: AllocationGivers? = nil, threads: Int = 1
  ) {
    @Sendable func tells(_ groups: [Int]) -> Bool {
      groups.allSatisfy { givers?.tells(GroupKey(by: grouping.name, group: grouping.labels[$0])) ?? true }
    }
    let groupOf = sample.rows.map { Int(grouping.codes[$0]) }
    var sizes = [Int](repeating: 0, count: grouping.labels.count)
    for group in groupOf where group >= 0 { sizes[group] += 1 }
    let spread = AllocationSpread(sample, grouping: grouping, givers: givers)
    let everybody = PeopleWithout(grouping, given: sizes, minimum: choices.minimum)
    let shown = grouping.labels.indices.filter { sizes[$0] > 0 && !hidden.contains($0) }
    @Sendable func draft(_ groups: [Int], isPair: Bool, family: String) -> ComparisonDraft {
      var draft = ComparisonDraft(
        family: family, measure: Self.family, by: grouping.name, groupA: isPair ? grouping.labels[groups[0]] : "all",
        groupB: isPair ? grouping.labels[groups[1]] : nil)
      draft.evidence.missing.people = everybody.count(groups)
      return draft
    }
    @Sendable func contrast(_ groups: [Int], isPair: Bool, family: String) -> AllocationContrast {
      AllocationContrast(
        draft: draft(groups, isPair: isPair, family: family), names: groups.map { grouping.labels[$0] }, sample: sample,
        groupOf: groupOf.map { groups.firstIndex(of: $0) ?? -1 }, groupCount: groups.count, tellsPeople: tells(groups),
        told: spread.told(groups), choices: choices,
        seed: StableHash.of(
          ([grouping.name, Self.family] + groups.map { grouping.labels[$0] }).joined(separator: "\u{1F}"),
          seed: plan.seed))
    }

    if shown.count > 1 {
      let whole = contrast(shown, isPair: shown.count == 2, family: Self.family)
      // A group that a test over all groups cannot take is left to the pairs.
      let kept = shown.indices.filter { (whole.rows?.rowCounts[$0] ?? 2) > 1 }.map { shown[$0] }
      var drafts =
        kept.count > 1 && kept.count < shown.count
        ? contrast(kept, isPair: kept.count == 2, family: Self.family).wholeRows() : whole.wholeRows()
      if kept.count > 1, kept.count < shown.count {
        let instrument = sample.instrument
        let alone = shown.filter { !kept.contains($0) }.map { place in
          "“\(instrument.name(ofGroup: grouping.labels[place], by: grouping.name))”" as Phrase
        }
        let left = Phrase.separated(alone, by: ", ")
        for row in drafts.indices {
          drafts[row].note = ComparisonDraft.joined("Without \(left): one alone cannot be compared.", drafts[row].note)
        }
      }
      add([drafts], family: Self.family, by: grouping.name)
    } else {
      let few = draft([], isPair: false, family: Self.family)
      add(
        [
          [
            hidden.isEmpty
              ? few.withheld(.tooFewPeople, note: "Fewer than two groups gave an allocation.")
              : few.withheld(.suppressed, note: "Fewer than two groups are large enough to be shown.")
          ]
        ], family: Self.family, by: grouping.name)
    }
    let pairs = MeasureGaps.pairs(grouping.labels.count)
    let made = pairs.filter { $0.allSatisfy(shown.contains) }
    if grouping.labels.count > 2 {
      let drafts = concurrentMap(pairs.count, threads: threads) { place -> [ComparisonDraft] in
        let pair = pairs[place]
        guard pair.allSatisfy(shown.contains) else {
          let row = draft(pair, isPair: true, family: Self.family + "_pairs")
          return [
            pair.contains(where: hidden.contains)
              ? row.withheld(.suppressed, note: "A group is too small to be shown.")
              : row.withheld(.tooFewPeople, note: "Nobody in a group gave an allocation.")
          ]
        }
        return shown.count > 2 ? contrast(pair, isPair: true, family: Self.family + "_pairs").wholeRows() : []
      }.flatMap(\.self)
      if !drafts.isEmpty { add([drafts], family: Self.family + "_pairs", by: grouping.name) }
    }
    let factors = concurrentMap(made.count, threads: threads) {
      contrast(made[$0], isPair: true, family: Self.family + "_factors")
        .factorRows(intervalMinimum: plan.intervalMinimum)
    }
    addFactors(factors, by: grouping.name)
    let agreement = AllocationAgreement(sample, groupOf: groupOf, shown: shown, plan: plan, choices: choices)
    let agreements = agreement.rows(grouping.labels, tells: tells) {
      draft($0, isPair: false, family: Self.family + "_agreement")
    }
    if !agreements.isEmpty { add([agreements], family: Self.family + "_agreement", by: grouping.name) }
  }

  /// The same without rows that would name these groups; they hold no number.
  func leavingOut(_ groups: Set<String>) -> AllocationComparisons {
    var left = self
    left.rows.removeAll { groups.contains($0.groupA) || ($0.groupB.map(groups.contains) ?? false) }
    return left
  }

  mutating func add(_ drafts: [[ComparisonDraft]], family: String, by: String) {
    let adjusted = ComparisonFamily.adjusted(drafts, withinMeasure: false)
    rows += adjusted.rows
    notes.append(FamilyNote(family: family, by: by, size: adjusted.size, smallest: adjusted.smallest))
  }

  /// Factors are adjusted within their pair by max-T already.
  private mutating func addFactors(_ pairs: [[ComparisonDraft]], by: String) {
    let drafts = pairs.flatMap(\.self)
    guard !drafts.isEmpty else { return }
    rows += drafts.map { $0.finished(pAdjusted: $0.pAdjustedItself) }
    let p = drafts.compactMap(\.p)
    notes.append(
      FamilyNote(
        family: Self.family + "_factors", by: by, size: p.count, smallest: p.map(\.smallestAttainable).min()))
  }
}

/// In which organisations it is told how many people of each group gave an allocation.
private struct AllocationSpread {
  /// The givers of every group, by organisation.
  private var givers: [Int: [Int]] = [:]
  private var isTold: [Int: [Bool]] = [:]
  private let hasBlank: Bool

  init(_ sample: AllocationSample, grouping: RespondentGrouping, givers known: AllocationGivers?) {
    hasBlank = grouping.codes.contains { $0 < 0 }
    for (place, row) in sample.rows.enumerated() where sample.organizations[place] >= 0 && grouping.codes[row] >= 0 {
      givers[sample.organizations[place], default: grouping.labels.map { _ in 0 }][Int(grouping.codes[row])] += 1
    }
    for organization in givers.keys {
      let name = sample.organizationNames[organization]
      isTold[organization] = grouping.labels.map {
        (known?.tells(GroupKey(organization: name)) ?? true)
          && (known?.tells(GroupKey(organization: name, by: grouping.name, group: $0)) ?? true)
      }
    }
  }

  /// The organisations in which the numbers of each of these groups are told, or of every group there is.
  func told(_ groups: [Int]) -> Set<Int> {
    Set(
      givers.filter { organization, sizes in
        guard let isTold = isTold[organization] else { return false }
        return groups.allSatisfy { sizes[$0] > 0 && isTold[$0] }
          || (!hasBlank && sizes.indices.allSatisfy { sizes[$0] == 0 || isTold[$0] })
      }.keys)
  }
}

/// People of each group who gave no allocation, where that number may be shown.
private struct PeopleWithout {
  private let counts: [Int]
  private let minimum: Int

  init(_ grouping: RespondentGrouping, given: [Int], minimum: Int) {
    var people = [Int](repeating: 0, count: grouping.labels.count)
    for code in grouping.codes where code >= 0 { people[Int(code)] += 1 }
    counts = zip(people, given).map { $0 - $1 }
    self.minimum = minimum
  }

  func count(_ groups: [Int]) -> Int? {
    guard !groups.isEmpty, groups.allSatisfy({ counts[$0] == 0 || counts[$0] >= minimum }) else { return nil }
    return groups.reduce(0) { $0 + counts[$1] }
  }
}
