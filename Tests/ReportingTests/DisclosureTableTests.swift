import Disclosure
import Statistics
import Survey
import Tabular
import Testing

@testable import Readiness
@testable import Reporting

/// What `disclosure.csv` says of rows that are written out here, each reason counted by hand.
struct DisclosureTableTests {
  /// `column: action, why, cells` of every row about a column.
  private func lines(_ rows: [DisclosureRow]) -> [String] {
    rows.map { "\($0.column ?? ""): \($0.action.rawValue), \($0.why.rawValue), \($0.cells ?? 0)" }
  }

  private func score(
    _ organization: String?, _ weighting: Weighting, _ measure: String, _ estimate: Estimate,
    sd: Double? = 12.345_678_9, share: Double? = 0.1
  ) -> ScoreRow {
    ScoreRow(
      level: organization == nil ? .cohort : .organization, organization: organization, groupBy: nil, group: nil,
      weighting: weighting, measure: measure, estimate: estimate, sd: sd, coverage: share, doNotKnowRate: share,
      notForMeRate: share)
  }

  private func estimate(_ value: Double, _ interval: ConfidenceInterval?, n: Int? = 20) -> Estimate {
    Estimate(value: value, interval: interval, n: n, status: .ok)
  }

  private let hidden = HiddenNumbers([
    DisclosureRow(
      table: "profiles", column: "respondents", organization: "Small", why: .primaryOrComplementary,
      interval: TableAudit.Interval(lower: 1, upper: 9)),
    DisclosureRow(
      table: "scores", column: "n", organization: "Alike", measure: "d01", why: .primaryClassComplementaryOrCounts,
      interval: TableAudit.Interval(lower: 0, upper: 8)),
    DisclosureRow(
      table: "scores", column: "n", organization: "Late", measure: "d01", why: .earlierRelease,
      interval: TableAudit.Interval(lower: 0, upper: nil)),
  ])

