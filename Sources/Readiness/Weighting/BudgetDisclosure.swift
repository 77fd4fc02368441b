/// What of the budget answers is hidden: everything when too few people answered; what counts organisations equally, and the weights with it,
/// when there are two organisations and one is small, for the two means would then give the small one away.
struct BudgetDisclosure: Sendable {
  /// Whether everything is hidden.
  let isHidden: Bool
  /// Whether numbers that count organisations equally are hidden.
  let hidesOrganizations: Bool

  init(_ budget: BudgetAnswers?, minimum: Int) {
    let counts = budget?.organizationCounts ?? []
    isHidden = (budget?.respondents ?? 0) < minimum
    hidesOrganizations = isHidden || (counts.count == 2 && counts.contains { $0 < minimum })
  }
}
