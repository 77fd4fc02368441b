import Foundation
import Readiness
import TestSupport
import Testing

/// Two waves of the same people: against R and coin from the answers (`References/readiness/paired.R`), laws, and refusals.
@Suite struct PairedStudyTests {
  struct Expected: Decodable {
    let measure: String
    let n: Int
    let median_first: Double
    let median_second: Double
    let rose: Int
    let same: Int
    let fell: Int
    let statistic: Double
    let p: Double
    let effect: Double
    let sign_p: Double
    let organisations: Int
    let changed: Int
    let mean_change: Double
    let organisations_p: Double
    let holm: Double
    let sign_holm: Double
    let organisations_holm: Double
  }

  static func waves() throws -> [Responses] {
    let instrument = try Instrument(folder: Repository.url("Surveys/barriers-short"))
    return try ["2025", "2026"].map { wave in
      try instrument.responses(
        in: [.file(path: Repository.url("Surveys/examples/two-waves.csv").path())], options: IntakeOptions(wave: wave))
    }
  }

  static func study(_ plan: ScoringPlan = ScoringPlan(draws: 200), threads: Int = 1) throws -> PairedStudy {
    let waves = try waves()
    return try PairedStudy(waves[0], waves[1], waves: ("2025", "2026"), plan: plan, threads: threads)
  }

  /// A small cohort: one barrier of two sentences, people named in the column `code`.
  static func wave(_ answers: [String], codes: [String], organizations: [String]? = nil) -> Responses {
    let instrument = Sample.instrument(
      form: "paired", dimensions: ["d01"],
      items: [Sample.item("d01q1", "d01", "CM"), Sample.item("d01q2", "d01", "CM")])
    return Sample.responses(to: instrument, answers: answers, organizations: organizations, groups: ["code": codes])
  }

  func close(_ value: Double?, _ expected: Double) -> Bool {
    abs((value ?? .nan) - expected) <= 1e-9 * max(1, abs(expected))
  }

