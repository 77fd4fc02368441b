/// What the rows of factors tell of how many people gave a factor something, where that may not be told.
///
/// How many gave a factor something, and how many nothing, are counts of people. From 1 to the minimum less 1 they are hidden, and so is
/// whatever settles them: the share itself, the interval of the mean where few gave something (with the mean it is the sum of squares of a
/// few answers), means that fill in zeros, how ranks move when one of few givers is left out, and how many factors a person used on
/// average, which is the sum of all these counts. The mean stays: a sum of points does not say of how many people.
struct FewGivers: Sendable {
  /// Whether few people, but somebody, gave each factor something.
  let isRare: [Bool]
  /// Whether how many gave each factor something is hidden: few did, or all but few.
  let isHidden: [Bool]
  /// Whether a rank without one person tells of the few who gave a factor something, by factor.
  private let hidesRank: [Bool]

  init(_ budget: BudgetAnswers, minimum: Int) {
    let givers = budget.zeros.map { budget.respondents - $0 }
    let few = 1..<max(1, minimum)
    isRare = givers.map(few.contains)
    isHidden = zip(givers, budget.zeros).map { few.contains($0) || few.contains($1) }
    // Without one of few givers their factor falls, past those below it alone.
    let highest = zip(budget.sums, isRare).filter(\.1).map(\.0).max()
    hidesRank = budget.sums.map { sum in highest.map { sum <= $0 } ?? false }
  }

  /// The row of a factor as far as it may be told.
  func told(_ row: AllocationRow, factor: Int) -> AllocationRow {
    guard row.status == .ok else { return row }
    var withheld: Set<AllocationRow.Figure> = []
    if isHidden[factor] { withheld.insert(.shareZero) }
    if isRare[factor] { withheld.insert(.interval) }
    if hidesRank[factor], row.rankWithoutOnePerson != nil { withheld.insert(.rankWithoutOnePerson) }
    if isHidden.contains(true), row.otherMeans != nil { withheld.insert(.otherMeans) }
    return row.without(withheld)
  }

  /// A summary as far as it may be told.
  func told(_ row: AllocationSummaryRow) -> AllocationSummaryRow {
    guard row.status == .ok, isHidden.contains(true) else { return row }
    let rests = ["respondents", "organisations", "median"].contains(row.average)
    return row.without(rests ? [.factorsUsed] : [.factorsUsed, .points, .effectiveNumber])
  }
}
