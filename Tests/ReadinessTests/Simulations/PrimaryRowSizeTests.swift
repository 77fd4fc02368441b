import Readiness
import Statistics
import Survey
import TestSupport
import Testing

/// Under the null the rows to read reject as often as their level says, on five answers of which half are the first one.
///
/// One study is many repetitions: each barrier is one item, answered independently of the others.
@Suite struct PrimaryRowSizeTests {
  /// Answers on five points whose shares are .5, .22, .14, .09 and .05 whatever the organisations' part of the spread is.
  static func answer(_ organization: Double, icc: Double, using random: inout RandomStream) -> String {
    let latent = icc.squareRoot() * organization + (1 - icc).squareRoot() * random.normal()
    // Quantiles of the normal distribution at .50, .72, .86 and .95.
    return latent < 0 ? "1" : latent < 0.582_842 ? "2" : latent < 1.080_319 ? "3" : latent < 1.644_854 ? "4" : "5"
  }

  /// The primary and the pooled rows' p over all barriers.
  func simulated(
    people: [(organization: String, type: String)], icc: Double, replications: Int, seed: UInt64,
    permutations: Int = 199
  ) throws -> (primary: [Comparison], pooled: [Comparison]) {
    let barriers = (0..<replications).map { "r\($0)" }
    let instrument = Sample.instrument(
      form: "full", dimensions: barriers, items: barriers.map { Sample.item($0, $0, "", scale: 1...5) })
    var random = RandomStream(seed: seed)
    var rows = [String](repeating: "", count: people.count)
    for _ in barriers {
      var levels: [String: Double] = [:]
      for (index, person) in people.enumerated() {
        let level = levels[person.organization] ?? random.normal()
        levels[person.organization] = level
        rows[index] += Self.answer(level, icc: icc, using: &random) + " "
      }
    }
    let responses = Sample.responses(
      to: instrument, answers: rows, organizations: people.map(\.organization), types: people.map(\.type))
    let plan = ScoringPlan(
      permutations: permutations, missingRule: MissingRule(minimum: 1), disclosure: .pilot, consent: "simulated")
    let found = try ComparisonStudy(responses, plan: plan).comparisons.filter { $0.family == "dimensions" }
    let primary = found.filter(\.primary)
    #expect(primary.count == replications)
    let pooled = found.filter { !$0.primary && $0.method == "mann_whitney" }
    Replications.say(
      "\(primary[0].method), \(people.count) people, ICC \(icc): rejects \(rejected(primary)), covers \(covered(primary))"
    )
    if !pooled.isEmpty { Replications.say("  pooled rejects \(rejected(pooled))") }
    return (primary, pooled)
  }

  func rejected(_ rows: [Comparison]) -> Double {
    Double(rows.count { ($0.p?.value ?? 1) <= 0.05 }) / Double(rows.count)
  }

  /// The share of effects' intervals that hold one half.
  func covered(_ rows: [Comparison]) -> Double {
    let intervals = rows.compactMap { $0.effect?.interval }
    return Double(intervals.count { $0.lower <= 0.5 && 0.5 <= $0.upper }) / Double(intervals.count)
  }

  @Test(
    "Pooled people hold 5% at 8 + 8 and 5 + 20, exactly or below because ties leave few p",
    arguments: [(8, 8), (5, 20)])
  func organizationsNotNamed(first: Int, second: Int) throws {
    let repetitions = Replications(300, long: 2_000)
    let people = (0..<(first + second)).map { (organization: "", type: $0 < first ? "carer" : "provider_manager") }
    let rows = try simulated(people: people, icc: 0, replications: repetitions.count, seed: UInt64(first)).primary
    #expect(rows.allSatisfy { $0.method == "mann_whitney" || $0.status == .noVariation })
    #expect(rejected(rows) <= repetitions.band(0.05).upperBound && rejected(rows) >= 0.01)
    #expect(covered(rows) >= repetitions.band(0.95).lowerBound)
  }

  @Test("Types within 24 organisations hold 5%, whether organisations differ or not", arguments: [0, 0.25])
  func withinOrganizations(icc: Double) throws {
    let repetitions = Replications(200, long: 1_500)
    let people = (0..<(24 * 7)).map { (organization: "o\($0 / 7)", type: $0 % 7 < 3 ? "carer" : "provider_manager") }
    let rows = try simulated(people: people, icc: icc, replications: repetitions.count, seed: 24).primary
    #expect(rows.allSatisfy { $0.method == "van_elteren" })
    #expect(repetitions.band(0.05).contains(rejected(rows)))
    #expect(covered(rows) >= repetitions.band(0.95).lowerBound)
  }

  /// The pooled test rejects three to five times as often as it says.
  @Test("Types owned by 24 organisations with an ICC of .25: whole organisations hold 5%, pooled people do not")
  func ownedByOrganizations() throws {
    let repetitions = Replications(200, long: 1_500)
    // Four of 24 can be enumerated quickly.
    let own = 4
    let people = (0..<(24 * 7)).map { (organization: "o\($0 / 7)", type: $0 / 7 < own ? "carer" : "provider_manager") }
    let (rows, pooled) = try simulated(people: people, icc: 0.25, replications: repetitions.count, seed: 25)
    #expect(rows.allSatisfy { $0.method == "whole_organisation_permutation" })
    #expect(repetitions.band(0.05).contains(rejected(rows)))
    #expect(pooled.count == repetitions.count && rejected(pooled) > 2 * repetitions.band(0.05).upperBound - 0.05)
    #expect(covered(rows) >= repetitions.band(0.95).lowerBound)
  }
}
