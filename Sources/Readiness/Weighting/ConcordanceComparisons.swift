import Statistics

extension AllocationComparisons {
  /// The name of the family that asks whether groups differ in how far they put their money where they say the barriers are.
  static let concordanceFamily = "money_concordance"

  /// Compares the groups on each person's concordance of severity and points, by the tests of scores.
  ///
  /// - Parameters:
  ///   - rows: the respondents by organisation.
  ///   - hidden: groups that disclosure hides, by index into the grouping.
  mutating func compare(
    _ concordance: SeverityConcordance, grouping: RespondentGrouping, rows: OrganizationRows, hidden: Set<Int>,
    plan: ScoringPlan, choices: ContrastChoices
  ) {
    let scores = CollapsedScores(concordance.people.map { $0 ?? .nan }, grouping: grouping, rows: rows)
    let moments = scores.organizations.map(\.moments)
    let sizes = scores.sizes
    let shown = grouping.labels.indices.filter { sizes[$0] > 0 && !hidden.contains($0) }
    func drafts(_ groups: [Int], family: String) -> [ComparisonDraft] {
      let isPair = groups.count == 2
      let names = groups.map { grouping.labels[$0] }
      let draft = ComparisonDraft(
        family: family, measure: Self.concordanceFamily, by: grouping.name, groupA: isPair ? names[0] : "all",
        groupB: isPair ? names[1] : nil)
      let contrast = GroupContrast(
        draft: draft, scores: scores, moments: moments, groups: groups,
        seed: StableHash.of(
          ([grouping.name, Self.concordanceFamily] + names).joined(separator: "\u{1F}"), seed: plan.seed),
        choices: choices)
      return contrast.rows(contrast.base)
    }
    guard shown.count > 1 else { return }
    add([drafts(shown, family: Self.concordanceFamily)], family: Self.concordanceFamily, by: grouping.name)
    guard shown.count > 2 else { return }
    let pairs = MeasureGaps.pairs(grouping.labels.count).filter { $0.allSatisfy(shown.contains) }
    let family = Self.concordanceFamily + "_pairs"
    add([pairs.flatMap { drafts($0, family: family) }], family: family, by: grouping.name)
  }
}
