import Testing

@testable import Readiness

/// What sentences, lists of invitations and unweighted means say of groups that are hidden: nothing that differs between two truths.
@Suite struct SaidOfHiddenGroupsTests {
  /// Two organisations of nine people; the types as given, one person after the other, answers the same.
  private static func assessment(
    _ types: [String], invited: [Invitation] = [], mode: DisclosureMode = .internal, weights: [Double] = []
  ) throws -> Assessment {
    var people = SampleCohort.people(organizations: 2, sizes: 9...9, missing: 0, seed: 11)
    for place in people.indices { people[place].type = types[place % types.count] }
    let responses = Sample.responses(
      to: SampleCohort.instrument, answers: people.map(\.cells), organizations: people.map(\.organization),
      types: people.map(\.type), weights: weights)
    return try Assessment(
      responses,
      plan: ScoringPlan(
        draws: 20, permutations: 99, by: ["roll_up"], disclosure: mode, consent: mode == .pilot ? "a test" : nil),
      invited: invited, threads: 1)
  }

  /// Of each organisation six providers and three others.
  private static func types(_ three: [String]) -> [String] {
    [String](repeating: "provider_manager", count: 6) + three
  }

  @Test func `notes do not say how many types or groups inside organisations have people`() throws {
    // Three people of one type, or of three: nobody may tell.
    let one = try Self.assessment(Self.types(["carer", "carer", "carer"]))
    let three = try Self.assessment(Self.types(["carer", "service_user", "carer"]))
    #expect(one.disclosureNotes == three.disclosureNotes)
    let all = one.disclosureNotes.map(\.english).joined(separator: " ")
    #expect(all.contains("Types with fewer than 5 people"))
    #expect(!all.contains("that have people"))
    // The two truths differ: a run that hides nothing lists two types, and three.
    let open = try [["carer", "carer", "carer"], ["carer", "service_user", "carer"]].map {
      try Set(Self.assessment(Self.types($0), mode: .pilot).participation.compactMap(\.respondentType)).count
    }
    #expect(open == [2, 3])
  }

  @Test func `how many were invited is told where it is told how many answered, and nowhere else`() throws {
    // Everybody answered: beside invitations of two and one, “9 of 9” would be two and one answers.
    let types = Self.types(["carer", "carer", "service_user"])
    let invited = ["Org 1", "Org 2"].flatMap { name in
      [("provider_manager", 6), ("carer", 2), ("service_user", 1)].map {
        Invitation(organization: name, respondentType: $0.0, invited: $0.1)
      }
    }
    let rows = try Self.assessment(types, invited: invited).participation
    #expect(rows.allSatisfy { ($0.answered == nil) == ($0.invited == nil) })
    #expect(rows.contains { $0.organization == "Org 1" && $0.respondentType == nil && $0.invited == 9 })
    #expect(rows.contains { $0.respondentType == "carer" && $0.invited == nil })
    let open = try Self.assessment(types, invited: invited, mode: .pilot).participation
    #expect(open.allSatisfy { $0.invited != nil && $0.answered == $0.invited })
  }

  @Test func `beside weighted scores means over people who count the same are not told where groups are hidden`() throws
  {
    let types = Self.types(["carer", "carer", "service_user"])
    let weights = (0..<18).map { $0 < 9 ? 1.0 : 3 }
    func levels(_ assessment: Assessment) -> [PerceptionGap] {
      assessment.perceptionGaps.filter { $0.kind == .level && $0.measure == "overall" }
    }
    let plain = levels(try Self.assessment(types))
    let weighted = levels(try Self.assessment(types, weights: weights))
    let open = levels(try Self.assessment(types, mode: .pilot, weights: weights))
    #expect(!plain.isEmpty && plain.contains { $0.valueA != nil })
    #expect(weighted.count == plain.count)
    #expect(weighted.allSatisfy { $0.valueA == nil && $0.valueB == nil && $0.difference.value == nil })
    #expect(open.contains { $0.valueA != nil && $0.difference.value != nil })
    let caution = "Publish these scores or those without weights, not both"
    #expect(try Self.assessment(types, weights: weights).cautions.contains { $0.english.hasPrefix(caution) })
    #expect(try !Self.assessment(types).cautions.contains { $0.english.hasPrefix(caution) })
  }
}
