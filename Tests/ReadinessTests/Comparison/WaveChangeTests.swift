import Foundation
import TestSupport
import Testing

@testable import Readiness

/// Changes in points between two waves, with people who answered once.
@Suite struct WaveChangeTests {
  private struct Expected: Decodable {
    struct Row: Decodable {
      let measure: String
      let n: [Int]
      let everybody: [Double]
      let paired: [Double]
      let unpaired: [Double]
    }
    let example: [Row]
  }

  private func close(_ part: WaveChange.Part, _ expected: [Double]) -> Bool {
    guard let estimate = part.estimate else { return false }
    let got = [estimate.value, estimate.standardError, estimate.degreesOfFreedom]
    return zip(got, expected).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) } && got.count == expected.count
  }

  @Test("Everybody, those twice and those once agree with R 4.2.2 from the answers on (`wave_changes.R`)")
  func reference() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/wave_changes.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data).example
    let plan = ScoringPlan(
      draws: 20, comparison: ComparisonPlan(null: .asymptotic), disclosure: .pilot, consent: "made up")
    let changes = try PairedStudyTests.study(plan).changes
    #expect(expected.count == 12)
    for row in expected {
      let change = try #require(changes.first { $0.measure == row.measure })
      #expect([change.twice, change.onlyFirst, change.onlySecond] == row.n.map(Optional.some), "\(row.measure)")
      #expect(close(change.everybody, row.everybody), "\(row.measure)")
      #expect(close(change.paired, row.paired), "\(row.measure)")
      #expect(close(change.unpaired, row.unpaired), "\(row.measure)")
      #expect(change.units == .organizations && change.waves == ["2025", "2026"])
    }
  }

  /// Two waves of people named in the column `code`; answers 1 to 5 on both sentences of one barrier.
  private func changes(
    first: [(String, Int)], second: [(String, Int)], organizations: ((String) -> String)? = nil,
    plan: ScoringPlan = ScoringPlan(draws: 20)
  ) throws -> [WaveChange] {
    let waves = [first, second].map { people in
      PairedStudyTests.wave(
        people.map { "\($0.1) \($0.1)" }, codes: people.map(\.0),
        organizations: organizations.map { name in people.map { name($0.0) } })
    }
    return try PairedStudy(
      waves[0], waves[1], waves: ("one", "two"), pairBy: "code", plan: plan, threads: 1
    ).changes
  }

  @Test("One to four people who answered once are hidden with every figure that would tell about them; none are not")
  func disclosure() throws {
    let both = (0..<9).map { ("p\($0)", 1 + $0 % 4) }
    let later = both.map { ($0.0, $0.1 + ($0.1 < 3 ? 1 : 0)) }
    let few = try changes(first: both + [("x", 5), ("y", 2)], second: later)
    let change = try #require(few.first { $0.measure == "overall" })
    #expect(change.twice == 9 && change.onlyFirst == nil && change.onlySecond == 0)
    #expect(change.everybody.status == .suppressed && change.everybody.estimate == nil)
    // With the means of both waves the change of the nine would give the mean of the two.
    #expect(change.unpaired.status == .suppressed && change.paired.status == .suppressed)
    let many = try changes(
      first: both + [("x", 5), ("y", 2)], second: later + (0..<3).map { ("z\($0)", 1 + $0) })
    let open = try #require(many.first { $0.measure == "overall" })
    #expect(open.everybody.status == .suppressed && open.paired.status == .ok)
    let none = try #require(try changes(first: both, second: later).first { $0.measure == "overall" })
    #expect(none.everybody == none.paired && none.unpaired.status == .tooFewPeople)
    #expect(none.units == .people && none.everybody.estimate?.degreesOfFreedom == 8)
  }

  @Test("Fixed ends: the change is that of the scale, whoever answers; somebody who moved is nobody's neighbour")
  func scale() throws {
    // Sentences against the barrier count down: from 4 to 3 is 25 points up.
    let first = (0..<12).map { ("p\($0)", $0 < 6 ? 4 : 5) }
    let second = (0..<12).map { ("p\($0)", $0 < 6 ? 3 : ($0 == 11 ? 5 : 4)) }
    let named = try changes(first: first, second: second, organizations: { "Org \((Int($0.dropFirst()) ?? 0) % 3)" })
    let change = try #require(named.first { $0.measure == "d01" })
    #expect(change.units == .organizations && change.everybody.estimate?.degreesOfFreedom == 2)
    #expect(change.everybody.estimate.map { abs($0.value - 25 * 11 / 12.0) < 1e-9 } == true)
    let interval = try #require(change.everybody.interval)
    #expect(interval.lower >= -100 && interval.upper <= 100)
  }
}
