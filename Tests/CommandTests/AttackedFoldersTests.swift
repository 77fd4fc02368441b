import Foundation
import Tabular
import Testing

/// The reader of ``AttackedRunTests`` over the folders of the other commands: every file of `reliability`, `quality`, `weigh`, `rank`, `robustness`
/// and `model`.
///
/// Hidden numbers are computed from the answers by the plain arithmetic of that reader. Three things must not be there: a figure of a hidden group, a
/// number in a row that names a hidden organisation, and a count that leaves one to four of the people of a group that is counted elsewhere.
struct AttackedFoldersTests {
  /// Columns that hold counts of people, by file, with the column that names their group, if any.
  static let counts: [String: (columns: [String], group: String?)] = [
    "reliability.csv": (["n", "n_incomplete"], nil), "structure.csv": (["n"], nil),
    "quality.csv": (["n", "marked"], "respondent_type"), "response.csv": (["answered"], "respondent_type"),
    "whose-weights.csv": (["judges"], nil), "models.csv": (["n"], nil),
  ]
  /// Numbers that say nothing of people.
  static let harmless: Set<String> = ["items", "n_needed"]

  struct Folder: Sendable {
    let command: String
    let files: [String: String]
  }

  typealias Case = AttackedRunTests.Case

  /// Organisations of which one is too small and the next goes with it, a rare type, and few who left the budget out.
  static let item = Case(name: "folders", mode: "internal", sizes: [9, 3, 7, 11, 8, 6], rare: "carer")

  static let commands = [
    "reliability", "quality", "weigh", "rank", "robustness",
    "model --outcome overall --terms respondent_type --cluster organisation",
    "model --outcome d01q1 --terms respondent_type",
  ]

