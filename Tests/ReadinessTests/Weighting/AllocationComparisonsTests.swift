import Foundation
import Statistics
import Survey
import TestSupport
import Testing

@testable import Readiness

/// Comparisons of allocations against `Tests/References/readiness/allocations.py`, which enumerates from the definitions.
@Suite struct AllocationComparisonsTests {
  struct Expected: Decodable {
    let difference: [Double]
    let points: Double
    let f2: Double
    let f2_p: Double
    let f2_smallest: Double
    let f2_half: Double
    let f2_half_p: Double
    let pseudo: Double
    let pseudo_p: Double
    let t: [Double]
    let alone: [Double]
    let adjusted: [Double]
    let leave_one_out: [Double]
    let w_commissioners: Double?
    let ranks_without_person: [[Double]]?
    let ranks_without_organisation: [[Double]]?
  }
  struct Made: Decodable {
    let points: [[Double]]
    let group: [Int]
    let organisation: [Int]
  }
  struct Reference: Decodable {
    let published: Expected
    let made: Made
    let stratified: Expected

    static func read() throws -> Reference {
      let data = try Data(contentsOf: Repository.url("Tests/References/readiness/allocations.json"))
      return try JSONDecoder().decode(Reference.self, from: data)
    }
  }

  static let pilot = ScoringPlan(by: ["roll_up"], disclosure: .pilot, consent: "published table")

  /// The made-up answers: two groups side by side in three organisations.
  static func made(plan: ScoringPlan, people: Range<Int> = 0..<12) throws -> [Comparison] {
    let made = try Reference.read().made
    let question = BudgetQuestion(
      stem: Sample.text("How would you spend it?"), total: 100,
      factors: (1...11).map {
        BudgetFactor(id: "b\($0 < 10 ? "0" : "")\($0)", label: Sample.text("F\($0)"), dimensions: ["d01"], facets: [])
      }, crosswalkVersion: "1")
    let instrument = Sample.instrument(form: "budget", dimensions: ["d01"], items: [], budget: question)
    let responses = Sample.responses(
      to: instrument, answers: people.map { _ in "" }, organizations: people.map { "O\(made.organisation[$0])" },
      groups: ["side": people.map { made.group[$0] == 0 ? "a" : "b" }], points: people.map { made.points[$0] })
    return try Assessment(responses, plan: plan, threads: 1).comparisons
  }

