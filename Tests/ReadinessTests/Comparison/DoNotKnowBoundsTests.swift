import Readiness
import Testing

/// The bounds of “don't know” against a survey in which these answers were given after all.
@Suite struct DoNotKnowBoundsTests {
  /// The cohort with every “don't know” of a group answered at one end of the readiness scale.
  static func answered(_ people: [SampleCohort.Person], highest: String, lowest: String) -> [SampleCohort.Person] {
    people.map { person in
      var person = person
      guard [highest, lowest].contains(person.type) else { return person }
      person.cells = zip(SampleCohort.instrument.ratings, person.cells.split(separator: " ")).map { item, cell in
        guard cell == "dk" else { return String(cell) }
        let isTop = (person.type == highest) == item.countsUp
        return "\(isTop ? item.scale.highest : item.scale.lowest)"
      }.joined(separator: " ")
      return person
    }
  }

  @Test(arguments: 1...4) func `bounds are the effects of those answers`(seed: UInt64) throws {
    let types = ["provider_manager", "service_user"]
    // Every second seed: organisations of one type each.
    var people = SampleCohort.people(organizations: 6, sizes: 5...9, types: types, missing: 0.35, seed: seed)
    if seed.isMultiple(of: 2) {
      for index in people.indices {
        people[index].type = ["Org 1", "Org 2", "Org 3"].contains(people[index].organization) ? types[0] : types[1]
      }
    }
    func pairs(_ people: [SampleCohort.Person]) throws -> [Comparison] {
      try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan()).comparisons.filter {
        $0.primary && $0.family != "dont_know"
      }
    }
    let rows = try pairs(people)
    let one = try pairs(Self.answered(people, highest: types[0], lowest: types[1]))
    let other = try pairs(Self.answered(people, highest: types[1], lowest: types[0]))
    var compared = 0
    for (row, ends) in zip(rows, zip(one, other)) {
      guard row.effect != nil, row.evidence.missing.doNotKnow != 0 else { continue }
      let bounds = try #require(row.evidence.doNotKnowBounds)
      let effects = [try #require(ends.0.effect?.value), try #require(ends.1.effect?.value)]
      #expect(abs(bounds.lowerBound - (effects.min() ?? .nan)) < 1e-12)
      #expect(abs(bounds.upperBound - (effects.max() ?? .nan)) < 1e-12)
      compared += 1
    }
    #expect(compared == 14)
  }

  @Test func `without such answers there is nothing to bound`() throws {
    let people = SampleCohort.people(
      organizations: 4, sizes: 6...6, types: ["provider_manager", "service_user"], missing: 0, seed: 3)
    let rows = try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan()).comparisons
    #expect(rows.allSatisfy { $0.evidence.doNotKnowBounds == nil && $0.evidence.missing.doNotKnow == 0 })
  }
}