  /// Everything that the commands leave behind of one cohort.
  static let folders = Result {
    let people = AttackedRunTests.people(item)
    return try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      let budget = (1...11).map { $0 < 10 ? "b0\($0)" : "b\($0)" }
      var lines = [
        (["respondent_id", "organisation", "respondent_type"] + AttackedRunTests.items.map(\.code) + budget)
          .joined(separator: ",")
      ]
      for (number, person) in people.enumerated() {
        let points = (0..<11).map { place in
          // Two people share nothing out; all others in fives.
          number == 4 || number == 20
            ? "" : ["\(20 + 5 * (number % 4))", "\(80 - 5 * (number % 4))"][safe: place] ?? "0"
        }
        lines.append(
          (["p\(number)", person.organization, person.type] + person.answers.map(String.init) + points)
            .joined(separator: ","))
      }
      try tool.write(lines.joined(separator: "\n") + "\n", to: "answers.csv")
      return try commands.enumerated().map { place, command in
        let words = command.split(separator: " ").map(String.init)
        let outcome = try tool.run(
          [words[0], "answers.csv"] + words.dropFirst() + [
            "--survey", "barriers-short", "--plan", "plan.yaml", "--output", "out\(place)",
          ] + (words[0] == "robustness" ? ["--base", "64"] : []))
        #expect(outcome.code == 0, "\(command): \(outcome.messages)")
        var files: [String: String] = [:]
        for name in try tool.names(in: "out\(place)") { files[name] = try tool.text("out\(place)/\(name)") }
        return Folder(command: command, files: files)
      }
    }
  }

  private static let people = AttackedRunTests.people(item)

  private static func figures() -> [AttackedRunTests.Group: AttackedRunTests.Figures] {
    var scores: [AttackedRunTests.Group: [Double]] = [:]
    for person in people {
      for group in person.groups where group.by != "kind" {
        scores[group, default: []].append(AttackedRunTests.readiness(person))
      }
    }
    return scores.mapValues(AttackedRunTests.Figures.init)
  }

  private static func rows(_ name: String, _ text: String) throws -> [[String: String]] {
    let table = try Table(name: name, bytes: Array(text.utf8))
    return table.records.map { Dictionary(zip(table.headings, $0.cells), uniquingKeysWith: { first, _ in first }) }
  }

  /// Rows that name a hidden organisation and have a number.
  private static func named(_ hidden: Set<String>, in files: [String: String]) throws -> [String] {
    var found: [String] = []
    for (name, text) in files where name.hasSuffix(".csv") && name != "codebook.csv" {
      for row in try rows(name, text) where row.values.contains(where: hidden.contains) {
        for (column, cell) in row where Double(cell) != nil && !harmless.contains(column) {
          found.append("\(name): \(column)")
        }
      }
    }
    return found.sorted()
  }

  /// Counts from one to four, and counts of all but so few.
  private static func few(_ sizes: [String: Int], in files: [String: String]) throws -> [String] {
    var found: [String] = []
    for (name, text) in files {
      guard let own = counts[name] else { continue }
      for row in try rows(name, text) {
        let group = own.group.flatMap { row[$0] } ?? ""
        guard row["organisation", default: ""].isEmpty || own.group == nil else { continue }
        for column in own.columns {
          guard let count = row[column].flatMap({ Int($0) }), let whole = sizes[group] else { continue }
          // Of those with a mark the others are those who were looked at.
          let all = column == "marked" ? row["n"].flatMap { Int($0) } ?? whole : whole
          if (1..<5).contains(count) || (1..<5).contains(all - count) { found.append("\(name): \(column) \(group)") }
        }
      }
    }
    return Set(found).sorted()
  }

  private static var sizes: [String: Int] {
    figures().reduce(into: ["": people.count]) { sizes, group in
      if group.key.organization.isEmpty { sizes[group.key.group] = group.value.people }
    }
  }

  @Test(arguments: commands.indices) func `nothing of a hidden group stands in any file`(_ place: Int) throws {
    let folder = try Self.folders.get()[place]
    let figures = Self.figures()
    let hidden = figures.filter { $0.value.people < Self.item.minimum }
    #expect(hidden.count > 5 && folder.files.count > 7)
    #expect(AttackedRunTests.found(hidden, in: folder.files) == [])
    let names = Set(hidden.keys.filter { $0.by.isEmpty }.map(\.organization))
    #expect(names == ["Org 2"])
    #expect(try Self.named(names, in: folder.files) == [])
    #expect(try Self.few(Self.sizes, in: folder.files) == [])
    #expect(folder.files.keys.allSatisfy { name in !names.contains { name.contains($0.suffix(1)) } })
    // A page may name a hidden organisation where it says that it is hidden, with no other number than the minimum.
    for (name, text) in folder.files where name.hasSuffix(".txt") {
      for line in text.split(separator: "\n") where names.contains(where: { line.contains($0) }) {
        let numbers = line.replacing("Org 2", with: "").split { !$0.isNumber }.compactMap { Int($0) }
        #expect(numbers.allSatisfy { $0 == Self.item.minimum }, "\(name): \(line)")
      }
    }
  }

  @Test func `the reader catches what is planted`() throws {
    let folders = try Self.folders.get()
    let figures = Self.figures()
    let small = try #require(figures.first { $0.key.organization == "Org 2" && $0.key.by.isEmpty })
    let deviation = try #require(small.value.deviation)
    for folder in folders {
      let page = try #require(folder.files["report.html"]).replacing("</title>", with: " \(deviation)</title>")
      #expect(AttackedRunTests.found([small.key: small.value], in: ["report.html": page]).count == 1)
    }
    let agreement = try #require(folders[0].files["agreement.csv"])
    let line = try #require(agreement.split(separator: "\n").first { $0.contains(",Org 2,overall,,") })
    let leaking = agreement.replacing(line, with: line.replacing(",Org 2,overall,,", with: ",Org 2,overall,3,"))
    #expect(try Self.named(["Org 2"], in: ["agreement.csv": leaking]) == ["agreement.csv: n"])
    let judges = "organisation,judges\nOrg 1,\(Self.people.count - 2)\n"
    #expect(try Self.few(Self.sizes, in: ["whose-weights.csv": judges]) == ["whose-weights.csv: judges "])
    let marks = "mark,respondent_type,n,marked\nlong_run,,\(Self.people.count),3\n"
    #expect(try Self.few(Self.sizes, in: ["quality.csv": marks]) == ["quality.csv: marked "])
    // What is shown is found by the same arithmetic.
    let shown = figures.filter { $0.value.people >= 5 && $0.key.by.isEmpty && !$0.key.organization.isEmpty }
    let numbers = AttackedRunTests.numbers(try #require(folders[3].files["ranks.csv"])[...])
    #expect(shown.values.contains { AttackedRunTests.has($0.mean, numbers) })
  }
}

extension Array {
  /// The element at a place; nil beyond the end.
  fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
