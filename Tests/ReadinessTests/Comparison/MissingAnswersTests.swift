import Readiness
import Testing

/// What comparisons could not use, counted again from the cells, and what disclosure leaves of it.
@Suite struct MissingAnswersTests {
  static let types = ["provider_manager", "service_user", "carer"]

  static func cohort(_ seed: UInt64, missing: Double = 0.2) -> [SampleCohort.Person] {
    SampleCohort.people(organizations: 5, sizes: 9...12, types: types, missing: missing, seed: seed)
  }

  @Test(arguments: 1...3) func `counts are those of the cells`(seed: UInt64) throws {
    let people = Self.cohort(seed)
    let rows = try Assessment(
      SampleCohort.responses(people), plan: SampleCohort.plan(by: ["respondent_type"])
    ).comparisons
    for row in rows where row.nA != nil {
      let items = SampleCohort.instrument.ratings.indices.filter { index in
        let item = SampleCohort.instrument.ratings[index]
        guard case .barrier(let dimension) = item.role else { return false }
        return row.measure == "overall" || row.measure == dimension
          || item.facets.contains { $0.columnName == row.measure }
      }
      let groups = row.groupB.map { [row.groupA, $0] } ?? Self.types
      let members = people.filter { groups.contains($0.type) }
      func count(_ cell: String) -> Int {
        members.reduce(0) { sum, person in
          let cells = person.cells.split(separator: " ")
          return sum + items.count { cells[$0] == cell }
        }
      }
      let missing = row.evidence.missing
      #expect(missing.doNotKnow == count("dk") && missing.notForMe == count("nfm") && missing.skipped == count("-"))
      #expect(missing.notAsked == 0)
      #expect(missing.people == members.count - (row.nA ?? 0) - (row.nB ?? 0))
    }
  }

  /// Every shown number is a sum over groups whose own number is nought or large enough, and no overall number with the numbers
  /// of its dimensions gives a small one away.
  @Test(arguments: 1...6) func `few answers stay hidden`(seed: UInt64) throws {
    let people = Self.cohort(seed, missing: 0.08)
    let responses = SampleCohort.responses(people)
    let truth = try Assessment(responses, plan: SampleCohort.plan(by: ["respondent_type", "roll_up"])).comparisons
    let plan = SampleCohort.plan(.internal, by: ["respondent_type", "roll_up"])
    let shown = try Assessment(responses, plan: plan).comparisons
    let kinds: [KeyPath<ComparisonEvidence.Missing, Int?>] = [\.doNotKnow, \.notForMe, \.skipped, \.people]
    for kind in kinds {
      for row in shown {
        if let count = row.evidence.missing[keyPath: kind] { #expect(count == 0 || count >= 5) }
      }
      guard kind != \.people else { continue }
      for group in shown where group.primary && group.measure == "overall" && group.groupB != nil {
        let parts = shown.filter {
          $0.primary && $0.by == group.by && $0.groupA == group.groupA && $0.groupB == group.groupB
            && $0.family.hasPrefix("dimensions")
        }
        let hidden = parts.filter { $0.evidence.missing[keyPath: kind] == nil }
        if group.evidence.missing[keyPath: kind] != nil { #expect(hidden.count != 1) }
      }
    }
    #expect(truth.contains { (1..<5).contains($0.evidence.missing.doNotKnow ?? 0) })
  }
}
