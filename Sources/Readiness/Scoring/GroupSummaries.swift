import Statistics
import Survey

/// Every row of `scores.csv` before anything is hidden.
///
/// Decisions that rows rest on:
/// - A group's number is published as `ok` when at least one person has a score; below ``ScoringPlan/intervalMinimum`` people
///   there is no interval. Where everybody has the same score the number stands with sd 0 and without an interval, since t
///   would claim a certainty that equal answers do not give.
/// - Intervals of one organisation are over persons, clipped to 0…100. For a cohort or a group that spans several organisations
///   the organisations are the independent units: people of one organisation answer alike. For `organisations_equal` over organisations; for `types_equal` from the
///   roll-ups' own standard errors with Welch–Satterthwaite degrees of freedom. `n` is always people, and `sd` is over
///   persons, so it is empty for the two other weightings.
/// - `types_equal` is given for the cohort and for organisations; `organisations_equal` for the cohort and for groups.
package struct GroupSummaries: Sendable {
  /// Rows by level, organisation (by name), grouping, group, weighting and measure.
  package let rows: [ScoreRow]
  /// All people by organisation and respondent type: what participation, distributions and gaps are made from.
  package let people: PeopleCells

  /// Summarises scores for cohort, organisations, groups, and groups within organisations.
  package init(_ scores: Scores, threads: Int = 0) {
    let responses = scores.responses
    let groupings = responses.groupings(by: scores.plan.by)
    // Type and roll-up are made from one column, so one set of cells serves both.
    let people = PeopleCells(scores, by: responses.respondentType, threads: threads)
    var cells = [responses.respondentType.name: people]
    for grouping in groupings where cells[grouping.column.name] == nil {
      cells[grouping.column.name] = PeopleCells(scores, by: grouping.column, threads: threads)
    }
    let (organizations, placeOf) = responses.organizationOrder

    var jobs: [(cells: PeopleCells, groupOf: [Int32], count: Int)] = [
      (people, people.cells.map { _ in 0 }, 1),
      (people, people.cells.map { Int32($0.organization < 0 ? -1 : placeOf[$0.organization]) }, organizations.count),
    ]
    var crossings: [Crossing] = []
    for grouping in groupings {
      guard let base = cells[grouping.column.name] else { continue }
      let groups = base.cells.map { Int32(grouping.group(ofCode: $0.group)) }
      jobs.append((base, groups, grouping.groups.count))
      let crossing = Crossing(base, grouping: grouping, placeOf: placeOf)
      jobs.append((base, crossing.groupOf, crossing.pairs.count))
      crossings.append(crossing)
    }
    let work = jobs
    let tables = concurrentMap(work.count, threads: threads) {
      GroupTable(work[$0].cells, groupOf: work[$0].groupOf, groupCount: work[$0].count)
    }

    let sections = Sections(
      scores: scores, groupings: groupings, tables: tables, crossings: crossings, organizations: organizations)
    let ranges = sections.ranges
    rows = concurrentMap(ranges.count, threads: threads) { sections.rows(ranges[$0]) }.flatMap(\.self)
    self.people = people
  }
}

/// The combinations of organisation and group that occur, by organisation and then group.
package struct Crossing: Sendable {
  /// Places of organisation and group.
  package let pairs: [(organization: Int, group: Int)]
  /// The pair of each cell; −1 for cells without one.
  package let groupOf: [Int32]
  private let ofOrganization: [Int: [Int]]
  private let ofGroup: [Int: [Int]]

  package init(_ cells: PeopleCells, grouping: Grouping, placeOf: [Int]) {
    let width = max(1, grouping.groups.count)
    let keys = cells.cells.map { cell -> Int in
      let group = grouping.group(ofCode: cell.group)
      return cell.organization < 0 || group < 0 ? -1 : placeOf[cell.organization] * width + group
    }
    let present = Set(keys).subtracting([-1]).sorted()
    let places = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, Int32($0)) })
    pairs = present.map { ($0 / width, $0 % width) }
    groupOf = keys.map { places[$0] ?? -1 }
    ofOrganization = Dictionary(grouping: present.indices) { present[$0] / width }
    ofGroup = Dictionary(grouping: present.indices) { present[$0] % width }
  }

  /// Pairs of one organisation, by group.
  package func pairs(ofOrganization place: Int) -> [Int] { ofOrganization[place] ?? [] }
  /// Pairs of one group, by organisation.
  package func pairs(ofGroup group: Int) -> [Int] { ofGroup[group] ?? [] }
}
