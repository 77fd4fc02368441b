import Statistics

extension AllocationComparisons {
  /// The name of the family that asks whether groups differ in how far they put their money where they say the barriers are.
  static let concordanceFamily = "money_concordance"

  /// Compares the groups on each person's concordance of severity and points, by the tests of scores.
  ///
  /// - Parameters:
  ///   - rows: the respondents by organisation.
  ///   - hidden: groups that disclosure hides, by index into the grouping.
  ///   - givers: of which groups it is told how many gave an allocation; nil for all.
  mutating func compare(
    _ concordance: SeverityConcordance, grouping: RespondentGrouping, rows: OrganizationRows, hidden: Set<Int>,
    plan: ScoringPlan, choices: ContrastChoices, givers: AllocationGivers? = nil
  ) {
    let scores = CollapsedScores(concordance.people.map { $0 ?? .nan }, grouping: grouping, rows: rows)
    let moments = scores.organizations.map(\.moments)
    let sizes = scores.sizes
    var people = [Int](repeating: 0, count: grouping.labels.count)
    for code in grouping.codes where code >= 0 { people[Int(code)] += 1 }
    let shown = grouping.labels.indices.filter { sizes[$0] > 0 && !hidden.contains($0) }
    func drafts(_ groups: [Int], family: String) -> [ComparisonDraft] {
      let isPair = groups.count == 2
      let names = groups.map { grouping.labels[$0] }
      let draft = ComparisonDraft(
        family: family, measure: Self.concordanceFamily, by: grouping.name, groupA: isPair ? names[0] : "all",
        groupB: isPair ? names[1] : nil)
      let contrast = GroupContrast(
        draft: draft, names: names, scores: scores, moments: moments, groups: groups,
        seed: StableHash.of(
          ([grouping.name, Self.concordanceFamily] + names).joined(separator: "\u{1F}"), seed: plan.seed),
        choices: choices)
      var base = contrast.base
      // Whoever has a correlation gave an allocation, so that few without one bound the few who gave none.
      let tells = groups.allSatisfy { group in
        guard choices.minimum > 0 else { return true }
        let without = people[group] - sizes[group]
        return (without == 0 || without >= choices.minimum)
          && givers?.tells(GroupKey(by: grouping.name, group: grouping.labels[group])) ?? true
      }
      if !tells { (base.nA, base.nB) = (nil, nil) }
      return contrast.rows(base)
    }
    guard shown.count > 1 else { return }
    add([drafts(shown, family: Self.concordanceFamily)], family: Self.concordanceFamily, by: grouping.name)
    guard shown.count > 2 else { return }
    let pairs = MeasureGaps.pairs(grouping.labels.count).filter { $0.allSatisfy(shown.contains) }
    let family = Self.concordanceFamily + "_pairs"
    add([pairs.flatMap { drafts($0, family: family) }], family: family, by: grouping.name)
  }
}
