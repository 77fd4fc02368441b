import Foundation
import Readiness
import TestSupport
import Testing

/// A whole assessment against a second derivation in exact fractions (Tests/References/readiness/assessment.py): scores and
/// ranks, and p-values by brute force over every rearrangement.
@Suite struct AssessmentReferenceTests {
  struct Reference: Decodable {
    struct Person: Decodable {
      let organisation: String
      let kind: String
      let cells: String
    }
    struct Test: Decodable {
      let p: Double
      let smallest: Double
      let adjusted: Double?
      let effect: Double?
      let statistic: Double?
    }
    let people: [Person]
    let organisations: [String: [String: Double?]]
    let ranks: [String: [Int]]
    let within: [String: Test]
    let pooled: [String: Test]
    let whole: [String: Test]
  }

  static let types = ["commissioner": "senior_commissioner", "citizen": "service_user"]
  let reference: Reference

  init() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/assessment.json"))
    reference = try JSONDecoder().decode(Reference.self, from: data)
  }

  func assessment(_ plan: ScoringPlan, kind: (Reference.Person) -> String = { $0.kind }) throws -> Assessment {
    try Assessment(
      SampleCohort.responses(
        reference.people.map {
          SampleCohort.Person(
            organization: $0.organisation, type: Self.types[kind($0)] ?? "service_user", cells: $0.cells)
        }), plan: plan, threads: 2)
  }

  func close(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= 1e-9 * max(1, abs(expected))
  }

  @Test func scoresAndRanksOfOrganizations() throws {
    let assessment = try assessment(SampleCohort.plan(by: []))
    #expect(assessment.profiles.count == reference.organisations.count)
    for profile in assessment.profiles {
      let expected = try #require(reference.organisations[profile.organization])
      #expect(close(profile.readiness.value, expected["overall"] ?? nil))
      #expect(close(profile.readinessTypesEqual.value, expected["types_equal"] ?? nil))
      #expect(profile.readiness.n.map(Double.init) == expected["n"] ?? nil)
      for (measure, value) in expected where profile.measures[measure] != nil {
        #expect(close(profile.measures[measure]?.value, value), "\(profile.organization) \(measure)")
      }
      let ranks = reference.ranks[profile.organization]
      #expect(profile.rank == ranks?[0])
      #expect(profile.rankTypesEqual == ranks?[1])
    }
    #expect(assessment.profiles.last?.rank == nil)
  }

  @Test func labelsPermutedInsideOrganizations() throws {
    let rows = try assessment(SampleCohort.plan()).comparisons
    for (measure, expected) in reference.within {
      let row = try #require(rows.first { $0.measure == measure && $0.primary })
      #expect(row.method == "van_elteren")
      #expect(row.groupA == "commissioner" && row.groupB == "citizen")
      let p = try #require(row.p)
      #expect(p.method == .exact)
      #expect(abs(p.value / expected.p - 1) < 1e-9, "\(measure)")
      #expect(abs(p.smallestAttainable / expected.smallest - 1) < 1e-6, "\(measure)")
      #expect(close(row.effect?.value, expected.effect))
      #expect(close(row.pAdjusted, expected.adjusted ?? expected.p))
      let beside = try #require(rows.first { $0.measure == measure && !$0.primary })
      let pooled = try #require(reference.pooled[measure])
      #expect(beside.method == "mann_whitney" && beside.pAdjusted == nil)
      #expect(abs((beside.p?.value ?? 0) / pooled.p - 1) < 1e-9, "\(measure)")
    }
  }

  /// Where every organisation has one type, whole organisations change places: with three and three no p is below .1.
  @Test func wholeOrganizationsPermuted() throws {
    let commissioners = ["Aber", "Cwm", "Fal"]
    let assessment = try assessment(SampleCohort.plan()) {
      commissioners.contains($0.organisation) ? "commissioner" : "citizen"
    }
    for (measure, expected) in reference.whole {
      let row = try #require(assessment.comparisons.first { $0.measure == measure && $0.primary })
      #expect(row.method == "whole_organisation_permutation")
      #expect(close(row.p?.value, expected.p))
      #expect(close(row.p?.smallestAttainable, expected.smallest))
      #expect(close(row.statistic, expected.statistic))
      #expect(close(row.pAdjusted, expected.adjusted ?? expected.p))
    }
    let note = try #require(assessment.familyNotes.first { $0.family == "dimensions" })
    #expect(note.size == 4)
    #expect(close(note.smallestAdjusted, 0.4))
    #expect(
      note.sentence.english
        == "No configuration of answers could bring this family below .05; the smallest adjusted p it can reach is .400."
    )
  }

  /// One organisation per type: every rearrangement looks alike.
  @Test func typesAndOrganizationsThatCannotBeToldApart() throws {
    let people = reference.people.filter { ["Aber", "Dyfi"].contains($0.organisation) }.map {
      SampleCohort.Person(
        organization: $0.organisation, type: $0.organisation == "Aber" ? "senior_commissioner" : "service_user",
        cells: $0.cells)
    }
    let rows = try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan()).comparisons
    let row = try #require(rows.first { $0.measure == "overall" && $0.primary })
    #expect(row.status == .notTestable && row.p == nil && row.pAdjusted == nil)
    #expect(row.note.english == "Types and organisations cannot be told apart.")
    #expect(rows.filter { $0.p != nil }.allSatisfy { !$0.primary })
  }

  @Test func oneOrganizationIsComparedFreely() throws {
    let people = reference.people.filter { $0.organisation == "Aber" }.map {
      SampleCohort.Person(organization: "Aber", type: Self.types[$0.kind] ?? "", cells: $0.cells)
    }
    let rows = try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan()).comparisons
    let primary = rows.filter { $0.primary && $0.p != nil }
    #expect(!primary.isEmpty && primary.allSatisfy { $0.method == "mann_whitney" })
    #expect(rows.allSatisfy { $0.evidence.organizations == 1 })
    #expect(rows[0].note.english == "There is one organisation only, so people are compared freely.")
  }
}
