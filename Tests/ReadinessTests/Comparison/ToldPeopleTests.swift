import Statistics
import Testing

@testable import Readiness

/// A reader of `icc1` beside `design_effect`, who solves them for the squared sizes of organisations, over seeded cohorts.
@Suite struct ToldPeopleTests {
  /// Σn² ÷ N less 1 is the design effect less 1, divided by ICC(1).
  private func meanSize(_ evidence: ComparisonEvidence) -> Double? {
    guard let icc = evidence.intraclassCorrelation, let effect = evidence.designEffect, icc > 1e-6 else { return nil }
    return 1 + (effect - 1) / icc
  }

  private func cohort(_ seed: Int) -> [SampleCohort.Person] {
    // Two organisations that may not be shown, of three and seven people or so, beside four large ones.
    var people = SampleCohort.people(organizations: 4, sizes: 22...34, missing: 0, seed: UInt64(seed))
    var random = RandomStream(seed: UInt64(900 + seed))
    for (name, size) in [("Small", 1 + random.below(4)), ("Next", 6 + random.below(4))] {
      for _ in 0..<size {
        people.append(
          SampleCohort.Person(
            organization: name, type: Sample.types[random.below(Sample.types.count)].code,
            cells: SampleCohort.cells(level: random.uniform(), missing: 0, stream: &random)))
      }
    }
    return people
  }

  @Test(arguments: 0..<5) func `squared sizes that come out are of organisations that are told`(_ seed: Int) throws {
    let people = cohort(seed)
    var plan = SampleCohort.plan(.internal)
    plan.comparison = ComparisonPlan(null: .asymptotic, measures: ["overall"])
    let assessment = try Assessment(SampleCohort.responses(people), plan: plan)
    let rollUpOf = Dictionary(uniqueKeysWithValues: Sample.types.map { ($0.code, $0.rollUp) })
    func group(_ person: SampleCohort.Person, _ by: String) -> String {
      by == "roll_up" ? rollUpOf[person.type] ?? "" : person.type
    }
    var told: [[String]: Int] = [:]
    for row in assessment.scores where row.weighting == .respondents && row.measure == "overall" {
      if let n = row.estimate.n, let name = row.organization { told[[name, row.groupBy ?? "", row.group ?? ""]] = n }
    }
    #expect(told[["Small", "", ""]] == nil && told[["Next", "", ""]] == nil)
    var (solved, planted) = (0, 0)
    for row in assessment.comparisons where row.measure == "overall" && row.primary {
      let groups = row.groupB.map { [row.groupA, $0] }
      let inside = people.filter { groups?.contains(group($0, row.by)) ?? true }
      let sizes = Dictionary(inside.map { ($0.organization, 1) }, uniquingKeysWith: +)
      if let size = meanSize(row.evidence) {
        // Some choice of organisations whose people of these groups are told must have this mean: then it tells nothing new.
        let known = sizes.keys.sorted().compactMap { name -> Int? in
          guard let whole = told[[name, "", ""]] else { return nil }
          return groups.map { $0.reduce(0) { $0 + (told[[name, row.by, $1]] ?? 0) } } ?? whole
        }.filter { $0 > 0 }
        let possible = (1..<(1 << known.count)).contains { mask in
          let own = known.indices.filter { mask & (1 << $0) != 0 }.map { Double(known[$0]) }
          return abs(own.reduce(0) { $0 + $1 * $1 } / own.reduce(0, +) - size) < 1e-6
        }
        #expect(possible, "\(row.by) \(row.groupA) \(row.groupB ?? "")")
        solved += 1
      }
      guard row.groupB == nil, row.by == "roll_up" else { continue }
      // The reader is able: from the figures of all organisations the two that are hidden come out.
      let scores = SampleCohort.responses(people).scored(by: SampleCohort.plan())
      let column = scores.columns[scores.place(of: "overall") ?? 0]
      let moments = sizes.keys.sorted().map { name in
        Moments(people.indices.filter { people[$0].organization == name }.map { column[$0] })
      }
      guard let all = try? IntraclassCorrelation(moments), all.value > 1e-6 else { continue }
      let squares = (1 + (all.designEffect - 1) / all.value) * Double(all.count)
      let known = sizes.keys.compactMap { told[[$0, "", ""]] }
      let (left, rest) = (all.count - known.reduce(0, +), squares - Double(known.reduce(0) { $0 + $1 * $1 }))
      let found = (1...(left / 2)).filter { abs(Double($0 * $0 + (left - $0) * (left - $0)) - rest) < 0.01 }
      #expect(found == [sizes["Small"] ?? 0])
      planted += 1
    }
    #expect(solved > 0 || planted == 0)
  }

  @Test func `with nothing hidden every organisation counts`() throws {
    let people = SampleCohort.people(organizations: 3, sizes: 12...16, missing: 0, seed: 2)
    var plan = SampleCohort.plan()
    plan.comparison = ComparisonPlan(null: .asymptotic, measures: ["overall"])
    let assessment = try Assessment(SampleCohort.responses(people), plan: plan)
    let row = try #require(assessment.comparisons.first { $0.measure == "overall" && $0.groupB == nil })
    let sizes = Dictionary(people.map { ($0.organization, 1.0) }, uniquingKeysWith: +).values
    let expected = sizes.reduce(0) { $0 + $1 * $1 } / sizes.reduce(0, +)
    let evidence = row.evidence
    #expect(evidence.organizations == 3 && evidence.intraclassCorrelation != nil)
    if let size = meanSize(evidence) { #expect(abs(size - expected) < 1e-6) }
  }
}
