import Readiness
import Testing

/// How many people of each roll-up an organisation has, as profiles tell it, against a count of the answers.
@Suite struct RollUpPeopleTests {
  @Test(arguments: 1...12, [DisclosureMode.pilot, .internal, .public])
  func `a roll-up has its people or none is told, and nought is told only where the others are everybody`(
    _ seed: Int, _ mode: DisclosureMode
  ) throws {
    let cohort = AssessmentAttackTests.cohort(seed)
    let rollUpOf = Dictionary(uniqueKeysWithValues: Sample.types.map { ($0.code, $0.rollUp) })
    let shown = try AssessmentAttackTests.assess(cohort, mode)
    let listed = Set(shown.scores.map { AssessmentAttackTests.Group($0) })
    for profile in shown.profiles {
      let people = cohort.filter { $0.organization == profile.organization }
      let counts = Dictionary(grouping: people) { rollUpOf[$0.type] ?? "" }.mapValues(\.count)
      if mode == .pilot { #expect(profile.rollUps.count == Sample.rollUps.count) }
      for (code, told) in profile.rollUps {
        #expect(told == counts[code] ?? 0, "\(profile.organization) \(code)")
        #expect(told == 0 || told >= mode.minimum)
        // The audit takes the people of every group in the list of scores as told.
        let group = AssessmentAttackTests.Group(organization: profile.organization, by: "roll_up", group: code)
        #expect(told == 0 || listed.contains(group))
        if told == 0 && mode != .pilot { #expect(profile.rollUps.values.reduce(0, +) == people.count) }
      }
      // The sum of some roll-ups leaves no few people to the others.
      let rest = people.count - profile.rollUps.values.reduce(0, +)
      if profile.respondents != nil { #expect(rest == 0 || rest >= mode.minimum) }
    }
  }
}
