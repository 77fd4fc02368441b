import Foundation
import TestSupport
import Testing

/// A reader of the whole folder of a run, every file of it, who knows who belongs to which group.
///
/// What is hidden is computed from the answers by plain arithmetic (``AttackedCohort``). The reader looks for such numbers in every file,
/// and bounds every hidden number of people by passing bounds from sum to sum, over types and a further column at once: of people who
/// answered, of people with a score on the whole and on a barrier, and of people who shared out the budget or left it out.
struct AttackedRunTests {
  static let cases =
    [
      AttackedCohort("two of six", "internal", sizes: [6, 6]),
      AttackedCohort("eight people", "public", sizes: [5, 3]),
      AttackedCohort("a rare type", "internal", sizes: [9, 14, 7, 12], rare: "carer"),
      AttackedCohort("all alike", "internal", sizes: [7, 8], only: 5),
      AttackedCohort("large and small", "public", sizes: [30, 12, 4, 21], rare: "carer"),
      AttackedCohort(seed: 2, mode: "internal"), AttackedCohort(seed: 5, mode: "public"),
    ]
    + (Replications.isLong
      ? (200..<240).map { AttackedCohort(seed: $0, mode: $0 % 2 == 0 ? "internal" : "public") } : [])

  typealias Group = AttackedCohort.Group

  /// Everything a run leaves in its folder, what it says, and what it prints as JSON.
  private func folder(_ cohort: AttackedCohort) throws -> [String: String] {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      let made = try tool("survey", "template", "barriers-short")
      let headings = made.output.split(separator: "\n")[0].split(separator: ",").map(String.init)
      #expect(AttackedCohort.items.allSatisfy { headings.contains($0.code) })
      try tool.write(cohort.file, to: "answers.csv")
      let run = [
        "run", "answers.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--group", "kind", "--by",
        "respondent_type,kind", "--disclosure", cohort.mode,
      ]
      let outcome = try tool.run(run + ["--output", "out"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      var files = ["messages.txt": outcome.messages]
      for name in try tool.names(in: "out") { files[name] = try tool.text("out/\(name)") }
      if cohort.name == "two of six" { files["printed.json"] = try tool.run(run + ["--json"]).output }
      return files
    }
  }

  /// What the tables tell of numbers of people, where they agree with one another and with the answers.
  private func told(
    _ reader: AttackedReader, _ measure: String?, _ counts: [Group: Int]
  ) -> [Group: ClosedRange<Int>] {
    reader.told(measure).reduce(into: [:]) { bounds, told in
      #expect(counts[told.group] == told.count, "\(told)")
      bounds[told.group] = told.count...told.count
    }
  }

  @Test(arguments: cases) func `nothing about a small group stands in any file, or follows from them`(
    _ cohort: AttackedCohort
  ) throws {
    let (figures, counts, minimum) = (cohort.figures(), cohort.counts(), cohort.minimum)
    let reader = try AttackedReader(try folder(cohort), of: cohort)
    let tellings = AttackedReader.tellings(figures, minimum: minimum)
    #expect(reader.found(tellings) == [])
    #expect(reader.named(figures, minimum: minimum) == [])
    #expect(reader.few(minimum) == [])

    // Numbers of people: those who answered, and those with a score.
    let people = told(reader, nil, counts)
    for measure in ["overall", "d01"] {
      let scored = cohort.counts(measure)
      let known = told(reader, measure, scored)
      #expect(known.allSatisfy { $0.value.lowerBound >= minimum || $0.value.lowerBound == 0 })
      // Whoever has a score has answered, and has not where everybody who answered is known.
      let within = people.merging(known.mapValues { $0.lowerBound...1_000 }) {
        max($0.lowerBound, $1.lowerBound)...$0.upperBound
      }
      #expect(AttackedSums(Set(counts.keys), told: within).small(counts, minimum: minimum) == [])
      let sums = AttackedSums(Set(counts.keys), told: known)
      #expect(sums.wrong(scored) == [] && sums.small(scored, minimum: minimum) == [])
      // The reader is able: a planted number of people is seen, and without what is hidden beside the small groups theirs come out.
      guard counts[Group()] ?? 0 >= minimum else { continue }
      for (group, count) in scored.filter({ (1..<minimum).contains($0.value) }).sorted(by: { $0.key < $1.key }).prefix(
        6)
      {
        let leaking = AttackedSums(Set(counts.keys), told: known.merging([group: count...count]) { $1 })
        #expect(leaking.small(scored, minimum: minimum).contains(group))
      }
    }
    try budgets(reader, cohort, people)
    if ["two of six", "a rare type", "large and small"].contains(cohort.name) {
      let bare = counts.filter { $0.value >= minimum }.mapValues { $0...$0 }
      #expect(!AttackedSums(Set(counts.keys), told: bare).small(counts, minimum: minimum).isEmpty)
    }

    // A cohort that is too small is not counted in any file either, and everybody alike is no score of anybody.
    if cohort.people.count < minimum {
      #expect(people.isEmpty && reader.files["manifest.json"]?.contains("\"used\": null") == true)
    }
    if cohort.name == "all alike" { #expect(!(reader.files["scores.csv"] ?? "").contains(",100,")) }
    // Names of files tell organisations and nothing else.
    #expect(reader.files.keys.allSatisfy { name in !cohort.types.contains { name.contains($0) } })

    // The same arithmetic finds what is shown, and what is planted.
    let scores = reader.tables["scores.csv"] ?? []
    if let row = scores.first(where: {
      $0["measure"] == "overall" && $0["weighting"] == "respondents_equal" && $0["sd"] != ""
    }),
      let value = row["sd"].flatMap({ Double($0) })
    {
      let group = Group(organization: row["organisation"] ?? "", by: row["group_by"] ?? "", group: row["group"] ?? "")
      #expect(abs((figures[group]?["overall"]?.deviation ?? -1) - value) < 1e-9)
    }
    for telling in tellings.prefix(20) {
      let leaking = try AttackedReader(["report.html": "<title>\(telling.value)</title>"], of: cohort)
      #expect(leaking.found([telling]).count == 1)
    }
  }

  /// How many shared out the budget, and how many left it out.
  private func budgets(
    _ reader: AttackedReader, _ cohort: AttackedCohort, _ people: [Group: ClosedRange<Int>]
  ) throws {
    let minimum = cohort.minimum
    let measure = AttackedCohort.factors[0]
    let (counts, givers) = (cohort.counts(), cohort.counts(measure))
    guard givers.values.contains(where: { $0 > 0 }) else { return }
    let known = told(reader, measure, givers)
    let sums = AttackedSums(Set(counts.keys), told: known)
    #expect(sums.small(givers, minimum: minimum) == [])
    let others = counts.merging(givers) { $0 - $1 }
    // Those who left it out are all but the givers, where both are told.
    let rest = known.reduce(into: [Group: ClosedRange<Int>]()) { rest, told in
      guard let all = people[told.key], all.count == 1 else { return }
      rest[told.key] = (all.lowerBound - told.value.lowerBound)...(all.lowerBound - told.value.lowerBound)
    }
    let left = AttackedSums(Set(counts.keys), told: rest)
    #expect(left.wrong(others) == [] && left.small(others, minimum: minimum) == [])
    let few = others.filter { (1..<minimum).contains($0.value) && people[$0.key] != nil }
    for (group, count) in few.sorted(by: { $0.key < $1.key }).prefix(6) {
      let leaking = AttackedSums(Set(counts.keys), told: rest.merging([group: count...count]) { $1 })
      #expect(leaking.small(others, minimum: minimum).contains(group))
    }
  }
}
