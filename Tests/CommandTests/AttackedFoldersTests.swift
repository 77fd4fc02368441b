import Foundation
import TestSupport
import Testing

/// A reader over the folders of the other commands, every file of `reliability`, `quality`, `weigh`, `rank`, `robustness` and `model`, over
/// cohorts that are drawn from seeds, in both modes.
///
/// What is hidden is computed from the answers by plain arithmetic (``AttackedCohort``). None of these must be there: a figure of a hidden
/// group, a number in a row or a place that names a hidden organisation, and numbers of people from which, over all folders together, a
/// hidden number of people follows.
struct AttackedFoldersTests {
  /// Numbers that say nothing of people.
  private static let harmless: Set<String> = ["items", "n_needed"]

  private static let commands = [
    "reliability", "quality", "weigh", "rank", "robustness",
    "model --outcome overall --terms respondent_type --cluster organisation",
    "model --outcome d01q1 --terms respondent_type",
    "model --outcome overall --terms respondent_type,kind",
    "model --outcome d03 --terms respondent_type --strata organisation",
  ]

  struct Item: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let mode: String
    var testDescription: String { "\(seed), \(mode)" }
  }

  /// Cohorts with a hidden organisation, a hidden type, missing answers, and refusals among them; many more in the long runs.
  static let items =
    [Item(seed: 5, mode: "internal"), Item(seed: 8, mode: "public"), Item(seed: 11, mode: "internal")]
    + (Replications.isLong ? (100..<140).map { Item(seed: $0, mode: $0 % 2 == 0 ? "internal" : "public") } : [])

  struct Folder {
    let command: String
    let reader: AttackedReader
  }

  /// Everything that the commands leave behind of one cohort.
  private static func folders(_ cohort: AttackedCohort) throws -> [Folder] {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      try tool.write(cohort.file, to: "answers.csv")
      return try commands.enumerated().compactMap { place, command in
        let words = command.split(separator: " ").map(String.init)
        let outcome = try tool.run(
          [words[0], "answers.csv"] + words.dropFirst() + [
            "--survey", "barriers-short", "--plan", "plan.yaml", "--disclosure", cohort.mode, "--output", "out\(place)",
          ] + (words[0] == "robustness" ? ["--base", "64"] : []))
        guard outcome.code == 0 else {
          #expect(try isRightlyRefused(command, outcome, cohort), "\(command): \(outcome.messages)")
          #expect(try !tool.names().contains("out\(place)"))
          return nil
        }
        var files: [String: String] = ["messages.txt": outcome.messages]
        for name in try tool.names(in: "out\(place)") { files[name] = try tool.text("out\(place)/\(name)") }
        return Folder(command: command, reader: try AttackedReader(files, of: cohort))
      }
    }
  }

  /// Whether a command had to refuse: a ranking without two organisations, or one type of respondents to compare.
  private static func isRightlyRefused(_ command: String, _ outcome: Tool.Outcome, _ cohort: AttackedCohort) throws
    -> Bool
  {
    if command == "robustness" {
      // With one organisation hidden for few people the next smallest goes with it.
      let sizes = cohort.organizations.map { cohort.counts()[.init(organization: $0)] ?? 0 }
      let most = sizes.count { $0 >= cohort.minimum } - (sizes.count { $0 < cohort.minimum } == 1 ? 1 : 0)
      let isThin = AttackedCohort.items.contains { item in
        cohort.counts(item.dimension).contains {
          !$0.key.organization.isEmpty && $0.key.by.isEmpty && $0.value < max(5, cohort.minimum)
        }
      }
      return outcome.code == 78 && (most < 2 || isThin)
        && outcome.messages.contains("Fewer than two organisations are ranked with every barrier published.")
    }
    return command.hasPrefix("model") && outcome.code == 64 && cohort.types.count == 1
      && outcome.messages.contains("“respondent_type” has one group only")
  }

  @Test(arguments: items) func `nothing of a hidden group stands in any folder, or follows from them`(_ item: Item)
    throws
  {
    let cohort = AttackedCohort(seed: item.seed, mode: item.mode)
    let minimum = cohort.minimum
    let (figures, counts) = (cohort.figures(), cohort.counts())
    let tellings = AttackedReader.tellings(figures, minimum: minimum)
    let hidden = counts.filter { $0.value < minimum }
    let names = Set(hidden.keys.filter { $0.by.isEmpty }.map(\.organization))
    let folders = try Self.folders(cohort)
    #expect(hidden.count > 3 && tellings.count > 10 && folders.count >= 5)
    var people = counts.mapValues { _ in 0...1_000 }
    var scored = people
    for folder in folders {
      let reader = folder.reader
      #expect(reader.files.count > 7)
      #expect(reader.found(tellings) == [], "\(folder.command)")
      #expect(reader.named(figures, minimum: minimum) == [], "\(folder.command)")
      #expect(reader.numbers(of: names, harmless: Self.harmless) == [], "\(folder.command)")
      #expect(reader.places(of: names, minimum: minimum) == [], "\(folder.command)")
      #expect(AttackedMarks.small(reader, people: cohort.people.count, minimum: minimum) == [])
      #expect(reader.few(minimum) == [], "\(folder.command)")
      for told in reader.told(nil) { people[told.group] = told.count...told.count }
      try Self.checkItem(reader.told("d01q1"), cohort)
      for told in reader.told("overall") { scored[told.group] = told.count...told.count }
    }
    // Whoever has a score has answered.
    let overall = cohort.counts("overall")
    for (group, told) in scored where told.count == 1 {
      people[group] = max(told.lowerBound, people[group]?.lowerBound ?? 0)...(people[group]?.upperBound ?? 1_000)
    }
    try Self.check(people, counts, minimum: minimum)
    try Self.check(scored, overall, minimum: minimum)
  }

  /// No small number follows from what is told; and the reader is able: told one, he sees it.
  private static func check(
    _ told: [AttackedCohort.Group: ClosedRange<Int>], _ counts: [AttackedCohort.Group: Int], minimum: Int
  ) throws {
    let sums = AttackedSums(Set(counts.keys), told: told)
    #expect(sums.wrong(counts) == [])
    #expect(sums.small(counts, minimum: minimum) == [])
    guard let planted = counts.filter({ (1..<minimum).contains($0.value) }).keys.min() else { return }
    let count = try #require(counts[planted])
    let leaking = AttackedSums(Set(counts.keys), told: told.merging([planted: count...count]) { $1 })
    #expect(leaking.small(counts, minimum: minimum).contains(planted))
  }

  /// Of one item those with an answer are told only where those without one are none, or enough.
  private static func checkItem(
    _ told: [(group: AttackedCohort.Group, count: Int, from: String)], _ cohort: AttackedCohort
  ) throws {
    let (all, rated) = (cohort.counts(), cohort.counts("d01q1"))
    for told in told {
      #expect(told.count == rated[told.group] && told.count >= cohort.minimum)
      #expect(!(1..<cohort.minimum).contains((all[told.group] ?? 0) - told.count), "\(told)")
    }
  }

  @Test func `the reader catches what is planted`() throws {
    let cohort = AttackedCohort("planted", "internal", sizes: [9, 3, 7, 11], rare: "carer")
    let figures = cohort.figures()
    let small = AttackedCohort.Group(organization: "Org 2")
    let overall = try #require(figures[small]?["overall"])
    let deviation = try #require(overall.deviation)
    let tellings = AttackedReader.tellings(figures, minimum: 5)
    func reader(_ name: String, _ text: String) throws -> AttackedReader {
      try AttackedReader([name: text], of: cohort)
    }
    let page = try reader("report.html", "<svg><desc>Org 2 of 3 people: \(deviation)</desc></svg>")
    #expect(page.found(tellings).contains { $0.contains("overall of") && $0.contains("Org 2") })
    #expect(page.places(of: ["Org 2"], minimum: 5).count == 1)
    #expect(page.few(5) == ["report.html: 2 of 3 people: \(deviation) /desc /svg"])
    #expect(try !reader("import.R", "x <- \(deviation)").found(tellings).isEmpty)
    // The mean of an item and of a barrier beside the names, in a long table and in a wide one.
    for measure in ["d03q1", "d04", "d07q2", "d09"] {
      let mean = try #require(figures[small]?[measure]).mean
      let tables = [
        "organisation,measure,value\nOrg 2,\(measure),\(mean)\n", "organisation,\(measure)\nOrg 2,\(mean)\n",
      ]
      for table in tables {
        #expect(try reader("x.csv", table).named(figures, minimum: 5).isEmpty == (mean == mean.rounded()))
      }
    }
    #expect(
      AttackedCohort.items.contains { (figures[small]?[$0.code]?.mean ?? 0).truncatingRemainder(dividingBy: 1) != 0 })
    #expect(try reader("x.csv", "organisation,n\nOrg 2,3\n").numbers(of: ["Org 2"], harmless: []) == ["x.csv: n"])
    let response = try reader("response.csv", "organisation,respondent_type,answered\n,,30\nOrg 2,,3\n")
    #expect(response.told(nil).map(\.count) == [30, 3])
    // What is shown is found by the same arithmetic.
    let shown = try #require(figures[.init(organization: "Org 4")]?["overall"])
    #expect(AttackedReader.has(shown.mean, AttackedReader.numbers("Org 4,\(shown.mean),ok")))
  }

  /// Two marks of which seven and five have one, nobody any other, and six one of them: three have both, and three of twelve neither.
  @Test func `who has two marks follows from the marks`() {
    func rows(_ marked: [String: Int?]) -> [[String: String]] {
      marked.map { ["mark": $0, "n": "12", "marked": $1.map(String.init) ?? ""] }
    }
    var marked: [String: Int?] = ["uneven_halves": 7, "against_others": 5, "far_out": 0, "marks_one": 6]
    (marked["marks_none"], marked["marks_two_or_more"]) = (.some(nil), .some(nil))
    let found = AttackedMarks(rows(marked))
    #expect(found.bounds == ["marks_none": 3...3, "marks_two_or_more": 3...3])
    #expect(found.small(5) == ["marks_none", "marks_two_or_more"])
    marked["marks_one"] = .some(nil)
    #expect(AttackedMarks(rows(marked)).small(5) == [])
  }
}
