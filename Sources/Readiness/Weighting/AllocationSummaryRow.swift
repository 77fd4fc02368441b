import Statistics

/// One row of `allocation-summary.csv`: what leads under one way of averaging, how firmly, and how people spread their points.
public struct AllocationSummaryRow: Sendable, Hashable {
  /// What counts the same: `respondents`, `organisations`, or `median` for the median respondent; sensitivity runs over respondents are
  /// `geometric_0.0065`, `geometric_0.025` (zeros filled in) and `frechet_0.5`.
  public let average: String
  /// People, or organisations, that count.
  public let units: Int?
  /// The codes of the factors that lead; several when they tie.
  public let leaders: [String]
  /// The codes of the factors next to them.
  public let followers: [String]
  /// Points of the leader.
  public let leading: Double?
  /// Points of the next.
  public let following: Double?
  /// The fewest points of one person's total that would have to move for the two to tie; more overturns them.
  public let pointsToTie: Double?
  /// In how many cases leaving out one respondent changes the leader.
  public let changesWithoutOnePerson: Int?
  /// In how many cases leaving out one organisation changes the leader.
  public let changesWithoutOneOrganization: Int?
  /// How many factors of equal size would be as spread out as the average.
  public let effectiveNumber: Double?
  /// Mean number of factors that a person used.
  public let factorsUsed: Double?
  /// Mean concentration of one person's allocation, from 1 ÷ factors to 1.
  public let concentration: Double?
  /// People who gave every factor the same; nil when hidden.
  public let evenSplits: Int?
  /// People who gave one factor everything; nil when hidden.
  public let oneFactor: Int?
  /// People who used fewer than three factors; nil when hidden.
  public let fewFactors: Int?
  /// Why there are numbers or none.
  public let status: Status
  /// Figures of a row with leaders that disclosure hides all the same.
  public internal(set) var withheld: Set<Figure> = []

  /// Figures that may be withheld on their own.
  public enum Figure: String, Sendable, Hashable, Codable, CaseIterable {
    /// ``units``.
    case units
    /// ``leading`` and ``following``.
    case points
    /// ``pointsToTie``.
    case pointsToTie
    /// ``changesWithoutOnePerson``.
    case changesWithoutOnePerson
    /// ``effectiveNumber``.
    case effectiveNumber
    /// ``factorsUsed``.
    case factorsUsed
    /// ``evenSplits``.
    case evenSplits
    /// ``oneFactor``.
    case oneFactor
    /// ``fewFactors``.
    case fewFactors
  }
}

extension AllocationSummaryRow {
  /// The rows before or after anything is hidden: counts of people from 1 to `minimum` less 1, or of all but so few, are left out.
  package static func rows(
    _ budget: BudgetAnswers, sample: AllocationSample, otherMeans: [OtherMeans] = [], minimum: Int
  ) -> [AllocationSummaryRow] {
    let codes = budget.question.factors.map(\.id)
    let total = Double(budget.question.total)
    let style = AllocationStyle(sample.compositions)
    func shown(_ count: Int?) -> Int? {
      guard let count, let people = style?.people else { return nil }
      let isPlain = [count, people - count].allSatisfy { $0 == 0 || $0 >= minimum }
      return isPlain ? count : nil
    }
    func row(
      _ average: String, units: Int, points: [Double], stability: AllocationStability?
    ) -> AllocationSummaryRow {
      let most = points.max() ?? 0
      let leaders = points.indices.filter { most - points[$0] <= 1e-9 * total }
      let next = points.indices.filter { !leaders.contains($0) }.map { points[$0] }.max()
      let followers = points.indices.filter { place in
        !leaders.contains(place) && next.map { $0 - points[place] <= 1e-9 * total } ?? false
      }
      // What a mean of organisations needs gives away how small the smallest is.
      let isFirm = average != "organisations" || (budget.organizationCounts.min() ?? 0) >= minimum
      func changes(_ outcomes: [AllocationStability.Outcome]?) -> Int? {
        guard let outcomes, !outcomes.isEmpty else { return nil }
        return outcomes.filter { $0.leaders != leaders }.reduce(0) { $0 + $1.cases }
      }
      let counts = [style?.evenSplits, style?.oneFactor, style?.fewFactors]
      let hidden = zip([Figure.evenSplits, .oneFactor, .fewFactors], counts).filter { $1 != nil && shown($1) == nil }
      return AllocationSummaryRow(
        average: average, units: units, leaders: leaders.map { codes[$0] }, followers: followers.map { codes[$0] },
        leading: most, following: next, pointsToTie: isFirm ? stability?.pointsToTie : nil,
        changesWithoutOnePerson: changes(stability?.leavingOutRespondents),
        changesWithoutOneOrganization: changes(stability?.leavingOutOrganizations),
        effectiveNumber: (try? Composition(closing: points))?.effectiveNumber, factorsUsed: style?.factorsUsed,
        concentration: style?.concentration, evenSplits: shown(style?.evenSplits), oneFactor: shown(style?.oneFactor),
        fewFactors: shown(style?.fewFactors), status: .ok,
        withheld: Set(hidden.map(\.0) + (isFirm || stability?.pointsToTie == nil ? [] : [.pointsToTie])))
    }
    guard budget.respondents > 0 else { return [] }
    var rows = [
      row(
        "respondents", units: budget.respondents, points: budget.means,
        stability: AllocationStability(sample, mean: .respondents)),
      row("median", units: budget.respondents, points: budget.medians, stability: nil),
    ]
    if !budget.organizationCounts.isEmpty {
      rows.insert(
        row(
          "organisations", units: budget.organizationCounts.count, points: budget.meansOverOrganizations,
          stability: AllocationStability(sample, mean: .organizations)), at: 1)
    }
    guard !otherMeans.isEmpty else { return rows }
    func sensitivity(_ average: String, _ points: (OtherMeans) -> Double) -> AllocationSummaryRow {
      row(average, units: budget.respondents, points: otherMeans.map(points), stability: nil)
    }
    return rows + [
      sensitivity("geometric_0.0065", \.geometricSmallFill), sensitivity("geometric_0.025", \.geometricLargeFill),
      sensitivity("frechet_0.5", \.frechetHalf),
    ]
  }

  /// The row without any number.
  func withheld(_ status: Status) -> AllocationSummaryRow {
    AllocationSummaryRow(
      average: average, units: nil, leaders: [], followers: [], leading: nil, following: nil, pointsToTie: nil,
      changesWithoutOnePerson: nil, changesWithoutOneOrganization: nil, effectiveNumber: nil, factorsUsed: nil,
      concentration: nil, evenSplits: nil, oneFactor: nil, fewFactors: nil, status: status)
  }
}
