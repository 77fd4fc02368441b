import Foundation
import Readiness
import Statistics
import Testing

/// The atlas of gaps against numbers made again person by person, and the laws of its family.
@Suite struct PerceptionGapsTests {
  static let types = ["provider_manager", "service_user", "carer"]

  static func people(_ seed: UInt64) -> [SampleCohort.Person] {
    SampleCohort.people(organizations: 5, sizes: 10...13, types: types, missing: 0.2, seed: seed)
  }

  static func assessment(
    _ people: [SampleCohort.Person], _ mode: DisclosureMode = .pilot
  ) throws -> Assessment {
    try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan(mode, by: ["respondent_type"]))
  }

  /// Each person's number of a kind; nil for a person who does not count.
  static func numbers(_ people: [SampleCohort.Person], _ measure: Measure, _ kind: PerceptionGap.Kind) -> [Double?] {
    let responses = SampleCohort.responses(people)
    let scores = responses.scored(by: ScoringPlan())
    let own = people.indices.map { scores.score(measure, respondent: $0) }
    switch kind {
    case .level: return own
    case .consensus:
      return people.indices.map { index in
        guard let score = own[index] else { return nil }
        let group = people.indices.filter { people[$0].type == people[index].type }.compactMap { own[$0] }.sorted()
        let median = (group[(group.count - 1) / 2] + group[group.count / 2]) / 2
        return abs(score - median)
      }
    case .knowledge:
      let ratings = SampleCohort.instrument.ratings
      let items = ratings.indices.filter { index in
        guard case .barrier(let dimension) = ratings[index].role else { return false }
        return measure.id == "overall" || measure.id == dimension
          || ratings[index].facets.contains { $0.columnName == measure.id }
      }
      return people.map { person in
        let cells = person.cells.split(separator: " ")
        return 100 * Double(items.count { cells[$0] == "dk" }) / Double(items.count)
      }
    }
  }

  @Test(arguments: PerceptionGap.Kind.allCases) func `differences and intervals, person by person`(
    kind: PerceptionGap.Kind
  ) throws {
    let people = Self.people(8)
    let assessment = try Self.assessment(people)
    let rows = assessment.perceptionGaps.filter { $0.kind == kind }
    #expect(rows.count == 3 * 14)
    for row in rows {
      let measure = try #require(assessment.measures.first { $0.id == row.measure })
      let numbers = Self.numbers(people, measure, kind)
      let groups = [row.groupA, row.groupB].map { type in
        people.indices.filter { people[$0].type == type && numbers[$0] != nil }
      }
      let means = groups.map { group in group.compactMap { numbers[$0] }.reduce(0, +) / Double(group.count) }
      #expect([row.nA, row.nB] == groups.map(\.count))
      #expect(abs((row.valueA ?? .nan) - means[0]) < 1e-9 && abs((row.valueB ?? .nan) - means[1]) < 1e-9)
      #expect(abs((row.difference.value ?? .nan) - (means[0] - means[1])) < 1e-9)
      var sums: [String: Double] = [:]
      for (group, sign) in zip(0...1, [1.0, -1.0]) {
        for person in groups[group] {
          let part = sign * ((numbers[person] ?? 0) - means[group]) / Double(groups[group].count)
          sums[people[person].organization, default: 0] += part
        }
      }
      let error = (5.0 / 4 * sums.values.reduce(0) { $0 + $1 * $1 }).squareRoot()
      let interval = try #require(row.difference.interval)
      // t(4) at .975, as printed in tables.
      #expect(abs(interval.upper - interval.lower - 2 * 2.776445105 * error) < 1e-7)
      #expect(row.intervalMethod == "organisations as units, t(4)")
    }
  }

  @Test func `a level gap has the p of its primary comparison`() throws {
    let assessment = try Self.assessment(Self.people(2))
    let levels = assessment.perceptionGaps.filter { $0.kind == .level }
    #expect(levels.count == 42)
    for gap in levels {
      let row = assessment.comparisons.first {
        $0.primary && $0.measure == gap.measure && $0.groupA == gap.groupA && $0.groupB == gap.groupB
      }
      #expect(gap.p != nil && row?.p == gap.p && row?.method == gap.method && row?.evidence.design == gap.design)
    }
  }

  /// Holm by its definition over all pairs, measures and kinds that were tested.
  @Test func `one family per grouping`() throws {
    let assessment = try Self.assessment(Self.people(5))
    let tested = assessment.perceptionGaps.filter { $0.p != nil }
    #expect(assessment.perceptionGaps.allSatisfy { ($0.p == nil) == ($0.pAdjusted == nil) })
    let order = tested.compactMap { $0.p?.value }.sorted()
    for row in tested {
      let p = try #require(row.p?.value)
      let adjusted = order.indices.filter { order[$0] <= p }.map { min(1, Double(order.count - $0) * order[$0]) }.max()
      #expect(row.pAdjusted == adjusted)
    }
    let note = try #require(assessment.familyNotes.last)
    #expect(note.family == "perception_gaps" && note.size == tested.count)
    #expect(note.smallestAdjusted.map { $0 >= 0.05 } == note.sentence.english.hasPrefix("No configuration"))
  }

  /// Commissioners are too few: no row names them. Shares of “don't know” made of a few answers stay hidden.
  @Test func `hidden groups leave no number`() throws {
    var people = SampleCohort.people(
      organizations: 4, sizes: 27...30, types: Self.types, missing: 0.3, seed: 3)
    people += people.prefix(3).map {
      SampleCohort.Person(organization: $0.organization, type: "senior_commissioner", cells: $0.cells)
    }
    let truth = try Self.assessment(people)
    let shown = try Self.assessment(people, .internal)
    let named = Set(shown.perceptionGaps.flatMap { [$0.groupA, $0.groupB] })
    // One more type is hidden beside them, and is not named either.
    #expect(named.count == Self.types.count - 1 && !named.contains("senior_commissioner"))
    let listed = truth.perceptionGaps.filter { named.isSuperset(of: [$0.groupA, $0.groupB]) }
    #expect(listed.count == shown.perceptionGaps.count)
    for (gap, published) in zip(listed, shown.perceptionGaps) {
      let row = truth.comparisons.first {
        $0.primary && $0.measure == gap.measure && $0.groupA == gap.groupA && $0.groupB == gap.groupB
      }
      let isFew = (1..<5).contains(row?.evidence.missing.doNotKnow ?? 0)
      if gap.kind == .knowledge && isFew {
        #expect(published.status == .suppressed)
        #expect(published.p == nil && published.pAdjusted == nil && published.difference.value == nil)
        #expect(published.valueA == nil && published.valueB == nil && published.nA == nil && published.nB == nil)
      }
    }
    #expect(shown.perceptionGaps.contains { $0.kind == .knowledge && $0.p != nil })
  }

  @Test func `where numbers of people are hidden the smallest p does not give them`() throws {
    // One organisation, so that people are compared freely; a few of each group have no score.
    let people = SampleCohort.people(organizations: 1, sizes: 60...60, types: Self.types, missing: 0.3, seed: 21)
    let (told, open) = (try Self.assessment(people, .internal), try Self.assessment(people))
    var caught = 0
    for (row, full) in zip(told.perceptionGaps, open.perceptionGaps) {
      guard row.nA == nil, let p = row.p else { continue }
      if case .permutation(let count, _) = p.method {
        #expect(p.smallestKnown == 1 / Double(count + 1))
      } else {
        #expect(p.smallestKnown == nil)
      }
      #expect(abs(p.value * 100 - (p.value * 100).rounded()) < 1e-9 || p.value < 0.1)
      // A reader who tries sizes: ways to choose the one group from both, where no scores tie.
      if let a = full.nA, let b = full.nB, let smallest = full.p?.smallestKnown {
        let logs = [a + b, a, b].map { (1...$0).reduce(0) { $0 + log(Double($1)) } }
        let ways = exp(logs[0] - logs[1] - logs[2])
        if smallest >= 1 / ways * (1 - 1e-9) { caught += 1 }
      }
    }
    #expect(caught > 0)
  }
}
