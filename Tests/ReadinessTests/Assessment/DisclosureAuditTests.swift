import Disclosure
import Readiness
import TestSupport
import Testing

/// A reader who puts bounds on every hidden number of people, over every sum at once, until no bound can be made tighter.
///
/// This is another road than the flows of the audit: bounds are passed from sum to sum. The truth is counted from the people.
struct DisclosureAuditTests {
  typealias Group = AssessmentAttackTests.Group

  struct Case: Sendable {
    let seed: Int
    let mode: DisclosureMode
  }

  static let cases = (0..<Replications(6, long: 60).count).flatMap { seed in
    [Case(seed: seed, mode: .internal), Case(seed: seed, mode: .public)]
  }

  private static func people(_ people: [SampleCohort.Person]) -> [Group: Int] {
    let rollUpOf = Dictionary(uniqueKeysWithValues: Sample.types.map { ($0.code, $0.rollUp) })
    var counts: [Group: Int] = [:]
    for person in people {
      for organization in Set([nil, person.organization.isEmpty ? nil : person.organization]) {
        counts[Group(organization: organization), default: 0] += 1
        let own = [("respondent_type", person.type), ("roll_up", rollUpOf[person.type] ?? ""), ("kind", person.kind)]
        for (by, group) in own where !group.isEmpty {
          counts[Group(organization: organization, by: by, group: group), default: 0] += 1
        }
      }
    }
    return counts
  }

  /// The tightest bounds of hidden counts that passing them from sum to sum gives.
  static func bounds(
    _ counts: [Group: Int], hidden: Set<Group>, sums: [AssessmentAttackTests.Sum]
  ) -> [Group: ClosedRange<Int>] {
    var bounds: [Group: ClosedRange<Int>] = [:]
    let largest = counts.values.max() ?? 0
    func bound(_ group: Group) -> ClosedRange<Int> {
      if let bound = bounds[group] { return bound }
      guard let count = counts[group], !hidden.contains(group) else { return 0...largest }
      return count...count
    }
    var tighter = true
    while tighter {
      tighter = false
      func set(_ group: Group, _ range: ClosedRange<Int>) {
        let old = bound(group)
        guard hidden.contains(group) || counts[group] == nil, old != old.clamped(to: range) else { return }
        bounds[group] = old.clamped(to: range)
        tighter = true
      }
      for sum in sums {
        let (lower, upper) = (
          sum.parts.reduce(0) { $0 + bound($1).lowerBound }, sum.parts.reduce(0) { $0 + bound($1).upperBound }
        )
        set(sum.whole, lower...upper)
        for part in sum.parts {
          let (least, most) = (
            bound(sum.whole).lowerBound - upper + bound(part).upperBound,
            bound(sum.whole).upperBound - lower + bound(part).lowerBound
          )
          set(part, max(0, least)...max(0, most))
        }
      }
    }
    return bounds.filter { hidden.contains($0.key) }
  }

