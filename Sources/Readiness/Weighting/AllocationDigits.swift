import Survey

/// How finely means of allocations are told, and of whom the number of people behind them.
///
/// - Units: hundredths of a point, and thousandths for shares of people; nil where figures are told in full.
struct AllocationDigits: Sendable {
  /// Units that figures are rounded to, finest first: hundredths of a point to 50 points.
  static let ladder = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

  /// Whether the number of people of the cohort is told.
  private(set) var tellsCohort = true
  /// Whether that of each organisation with an allocation is told, in the order of the budget's columns.
  private(set) var tells: [Bool] = []
  /// The unit of means over all people.
  private(set) var cohort: Int?
  /// The unit of medians.
  private(set) var median: Int?
  /// The unit of shares of people, thousandths.
  private(set) var share: Int?
  /// The unit of every organisation's own means.
  private(set) var organizations: Int?
  /// Whether organisations' own means give numbers of people away however they are rounded.
  private(set) var hidesOrganizations = false
  /// The unit of what counts organisations equally.
  private(set) var overOrganizations: Int?

  /// Everything in full.
  init() {}

  /// - Parameter isShown: whether each organisation's own mean is told at all.
  init(_ budget: BudgetAnswers, givers: AllocationGivers, isShown: [Bool], groups: AssessmentGroups, minimum: Int) {
    guard minimum > 0, budget.respondents > 0 else { return }
    func size(_ key: GroupKey) -> Int { groups.place(key).map { groups.sizes[$0] } ?? 0 }
    let names = budget.organizationNames.map { GroupKey(organization: $0) }
    tellsCohort = givers.tells(.cohort)
    tells = zip(names, isShown).map { $1 && givers.tells($0) }
    let people = names.map(size)
    let all = OrganizationSums(budget)
    let grid = all.grid
    if !tellsCohort {
      let numbers = MeanDigits.numbers(budget.respondents, of: size(.cohort), minimum: minimum)
      cohort = all.cohort.unit(numbers, from: Self.ladder) ?? Self.ladder.last
      median = max(cohort ?? 1, Self.ladder.first { $0 >= grid } ?? 1)
      let zeros = MeanDigits(sums: budget.zeros.map { 1_000 * $0 }, count: budget.respondents, grid: 1_000, total: nil)
      // Any number of people has whole counts behind shares in steps of one person.
      share = zeros.unit(numbers, from: Self.ladder.filter { $0 * numbers.lowerBound >= 1_000 }) ?? Self.ladder.last
    }
    if tells.contains(false) {
      // The sum of the organisations' means could be any multiple of what one person can add to it.
      overOrganizations = Self.ladder.first { $0 * tells.count >= grid } ?? Self.ladder.last
    }
    let open = tells.indices.filter { isShown[$0] && !tells[$0] }
    guard !open.isEmpty else { return }
    organizations = Self.ladder.first { unit in
      open.allSatisfy { place in
        MeanDigits.numbers(budget.organizationCounts[place], of: people[place], minimum: minimum).allSatisfy { other in
          all.isPossible(
            other, at: place, unit: unit, isShown: isShown, tells: tells, tellsCohort: tellsCohort, people: people,
            minimum: minimum)
        }
      }
    }
    hidesOrganizations = organizations == nil
    // One organisation's mean is the mean of all means.
    if tells.count == 1 { overOrganizations = max(overOrganizations ?? 1, organizations ?? 5_000) }
  }

  /// Of an assessment.
  init(_ budget: BudgetAnswers, _ scores: Scores, _ suppression: AssessmentSuppression) {
    let minimum = suppression.rule.minimum
    let hidesAll = BudgetDisclosure(budget, minimum: minimum).hidesOrganizations
    let own = OrganizationAllocations(budget, names: budget.organizationNames, minimum: hidesAll ? .max : minimum)
    self.init(
      budget, givers: AllocationGivers(scores, suppression: suppression), isShown: own.isShown,
      groups: suppression.groups, minimum: minimum)
  }

  /// A number of points as it is told.
  static func told(_ points: Double, unit: Int?) -> Double {
    guard let unit else { return points }
    // A hair up, so that a half goes the same way whether it was reached by one division or by several.
    return ((points * 100 / Double(unit) + 1e-9).rounded(.toNearestOrAwayFromZero) * Double(unit)) / 100
  }

  /// A share as it is told, its unit in thousandths.
  static func told(share: Double, unit: Int?) -> Double {
    guard let unit else { return share }
    return ((share * 1_000 / Double(unit) + 1e-9).rounded(.toNearestOrAwayFromZero) * Double(unit)) / 1_000
  }
}

/// The points of each organisation as whole numbers, and what a reader can add up.
struct OrganizationSums: Sendable {
  let organizations: [MeanDigits]
  let cohort: MeanDigits
  /// What every answer of the cohort is a multiple of, hundredths.
  var grid: Int { cohort.grid }

  init(_ budget: BudgetAnswers) {
    let rows = budget.allocations.given.indices.filter { budget.allocations.given[$0] }
    let whole = 100 * budget.question.total
    let totals = BudgetAnswers.totals(budget.allocations)
    let total = rows.allSatisfy { totals[$0] == whole } ? whole : nil
    // Most people give points in fives, and whoever reads a mean takes them for that.
    func grid(_ own: Int) -> Int { max(own, Self.usual) }
    cohort = MeanDigits(
      sums: budget.sums, count: budget.respondents, grid: grid(budget.organizationGrids.min() ?? 0), total: total)
    organizations = budget.organizationCounts.indices.map { place in
      let count = budget.organizationCounts[place]
      let sums = budget.organizationMeans.map { Int(($0[place] * Double(100 * count)).rounded()) }
      return MeanDigits(sums: sums, count: count, grid: grid(budget.organizationGrids[place]), total: total)
    }
  }

  /// Five points, in hundredths.
  private static let usual = 500

  /// Whether an organisation could have another number of people, given its printed means and the sums over all people.
  ///
  /// Where the number of all people is told, another organisation must take the difference, and every factor's sums must still be able to add
  /// up to that of the cohort.
  func isPossible(
    _ other: Int, at place: Int, unit: Int, isShown: [Bool], tells: [Bool], tellsCohort: Bool, people: [Int],
    minimum: Int
  ) -> Bool {
    guard organizations[place].isPossible(other, unit: unit) else { return false }
    guard tellsCohort, other != organizations[place].count else { return true }
    let difference = other - organizations[place].count
    return organizations.indices.contains { taker in
      let count = organizations[taker].count - difference
      guard taker != place, !tells[taker] else { return false }
      if isShown[taker] {
        let numbers = MeanDigits.numbers(organizations[taker].count, of: people[taker], minimum: minimum)
        guard numbers.contains(count), organizations[taker].isPossible(count, unit: unit) else { return false }
      } else if count < 0 || count > people[taker] {
        return false
      }
      return cohort.sums.indices.allSatisfy { factor in
        var (low, high) = (0, 0)
        for index in organizations.indices {
          let own = index == place ? other : index == taker ? count : organizations[index].count
          if isShown[index] {
            guard let range = organizations[index].sums(of: factor, unit: unit, count: own) else { return false }
            (low, high) = (low + range.lowerBound, high + range.upperBound)
          } else {
            high += own * (cohort.total ?? 10_000)
          }
        }
        let unnamed = cohort.count - organizations.reduce(0) { $0 + $1.count }
        return low <= cohort.sums[factor] && cohort.sums[factor] <= high + unnamed * (cohort.total ?? 10_000)
      }
    }
  }
}