  @Test func `scores: a whole group, one score, a weighting, shares, digits`() {
    let none = Estimate.withheld(.suppressed)
    let long = ConfidenceInterval(lower: 40.123_456_789, upper: 60.987_654_321)
    let rows = [
      score(nil, .respondents, "d01", estimate(50.123_456_7, ConfidenceInterval(lower: 40, upper: 61))),
      score(nil, .organizations, "d01", estimate(51, nil)),
      score(nil, .types, "d01", none, sd: nil, share: nil),
      score("Small", .respondents, "d01", none, sd: nil, share: nil),
      score("Alike", .respondents, "d01", none, sd: nil, share: nil),
      score("Alike", .types, "d01", none, sd: nil, share: nil),
      score("Late", .respondents, "d01", none, sd: nil, share: nil),
      score("Other", .respondents, "d01", none, sd: nil, share: nil),
      score("Large", .respondents, "d01", estimate(50.1, long, n: nil), sd: nil, share: nil),
      score("Large", .respondents, "d02", .withheld(.notAsked), sd: nil, share: nil),
    ]
    let found = lines(ColumnAudit(ScoreRow.schema, rows).counted(hidden))
    let reasons = [
      ": withheld, whole_group, 1", ": withheld, primary_class_or_complementary, 1",
      ": withheld, primary_class_complementary_or_counts, 2", ": withheld, earlier_release, 1",
    ]
    let parts = ": withheld, second_equation, 1"
    let few = ": withheld, few_answers, 1"
    func column(_ name: String, _ rest: [String]) -> [String] { rest.map { name + $0 } }
    #expect(
      found == column("value", reasons + [parts, ": rounded, few_answers, 1", ": rounded, second_equation, 1"])
        + ["low", "high"].flatMap {
          column(
            $0, reasons + [parts, ": withheld_or_none, second_equation, 1", ": rounded, second_equation, 1"])
        } + ["sd", "n", "coverage", "dk_rate", "nfm_rate"].flatMap { column($0, reasons + [few, parts]) })
  }

  @Test func `counts of answers have the reasons of their numbers`() {
    func row(_ item: String, _ answer: String, _ count: Int?) -> DistributionRow {
      DistributionRow(
        item: item, respondentType: nil, answer: answer, count: count, status: count == nil ? .suppressed : .ok)
    }
    func number(_ item: String, _ answer: String, _ why: DisclosureRow.Why) -> DisclosureRow {
      DisclosureRow(
        table: "distributions", column: "count", measure: item, answer: answer, why: why,
        interval: TableAudit.Interval(lower: 0, upper: 7))
    }
    let rows = [row("d01q1", "1", nil), row("d01q1", "2", 9), row("g01", "0", nil), row("g01", "dk", nil)]
    let numbers = [
      number("d01q1", "1", .primaryClassOrComplementary), number("g01", "0", .countsBesideMean),
      number("g01", "dk", .primaryClassOrComplementary),
    ]
    #expect(
      lines(ColumnAudit(DistributionRow.schema, rows).counted(numbers)) == [
        "count: withheld, primary_class_or_complementary, 2", "count: withheld, counts_beside_a_mean, 1",
      ])
  }

  @Test func `profiles: what a hidden organisation, a hidden score, a gap and a mean of parts lack`() throws {
    let instrument = try SampleAssessment.instrument()
    let measures = instrument.measures
    var rows = SampleAssessment.profiles(measures, invited: false)
    #expect(rows.map(\.respondents) == [8, 8, 8, nil])
    let rollUps = rows[0].rollUps.filter { $0.key != "citizen" }
    rows[0] = ReadinessProfile(
      organization: "Riverside Council", respondents: 8, rank: 1, rankSet: 1...1, band: 1...2, notRankedBecause: nil,
      readiness: rows[0].readiness, readinessTypesEqual: .withheld(.suppressed), rankTypesEqual: nil,
      readinessBudgetWeighted: .withheld(.suppressed), rankBudgetWeighted: nil,
      measures: rows[0].measures.merging(["d01": .withheld(.suppressed)]) { $1 }, worstBarriers: [],
      weakestCo: .cannotSay(.suppressed), earliestWeakStep: .none,
      gap: rows[0].gap.withheld(.suppressed),
      growthGaps: rows[0].growthGaps.map { $0.told(unit: nil, interval: nil, people: false) }, participation: [],
      flags: [], rollUps: rollUps)
    let hidden = HiddenNumbers([
      DisclosureRow(
        table: "profiles", column: "respondents", organization: "Tiny Trust", why: .earlierRelease, interval: nil),
      DisclosureRow(
        table: "scores", column: "n", organization: "Riverside Council", measure: "d01",
        why: .primaryClassOrComplementary, interval: nil),
    ])
    let schema = ReadinessProfile.schema(for: instrument, measures: measures)
    let found = lines(ColumnAudit(schema, rows).counted(hidden, instrument: instrument, measures: measures))
    for line in [
      "respondents: withheld, earlier_release, 1", "rank: withheld, whole_group, 1",
      "readiness: withheld, whole_group, 1", "d01: withheld, whole_group, 1",
      "d01: withheld, primary_class_or_complementary, 1", "d02: withheld, whole_group, 1",
      "readiness_types_equal: withheld, second_equation, 1", "rank_types_equal: withheld, second_equation, 1",
      "readiness_budget_weighted: withheld, second_equation, 1",
      "worst_barriers: withheld, primary_class_or_complementary, 1",
      "weakest_co: withheld, primary_class_or_complementary, 1", "gap: withheld, few_on_a_side, 1",
      "gap_n_staff: withheld, few_on_a_side, 1", "growth_cm_n_leaders: withheld, few_answers, 1",
      "n_citizen: withheld, whole_group, 1", "n_citizen: withheld, primary_or_complementary, 1",
      "n_provider: withheld, whole_group, 1",
    ] { #expect(found.contains(line), "\(line)") }
    #expect(!found.contains { $0.hasPrefix("d02: ") && !$0.hasSuffix("whole_group, 1") })
    #expect(
      !found.contains {
        $0.hasPrefix("organisation") || $0.hasPrefix("flags") || $0.hasPrefix("earliest") && !$0.contains("whole")
      })
  }

  @Test func `comparisons: tests in few digits, organisations that are not counted, few who left the budget out`() {
    func row(
      _ family: String, n: Int?, p: Double?, statistic: Double? = nil, effect: Double? = nil, status: Status = .ok,
      note: Phrase = .empty
    ) -> Comparison {
      Comparison(
        family: family, measure: "d01", by: "roll_up", groupA: "a", groupB: "b", nA: n, nB: n, primary: true,
        method: status == .ok ? "van_elteren" : "", statistic: statistic, degreesOfFreedom: nil,
        p: p.map { PValue(value: $0, method: .asymptotic, smallestAttainable: .leastNonzeroMagnitude) }, pAdjusted: nil,
        effect: effect.map {
          EffectSize(name: "probability_of_superiority", value: $0, interval: nil, intervalMethod: "")
        },
        status: status, note: note)
    }
    let rows = [
      row("overall_pairs", n: 20, p: 0.04, effect: 0.65),
      row("overall_pairs", n: 20, p: 0.041_234_5, statistic: 2.041_234_5, effect: 0.651_234),
      row("allocation_pairs", n: nil, p: 0.5),
      row("overall_pairs", n: nil, p: nil, status: .suppressed, note: Comparison.fewSideBySide),
      row("dimensions_pairs", n: nil, p: nil, status: .suppressed, note: "A group is too small to be shown."),
      row("dont_know_pairs", n: nil, p: nil, status: .suppressed),
      row("allocation", n: nil, p: nil, status: .suppressed),
    ]
    let found = lines(ColumnAudit(Comparison.schema, rows).counted())
    let whole = [
      "withheld, primary_class_or_complementary, 1", "withheld, few_answers, 1",
      "withheld, spread_over_organisations, 1",
    ]
    #expect(found.filter { $0.hasPrefix("n_a: ") } == (whole + ["withheld, few_allocations, 2"]).map { "n_a: \($0)" })
    let hidden = whole + ["withheld, few_allocations, 1"]
    #expect(
      found.filter { $0.hasPrefix("p: ") } == (hidden + ["rounded, spread_over_organisations, 2"]).map { "p: \($0)" })
    #expect(
      found.filter { $0.hasPrefix("effect: ") }
        == (hidden + ["withheld_or_none, spread_over_organisations, 1", "rounded, spread_over_organisations, 1"]).map {
          "effect: \($0)"
        })
    #expect(
      found.filter { $0.hasPrefix("organisations: ") }
        == (hidden + ["withheld_or_none, numbers_of_organisations, 3"]).map { "organisations: \($0)" })
    #expect(!found.contains { $0.hasPrefix("group_b") || $0.hasPrefix("note") || $0.hasPrefix("family") })
  }

  @Test func `budgets are rounded where a number of people is not told, and say so`() throws {
    let full = try SampleAssessment.make().allocations
    func audit(_ rows: [AllocationRow], _ own: [Int?]) -> [String] {
      let organizations = own.enumerated().map { place, count in
        OrganizationAllocationRow(
          organization: "Org \(place)", factor: "b01", label: "", respondents: count, mean: 12.5, status: .ok)
      }
      let told = AllocationAudit(rows, organizations: organizations, profiles: [])
      return lines(
        ColumnAudit(AllocationRow.schema, rows).counted(told)
          + ColumnAudit(OrganizationAllocationRow.schema, organizations).counted(told))
    }
    let all = audit(full, [7, 8])
    #expect(!all.contains { $0.contains("rounded") || $0.contains(": withheld,") })
    let coarse = full.map { $0.told(AllocationDigits()) }
    #expect(audit(coarse, [7, nil]).contains("mean: rounded, few_allocations, 2"))
    #expect(audit(coarse, [7, nil]).contains("respondents: withheld, few_allocations, 1"))
    #expect(!audit(coarse, [7, nil]).contains("mean: rounded, few_allocations, \(full.count)"))
    let without = full.map { $0.withheld(.suppressed) }
    #expect(audit(without, [7, 8]).contains("median: withheld, few_allocations, \(full.count)"))
  }

  @Test func `numbers over organisations may lack those that are hidden`() throws {
    func row(_ scheme: String, _ weight: Double?, _ status: Status) -> WeightRow {
      WeightRow(
        scheme: scheme, dimension: "d01", label: "", weight: weight, interval: nil, crosswalk: nil, status: status)
    }
    let rows = [
      row("equal", 0.1, .ok), row("budget", nil, .suppressed), row("budget", nil, .notAsked), row("entropy", 0.2, .ok),
    ]
    func found(_ profiles: [ReadinessProfile]) -> [String] {
      lines(
        ColumnAudit(WeightRow.schema, rows).counted(AllocationAudit([], organizations: [], profiles: profiles)))
    }
    let sample = SampleAssessment.profiles(try SampleAssessment.instrument().measures, invited: false)
    #expect(
      found(sample.filter { $0.respondents != nil })
        == ["weight", "weight_low", "weight_high"].map { "\($0): withheld, few_allocations, 1" })
    let all = found(sample)
    #expect(all.contains("importance: withheld_or_none, hidden_organisations, 4"))
    #expect(all.contains("weight_low: withheld_or_none, hidden_organisations, 1"))
    #expect(!all.contains { $0.hasPrefix("crosswalk") })
  }

  @Test func `digits of a number are those of the shortest decimal`() {
    let numbers: [(Double, Int)] = [
      (0, 0), (0.000_53, 2), (5.3e-30, 2), (100, 1), (-12.5, 3), (44.762_417, 8), (1e22, 1), (0.1 + 0.2, 17),
    ]
    for (number, digits) in numbers { #expect(ToldDigits.count(number) == digits, "\(number)") }
  }

  @Test func `the file says about tables, columns and numbers, and mode pilot says nothing`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    let rows = publication.disclosure
    #expect(rows.contains { $0.subject == .table && $0.action == .leftOut && $0.table == "scores" })
    #expect(rows.contains { $0.subject == .column && $0.table == "distributions" && $0.cells == 1 })
    let table = try Table(name: "disclosure.csv", bytes: DisclosureRow.schema.csv(rows: rows))
    #expect(
      table.headings == [
        "about", "table", "column", "organisation", "group_by", "group", "measure", "answer", "action", "why", "cells",
        "low", "high", "status",
      ])
    let open = DisclosureRow(
      table: "profiles", column: "respondents", organization: "A", why: .primaryOrComplementary,
      interval: TableAudit.Interval(lower: 1, upper: nil))
    #expect(open.status == .suppressed && rows.allSatisfy { $0.subject == .number || $0.status == .ok })
    let pilot = try SampleAssessment.make(plan: ScoringPlan(disclosure: .pilot, consent: "yes"))
    #expect(Publication(pilot, software: "s").disclosure.isEmpty)
  }
}
