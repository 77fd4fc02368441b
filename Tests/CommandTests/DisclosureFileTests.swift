import Foundation
import Tabular
import TestSupport
import Testing

/// `disclosure.csv` against the other files of its folder, and against the folder of the same answers in mode pilot, which has every number.
///
/// Both folders are read back as text. Nothing here knows how the file is made.
struct DisclosureFileTests {
  typealias Row = [String: String]

  static let cases = [
    AttackedCohort("a rare type", "internal", sizes: [9, 14, 7, 12], rare: "carer"),
    AttackedCohort("two, one of them small", "internal", sizes: [12, 3]),
    AttackedCohort(seed: 2, mode: "internal"), AttackedCohort(seed: 5, mode: "public"),
    AttackedCohort(seed: 11, mode: "internal"),
  ]

  /// What names a row of each table.
  static let keys: [String: [String]] = [
    "allocation-summary": ["average"], "allocations": ["factor", "label"],
    "comparisons": ["family", "measure", "by", "group_a", "group_b", "primary", "method"],
    "distributions": ["item", "respondent_type", "answer"], "money-and-need": ["dimension", "label"],
    "organisation-allocations": ["organisation", "factor", "label"],
    "perception-gaps": ["by", "group_a", "group_b", "measure", "kind"], "priorities": ["organisation", "dimension"],
    "profiles": ["organisation"], "scores": ["level", "organisation", "group_by", "group", "weighting", "measure"],
    "wave-changes": ["family", "measure", "first", "second"], "weights": ["scheme", "dimension", "label"],
    "whose-weights": ["organisation"],
  ]
  /// What explains a number, and is no number itself.
  static let words: Set = ["status", "note", "withheld", "flags", "not_ranked_because"]

  private func table(_ tool: Tool, _ file: String) throws -> (headings: [String], rows: [Row]) {
    let table = try Table(name: file, bytes: Array(try tool.text(file).utf8))
    return (
      table.headings,
      table.records.map { Dictionary(zip(table.headings, $0.cells), uniquingKeysWith: { first, _ in first }) }
    )
  }

  @Test(arguments: cases) func `every cell that is withheld is counted, with all that mode pilot fills`(
    _ cohort: AttackedCohort
  ) throws {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      try tool.write(cohort.file, to: "answers.csv")
      for (mode, more) in [(cohort.mode, []), ("pilot", ["--consent", "a test"])] {
        let outcome = try tool.run(
          [
            "run", "answers.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--group", "kind", "--by",
            "respondent_type,kind", "--disclosure", mode, "--output", mode,
          ] + more)
        #expect(outcome.code == 0, "\(outcome.messages)")
      }
      try check(tool, cohort.mode, Set(Self.keys.keys).subtracting(["wave-changes"]))
    }
  }

  @Test(arguments: ["internal", "public"]) func `comparisons of two waves list what they withhold`(_ mode: String)
    throws
  {
    let waves = Repository.url("Surveys/examples/two-waves.csv").path()
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      for (mode, more) in [(mode, []), ("pilot", ["--consent", "a test"])] {
        let outcome = try tool.run(
          [
            "compare", waves, "--survey", "barriers-short", "--plan", "plan.yaml", "--waves", "2025,2026", "--by",
            "respondent_type", "--disclosure", mode, "--output", mode,
          ] + more)
        #expect(outcome.code == 0, "\(outcome.messages)")
      }
      try check(tool, mode, ["comparisons", "perception-gaps", "wave-changes"])
    }
  }

  /// Compares a folder with that of mode pilot.
  private func check(_ tool: Tool, _ mode: String, _ names: Set<String>) throws {
    let disclosure = try table(tool, "\(mode)/disclosure.csv").rows
    #expect(try table(tool, "pilot/disclosure.csv").rows.isEmpty)
    #expect(disclosure.allSatisfy { $0["why"] != "" && $0["action"] != "" && $0["status"] != "" })
    for (name, keys) in Self.keys.sorted(by: { $0.key < $1.key }) where names.contains(name) {
      let shown = try table(tool, "\(mode)/\(name).csv")
      let truth = try table(tool, "pilot/\(name).csv")
      func key(_ row: Row) -> [String] { keys.map { row[$0] ?? "?" } }
      let all = Dictionary(truth.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
      let own = disclosure.filter { $0["table"] == name && $0["about"] == "column" }
      if Set(all.keys).count > Set(shown.rows.map(key)).count {
        #expect(disclosure.contains { $0["table"] == name && $0["action"] == "left_out" }, "\(name)")
      }
      for column in shown.headings where !keys.contains(column) && !Self.words.contains(column) {
        func cells(_ actions: Set<String>) -> Int {
          own.filter { $0["column"] == column && actions.contains($0["action"] ?? "") }.reduce(0) {
            $0 + (Int($1["cells"] ?? "") ?? 0)
          }
        }
        let empty = shown.rows.filter { $0[column] == "" }
        let suppressed = empty.count { row in
          row["status"] == "suppressed"
            || (row["withheld"] ?? "").split(separator: " ").contains("\(column):suppressed")
        }
        let emptied = empty.count { row in all[key(row)].map { $0[column] != "" } ?? false }
        let (withheld, open) = (cells(["withheld"]), cells(["withheld_or_none"]))
        #expect(withheld >= suppressed, "\(name).\(column): \(withheld) of \(suppressed)")
        #expect(withheld + open >= emptied, "\(name).\(column): \(withheld) and \(open) of \(emptied)")
        #expect(withheld + open <= empty.count && cells(["rounded"]) <= shown.rows.count - empty.count)
        let changed = shown.rows.count { row in
          row[column] != "" && all[key(row)].map { $0[column] != "" && $0[column] != row[column] } ?? false
        }
        // Other tables have numbers that rest on the groups that are told, and change with these.
        // A verdict follows from severities as they are told.
        if ["allocations", "money-and-need", "scores"].contains(name), column != "verdict" {
          #expect(cells(["rounded"]) >= changed, "\(name).\(column): \(cells(["rounded"])) of \(changed)")
        }
        // In tables whose status speaks of every number nothing else is withheld.
        if name == "distributions" || (name == "scores" && column != "sd") { #expect(withheld == suppressed) }
      }
    }
  }
}