  @Test(arguments: cases) func `no bound shows a small group, and every bound holds the truth`(
    _ item: Case
  ) throws {
    let cohort = AssessmentAttackTests.cohort(item.seed)
    let shown = try AssessmentAttackTests.assess(cohort, item.mode)
    let people = Self.people(cohort)
    let minimum = item.mode.minimum
    let rows = shown.scores.filter { $0.measure == "overall" && $0.weighting == .respondents }
    // Groups of which people are shown are those that are listed and not said to be hidden.
    let said = Set(
      shown.disclosure.filter { $0.isOfPeople && $0.why == .primaryOrComplementary }.map {
        Group(organization: $0.organization, by: $0.groupBy, group: $0.group)
      })
    let listed = Set(rows.map { Group($0) })
    let hidden = Set(people.keys).subtracting(listed).union(said)
    for (group, count) in people where count < minimum { #expect(hidden.contains(group), "\(group)") }
    // What is hidden within an organisation is in no list, here neither.
    #expect(said.allSatisfy { $0.organization == nil || $0.by == nil })
    // Groups that nobody of an organisation is in are listed no more than hidden ones.
    var counts = people
    for organization in Set(people.keys.compactMap(\.organization)) {
      for group in people.keys where group.organization == nil && group.by != nil {
        counts[Group(organization: organization, by: group.by, group: group.group), default: 0] += 0
      }
    }
    // Each table that the audit names: types with roll-ups, and every other column.
    var found: [Group: ClosedRange<Int>] = [:]
    for columns in [["respondent_type", "roll_up"], ["kind"]] {
      let own = counts.filter { $0.key.by.map(columns.contains) ?? true }
      let bounds = Self.bounds(
        own, hidden: Set(own.keys).subtracting(listed).union(said), sums: AssessmentAttackTests.sums(own))
      for (group, bound) in bounds {
        let count = counts[group] ?? 0
        #expect(bound.contains(count), "\(group)")
        if count > 0 { #expect(bound.count > 1, "\(group) is \(count)") }
        if (1..<minimum).contains(count) { #expect(bound.upperBound >= minimum, "\(group): \(bound) of \(count)") }
        found[group] = found[group].map { $0.clamped(to: bound) } ?? bound
      }
    }
    for row in shown.disclosure where row.isOfPeople {
      guard let interval = row.interval else { continue }
      let group = Group(organization: row.organization, by: row.groupBy, group: row.group)
      let count = people[group] ?? 0
      #expect(interval.lower <= count && count <= interval.upper ?? count)
      #expect(interval.upper ?? minimum >= minimum)
      #expect(interval.lower != interval.upper)
      // The flows are exact, so that no bound is tighter.
      if let bound = found[group], let upper = interval.upper {
        #expect(bound.lowerBound <= interval.lower && upper <= bound.upperBound)
      }
    }
  }

  @Test(arguments: cases) func `counts of answers are listed with what can be inferred`(_ item: Case) throws {
    let cohort = AssessmentAttackTests.cohort(item.seed)
    let truth = try AssessmentAttackTests.assess(cohort, .pilot)
    let shown = try AssessmentAttackTests.assess(cohort, item.mode)
    let told = shown.disclosure.filter { $0.table == "distributions" && $0.subject == .number }
    let listed = Set(shown.distributions.map(\.respondentType))
    let pairs = AssessmentAttackTests.answers(truth, shown)
    let hidden = pairs.filter { listed.contains($0.respondentType) && $1.count == nil }
    #expect(told.count == hidden.count)

    for (row, (all, _)) in zip(told, hidden) {
      let count = all.count ?? 0
      #expect(row.measure == all.item && row.group == all.respondentType && row.answer == all.answer)
      #expect(row.interval?.lower ?? .max <= count && count <= row.interval?.upper ?? count)
      if count > 0 { #expect(row.interval?.lower != row.interval?.upper) }
      if (1..<item.mode.minimum).contains(count) {
        #expect(row.interval?.upper ?? item.mode.minimum >= item.mode.minimum)
      }
    }
    for (all, row) in pairs where row.count != nil {
      #expect(!(1..<item.mode.minimum).contains(all.count ?? 0) && row.count == all.count)
    }
    #expect(truth.disclosure.isEmpty)
  }

  @Test(arguments: cases) func `reasons of single items follow from the survey alone`(_ item: Case) throws {
    let shown = try AssessmentAttackTests.assess(AssessmentAttackTests.cohort(item.seed), item.mode)
    // Of the two facets of a barrier's three items none is the same, so every barrier at a Co or Step is one item, and every item is one.
    let single = Set(
      SampleCohort.instrument.measures.filter {
        switch $0.kind {
        case .cell, .degreeNow: true
        default: false
        }
      }.map(\.id))
    let missing: Set = ["dk", "nfm", "skipped", "not_asked"]
    for row in shown.disclosure where row.subject == .number {
      let measure = row.measure ?? ""
      if row.table == "distributions" {
        let isRating = !missing.contains(row.answer ?? "")
        #expect(row.why == (isRating ? .countsBesideMean : .primaryClassOrComplementary), "\(row)")
      } else if !row.isOfPeople {
        #expect(
          row.why
            == (single.contains(measure) ? .primaryClassComplementaryOrCounts : .primaryClassOrComplementary), "\(row)"
        )
      } else {
        #expect(row.why == .primaryOrComplementary)
      }
    }
  }

  @Test func `two groups that are nearly the same people are not both shown`() throws {
    // Kind “a” is everybody of the first type save two; the two are of kind “b”, with others.
    var people = SampleCohort.people(organizations: 4, sizes: 20...20, seed: 3)
    let type = Sample.types[0].code
    var left = 2
    for index in people.indices {
      let isType = people[index].type == type
      people[index].kind = isType && left > 0 ? "b" : isType ? "a" : "b"
      left -= isType ? 1 : 0
    }
    let shown = try AssessmentAttackTests.assess(people, .internal)
    let told = Set(
      shown.scores.filter { $0.level == .type && $0.measure == "overall" && $0.estimate.value != nil }.compactMap(
        \.group))
    #expect(!(told.contains("a") && told.contains(type)))
    #expect(told.contains(type) || told.contains("a"))
    // With five apart both may be shown.
    left = 5
    for index in people.indices where people[index].type == type {
      people[index].kind = left > 0 ? "b" : "a"
      left -= 1
    }
    let apart = try AssessmentAttackTests.assess(people, .internal)
    let both = Set(
      apart.scores.filter { $0.level == .type && $0.measure == "overall" && $0.estimate.value != nil }.compactMap(
        \.group))
    #expect(both.isSuperset(of: ["a", type]))
  }
}