  func check(_ rows: [Comparison], _ expected: Expected) throws {
    func row(_ method: String) throws -> Comparison { try #require(rows.first { $0.method == method }) }
    let first = try row("permanova_f2_alpha_1")
    #expect(first.primary && abs((first.statistic ?? 0) - expected.f2) < 1e-9)
    #expect(first.p?.method == .exact && abs((first.p?.value ?? 0) - expected.f2_p) < 1e-12)
    #expect(abs((first.p?.smallestAttainable ?? 0) - expected.f2_smallest) < 1e-12)
    #expect(first.effect?.name == "points_to_move" && abs((first.effect?.value ?? 0) - expected.points) < 1e-9)
    let range = try #require(first.evidence.leaveOneOrganizationOut)
    #expect(abs(range.lowerBound - expected.leave_one_out[0]) < 1e-9)
    #expect(abs(range.upperBound - expected.leave_one_out[1]) < 1e-9)
    #expect((first.evidence.effectByChance ?? 0) > 0)
    let half = try row("permanova_f2_alpha_0.5")
    #expect(!half.primary && abs((half.statistic ?? 0) - expected.f2_half) < 1e-9)
    #expect(abs((half.p?.value ?? 0) - expected.f2_half_p) < 1e-12)
    let pooled = try row("permanova_pseudo_f")
    #expect(abs((pooled.statistic ?? 0) - expected.pseudo) < 1e-9)
    #expect(abs((pooled.p?.value ?? 0) - expected.pseudo_p) < 1e-12)
    #expect(try row("dispersion").p != nil)
    let factors = rows.filter { $0.method == "welch_max_t" && $0.p != nil }
    #expect(factors.count == 11)
    for (place, factor) in factors.enumerated() {
      #expect(abs((factor.effect?.value ?? 0) - expected.difference[place]) < 1e-9)
      #expect(abs((factor.statistic ?? 0) - expected.t[place]) < 1e-9)
      #expect(factor.p?.method == .exact && abs((factor.p?.value ?? 0) - expected.alone[place]) < 1e-12)
      #expect(abs((factor.pAdjusted ?? 0) - expected.adjusted[place]) < 1e-12)
      #expect(factor.evidence.adjustment == "max_t")
    }
  }

  @Test("The published table: commissioners and the third sector, whole organisations enumerated")
  func published() throws {
    let assessment = try AssessmentBudgetTests().published(Self.pilot)
    let expected = try Reference.read().published
    let pair = assessment.comparisons.filter { $0.groupA == "commissioner" && $0.groupB == "third_sector" }
    #expect(Set(pair.map(\.evidence.design)) == [.wholeOrganizations])
    try check(pair.filter { $0.family != "allocation" }, expected)
    // The one public health lead cannot be compared with all, so that only the pair is left.
    let all = try #require(assessment.comparisons.first { $0.family == "allocation" && $0.primary })
    #expect(all.groupB == "third_sector" && all.note.english.contains("“Other"))
    let w = try #require(
      assessment.comparisons.first { $0.family == "allocation_agreement" && $0.groupA == "commissioner" })
    #expect(abs((w.statistic ?? 0) - (expected.w_commissioners ?? 0)) < 1e-12)
    for (rows, want) in [
      (assessment.allocations.map(\.rankWithoutOnePerson), expected.ranks_without_person),
      (assessment.allocations.map(\.rankWithoutOneOrganization), expected.ranks_without_organisation),
    ] {
      #expect(rows.map { $0?.lowerBound } == want?[0])
      #expect(rows.map { $0?.upperBound } == want?[1])
    }
  }

  @Test(
    "Groups side by side: labels are exchanged inside organisations, and the level of an organisation counts for nothing"
  )
  func stratified() throws {
    let plan = ScoringPlan(by: ["side"], disclosure: .pilot, consent: "made up")
    let rows = try Self.made(plan: plan)
    #expect(rows.filter { $0.family == "allocation" }.allSatisfy { $0.nA == 6 && $0.nB == 6 })
    #expect(rows.first?.evidence.design == .withinOrganizations)
    try check(rows, try Reference.read().stratified)
  }

  @Test("Five people may be compared, four may not, and nothing of them is said")
  func disclosure() throws {
    let shown = try Self.made(plan: ScoringPlan(by: ["side"]))
    #expect(shown.contains { $0.family == "allocation" && $0.p != nil })
    // Leaving out an organisation would leave two people of a group.
    #expect(shown.allSatisfy { $0.evidence.leaveOneOrganizationOut == nil })
    let hidden = try Self.made(plan: ScoringPlan(by: ["side"]), people: 0..<8)
    #expect(!hidden.isEmpty)
    #expect(hidden.allSatisfy { $0.p == nil && $0.nA == nil && $0.effect == nil && $0.evidence.organizations == nil })
    #expect(hidden.allSatisfy { $0.status == .suppressed && $0.evidence.reason == .empty })
  }

  @Test("Only other measures are asked for: no allocations; the same seed gives the same rows")
  func choices() throws {
    var plan = ScoringPlan(permutations: 99, by: ["side"], disclosure: .pilot, consent: "made up")
    plan.comparison.null = .permutation
    #expect(try Self.made(plan: plan) == Self.made(plan: plan))
    plan.comparison.null = .exact
    #expect(
      try Self.made(plan: plan).filter { $0.family == "allocation" && $0.p != nil }.allSatisfy {
        $0.p?.method == .exact || $0.method == "dispersion"
      })
    plan.comparison.measures = ["d01"]
    #expect(try !Self.made(plan: plan).contains { $0.family.hasPrefix("allocation") })
  }
}