  @Test("Signed ranks, signs and organisations agree with R and coin on the example")
  func reference() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/paired.json"))
    let expected = try JSONDecoder().decode([Expected].self, from: data)
    #expect(expected.count == 12)
    let study = try Self.study(ScoringPlan(draws: 200, disclosure: .pilot, consent: "made up"))
    for row in expected {
      let rows = study.comparisons.filter { $0.measure == row.measure }
      #expect(rows.map(\.method) == ["signed_rank", "sign_test", "whole_organisation_signs"])
      #expect(rows.map(\.primary) == [true, false, false])
      #expect(rows.allSatisfy { $0.nA == row.n && $0.nB == row.n && $0.by == "wave" && $0.p?.method == .exact })
      #expect(rows.allSatisfy { $0.evidence.design == .samePeople && $0.evidence.organizations == row.organisations })
      #expect(close(rows[0].p?.value, row.p), "\(row.measure)")
      #expect(rows.allSatisfy { close($0.evidence.medians?.first, row.median_first) })
      #expect(rows.allSatisfy { close($0.evidence.medians?.second, row.median_second) })
      #expect(close(rows[0].statistic, row.statistic))
      #expect(close(rows[0].effect?.value, row.effect))
      #expect(close(rows[0].pAdjusted, row.holm))
      #expect(rows[0].note.english.hasPrefix("\(row.rose) rose, \(row.same) stayed and \(row.fell) fell."))
      #expect(close(rows[1].p?.value, row.sign_p))
      #expect(close(rows[1].pAdjusted, row.sign_holm))
      #expect(close(rows[2].p?.value, row.organisations_p))
      #expect(close(rows[2].pAdjusted, row.organisations_holm))
      #expect(rows.allSatisfy { $0.evidence.adjustment == "holm" })
      #expect(close(rows[2].effect?.value, row.mean_change))
      #expect(rows[2].p?.smallestAttainable == 2 / Double(1 << row.changed))
    }
    #expect(study.attendance.both == 60)
    #expect([study.attendance.onlyFirst, study.attendance.onlySecond, study.attendance.moved] == [7, 5, 0])
    #expect(study.familyNotes.map(\.family) == ["overall", "dimensions", "co", "steps"])
  }

  @Test("Turning the waves round turns every change and leaves every p; threads change nothing")
  func laws() throws {
    let waves = try Self.waves()
    let plan = ScoringPlan(draws: 200)
    let forth = try PairedStudy(waves[0], waves[1], waves: ("2025", "2026"), plan: plan, threads: 1)
    let back = try PairedStudy(waves[1], waves[0], waves: ("2026", "2025"), plan: plan, threads: 2)
    #expect(forth.comparisons.count == back.comparisons.count)
    for (there, here) in zip(forth.comparisons, back.comparisons) where there.method != "sign_test" {
      #expect(there.p?.value == here.p?.value)
      #expect(close(there.effect?.value, -(here.effect?.value ?? .nan)))
    }
    let again = try Self.study(plan, threads: 2)
    #expect(again.comparisons == forth.comparisons)
  }

  @Test("Two organisations cannot give less than one half; one alone is not tested")
  func fewOrganizations() throws {
    let codes = (1...8).map { "p\($0)" }
    let first = Array(repeating: "2 2", count: 8)
    let second = ["3 3", "4 3", "3 2", "4 4", "2 3", "5 4", "3 3", "4 4"]
    let places = ["A", "A", "A", "A", "B", "B", "B", "B"]
    let study = try PairedStudy(
      Self.wave(first, codes: codes, organizations: places), Self.wave(second, codes: codes, organizations: places),
      waves: ("a", "b"), pairBy: "code", plan: ScoringPlan(draws: 50))
    let rows = study.comparisons.filter { $0.measure == "d01" }
    #expect(rows[0].p?.value == 2.0 / 256)
    #expect(abs(rows[0].effect?.value ?? 0) == 1)
    #expect(rows[0].note.english.contains("2 organisations"))
    #expect(rows[2].p?.smallestAttainable == 0.5)
    let alone = try PairedStudy(
      Self.wave(first, codes: codes), Self.wave(second, codes: codes), waves: ("a", "b"), pairBy: "code",
      plan: ScoringPlan(draws: 50))
    #expect(
      alone.comparisons.filter { $0.method == "whole_organisation_signs" }.allSatisfy { $0.status == .notTestable })
  }

  @Test("People in one wave only, or who moved, are counted; fewer than five are not told")
  func attendance() throws {
    let first = Self.wave(
      Array(repeating: "2 3", count: 7), codes: ["a", "b", "c", "d", "e", "f", ""],
      organizations: ["A", "A", "A", "B", "B", "B", "B"])
    let second = Self.wave(
      Array(repeating: "3 4", count: 6), codes: ["a", "b", "c", "d", "e", "x"],
      organizations: ["A", "A", "B", "B", "B", "B"])
    let pilot = ScoringPlan(draws: 50, disclosure: .pilot, consent: "made up")
    let open = try PairedStudy(first, second, waves: ("a", "b"), pairBy: "code", plan: pilot).attendance
    #expect([open.both, open.onlyFirst, open.onlySecond, open.moved] == [5, 2, 1, 1])
    let closed = try PairedStudy(first, second, waves: ("a", "b"), pairBy: "code", plan: ScoringPlan(draws: 50))
    #expect(closed.attendance.both == 5)
    #expect([closed.attendance.onlyFirst, closed.attendance.onlySecond, closed.attendance.moved] == [nil, nil, nil])
  }

  @Test("One returning person in each of six organisations: neither their number nor what counts them is told")
  func thinlySpread() throws {
    /// Six organisations of five people, of whom some come back.
    func study(returning: Int, _ plan: ScoringPlan = ScoringPlan(draws: 50)) throws -> PairedStudy {
      var stream = RandomStream(seed: 6)
      let people = (0..<30).map { (code: "p\($0)", place: "Org \($0 % 6)") }
      func wave(_ codes: [String]) -> Responses {
        Self.wave(
          codes.map { _ in "\(1 + stream.below(5)) \(1 + stream.below(5))" }, codes: codes,
          organizations: people.map(\.place))
      }
      return try PairedStudy(
        wave(people.map(\.code)), wave(people.indices.map { $0 < returning ? people[$0].code : "new\($0)" }),
        waves: ("a", "b"), pairBy: "code", plan: plan)
    }
    let pilot = ScoringPlan(draws: 50, disclosure: .pilot, consent: "made up")
    let open = try study(returning: 6, pilot)
    // What a reader had: six people and six organisations, five degrees of freedom, a p of 2 in 2⁶.
    #expect(open.attendance.both == 6 && open.attendance.organizations == 6)
    #expect(open.changes.contains { $0.paired.tellsFreedom && $0.paired.estimate?.degreesOfFreedom == 5 })
    let thin = try study(returning: 6)
    #expect(thin.attendance.both == 6 && thin.attendance.organizations == nil)
    let asked = thin.comparisons.filter { $0.status != .notAsked }
    #expect(!asked.isEmpty && asked.allSatisfy { $0.evidence.organizations == nil })
    #expect(asked.allSatisfy { !$0.note.english.contains("6 organisations") })
    let whole = asked.filter { $0.method == "whole_organisation_signs" }
    #expect(!whole.isEmpty && whole.allSatisfy { $0.status == .suppressed && $0.p == nil && $0.effect == nil })
    #expect(asked.contains { $0.method == "signed_rank" && $0.p != nil })
    let changes = thin.changes.filter { $0.paired.status == .ok }
    #expect(
      !changes.isEmpty && changes.allSatisfy { !$0.paired.tellsFreedom && $0.paired.detectable(level: 0.95) == nil })
    // Ten in six: five may be in one. Nine: no longer.
    #expect(try study(returning: 10).attendance.organizations == 6)
    #expect(try study(returning: 9).attendance.organizations == nil)
  }

  @Test("Fewer pairs than the minimum leave no number")
  func hidden() throws {
    let codes = ["a", "b", "c", "d"]
    let study = try PairedStudy(
      Self.wave(["1 1", "2 2", "3 3", "1 2"], codes: codes), Self.wave(["2 2", "3 2", "3 4", "5 5"], codes: codes),
      waves: ("a", "b"), pairBy: "code", plan: ScoringPlan(draws: 50))
    #expect(study.attendance.both == nil)
    let asked = study.comparisons.filter { $0.status != .notAsked }
    #expect(!asked.isEmpty)
    for row in asked {
      #expect(row.status == .suppressed)
      #expect(row.p == nil && row.nA == nil && row.effect == nil && row.statistic == nil)
      #expect(row.evidence.organizations == nil && row.evidence.missing.people == nil)
    }
  }

  @Test("Nobody changed: there is nothing to test, in words")
  func unchanged() throws {
    let codes = (1...6).map { "p\($0)" }
    let wave = Self.wave(Array(repeating: "2 3", count: 6), codes: codes)
    let study = try PairedStudy(wave, wave, waves: ("a", "b"), pairBy: "code", plan: ScoringPlan(draws: 50))
    let rows = study.comparisons.filter { $0.measure == "d01" && $0.method == "signed_rank" }
    #expect(rows.map(\.status) == [.noVariation])
    #expect(rows.map(\.note.english) == ["No one changed."])
  }

  @Test func refusals() throws {
    let first = Self.wave(["1 1", "2 2"], codes: ["a", "a"])
    let second = Self.wave(["1 1", "2 2"], codes: ["a", "b"])
    let plan = ScoringPlan(draws: 50)
    #expect(throws: PairedFault.repeatedIdentifier(column: "code", wave: 0)) {
      try PairedStudy(first, second, waves: ("a", "b"), pairBy: "code", plan: plan)
    }
    #expect(throws: PairedFault.unknownColumn("staff", known: ["respondent_id", "code"])) {
      try PairedStudy(first, second, waves: ("a", "b"), pairBy: "staff", plan: plan)
    }
    #expect(throws: PairedFault.nobodyTwice) {
      try PairedStudy(
        second, Self.wave(["1 1"], codes: ["z"]), waves: ("a", "b"), pairBy: "code", plan: plan)
    }
    let told = PairedFault.repeatedIdentifier(column: "code", wave: 0).sentence(waves: ["spring", "autumn"])
    #expect(told == "two people of the wave “spring” have the same code; give each person one of their own")
  }
}
