import Foundation
import Tabular
import TestSupport
import Testing

/// A reader of the whole folder of a run, every file of it, who knows who belongs to which group.
///
/// What is hidden is computed from the answers by plain arithmetic of this file alone. The reader looks for such numbers in every file,
/// and bounds every hidden number of people by passing bounds from sum to sum, over types and a further column at once.
struct AttackedRunTests {
  /// A cohort: how many people of each type answered in each organisation, and what they answered.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let mode: String
    /// People per organisation.
    let sizes: [Int]
    var types = ["senior_commissioner", "front_line_worker", "service_user"]
    /// One person of this type in every organisation.
    var rare: String?
    /// Everybody gives this answer.
    var only: Int?
    var testDescription: String { "\(name), \(mode)" }
    var minimum: Int { mode == "public" ? 10 : 5 }
  }

  static let cases = [
    Case(name: "two of six", mode: "internal", sizes: [6, 6]),
    Case(name: "eight people", mode: "public", sizes: [5, 3]),
    Case(name: "a rare type", mode: "internal", sizes: [9, 14, 7, 12], rare: "carer"),
    Case(name: "all alike", mode: "internal", sizes: [7, 8], only: 5),
    Case(name: "large and small", mode: "public", sizes: [30, 12, 4, 21], rare: "carer"),
  ]

  struct Group: Hashable, Comparable {
    var organization = ""
    var by = ""
    var group = ""
    static func < (a: Group, b: Group) -> Bool { (a.organization, a.by, a.group) < (b.organization, b.by, b.group) }
  }

  struct Person {
    let organization, type, kind: String
    let answers: [Int]
    var groups: [Group] {
      ["", organization].flatMap { name in
        [
          Group(organization: name), Group(organization: name, by: "respondent_type", group: type),
          Group(organization: name, by: "kind", group: kind),
        ]
      }
    }
  }

  /// The items of the short form: barrier, and whether agreement is a good sign.
  static let items: [(code: String, dimension: String, isGood: Bool)] = {
    let text = (try? String(contentsOf: Repository.url("Surveys/barriers-short/items.csv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (String(cells[0]), String(cells[1]), cells[3] == "enabler")
    }.filter { !$0.dimension.isEmpty }
  }()

  static func people(_ item: Case) -> [Person] {
    var random = SeededGenerator(seed: UInt64(item.sizes.reduce(7) { $0 * 31 + $1 }))
    return item.sizes.enumerated().flatMap { organization, size in
      (0..<size).map { place in
        let type =
          place == 0 ? item.rare ?? item.types[0] : item.types[Int.random(in: 0..<item.types.count, using: &random)]
        return Person(
          organization: "Org \(organization + 1)", type: type, kind: place % 3 == 0 ? "large" : "small",
          answers: items.map { _ in item.only ?? Int.random(in: 1...5, using: &random) })
      }
    }
  }

  /// Readiness of one person on the whole: the mean over barriers of the mean of their sentences, 0…100.
  static func readiness(_ person: Person) -> Double {
    var sums: [String: (sum: Double, count: Double)] = [:]
    for (item, answer) in zip(items, person.answers) {
      let steps = Double(item.isGood ? answer - 1 : 5 - answer)
      let old = sums[item.dimension] ?? (0, 0)
      sums[item.dimension] = (old.sum + steps * 25, old.count + 1)
    }
    return sums.values.map { $0.sum / $0.count }.sorted().reduce(0, +) / Double(sums.count)
  }

  /// Everything a run leaves in its folder, and what it prints as JSON.
  private func folder(_ item: Case, _ people: [Person]) throws -> [String: String] {
    try Tool.inFolder { tool in
      try tool.write("draws: 100\npermutations: 99\n", to: "plan.yaml")
      let made = try tool("survey", "template", "barriers-short")
      let headings = made.output.split(separator: "\n")[0].split(separator: ",").map(String.init)
      var lines = ["respondent_id,organisation,respondent_type,kind," + Self.items.map(\.code).joined(separator: ",")]
      for (number, person) in people.enumerated() {
        lines.append(
          "p\(number),\(person.organization),\(person.type),\(person.kind),"
            + person.answers.map(String.init).joined(separator: ","))
      }
      #expect(Self.items.allSatisfy { headings.contains($0.code) })
      try tool.write(lines.joined(separator: "\n") + "\n", to: "answers.csv")
      let run = [
        "run", "answers.csv", "--survey", "barriers-short", "--plan", "plan.yaml", "--group", "kind", "--by",
        "respondent_type,kind", "--disclosure", item.mode,
      ]
      let outcome = try tool.run(run + ["--output", "out"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      var files: [String: String] = [:]
      for name in try tool.names(in: "out") { files[name] = try tool.text("out/\(name)") }
      if item.name == "two of six" { files["printed.json"] = try tool.run(run + ["--json"]).output }
      return files
    }
  }

  // MARK: What the reader does

  /// What one group's people have on the whole.
  struct Figures {
    let people: Int
    let mean: Double
    /// The deviation over people, n − 1; nil for one.
    let deviation: Double?

    init(_ scores: [Double]) {
      people = scores.count
      let mean = scores.reduce(0, +) / Double(scores.count)
      self.mean = mean
      deviation =
        scores.count > 1
        ? (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count - 1)).squareRoot() : nil
    }
  }

  /// Numbers of a text that are written with at least six digits after the point, smallest first.
  static func numbers(_ text: Substring) -> [Double] {
    text.utf8.split { !(48...57).contains($0) && $0 != 46 }.compactMap { word in
      guard let point = word.firstIndex(of: 46), word[point...].count > 6 else { return nil }
      return Double(Substring(word))
    }.sorted()
  }

  static func has(_ value: Double, _ numbers: [Double]) -> Bool {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < value - 1e-7 { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] <= value + 1e-7
  }

  /// Groups of which some file tells: by the deviation of three people or more, which no other number is by chance, wherever it stands;
  /// or by the mean in a line that names the group. A mean of few answers is that of many others too, so that elsewhere it tells nothing.
  static func found(_ groups: [Group: Figures], in files: [String: String]) -> Set<String> {
    var found: Set<String> = []
    let organizations = Set(groups.keys.map(\.organization)).subtracting([""])
    for (name, text) in files {
      let all = numbers(text[...])
      for (group, figures) in groups where figures.people > 2 && figures.deviation ?? 0 > 1e-6 {
        if let deviation = figures.deviation, has(deviation, all) { found.insert("\(name): \(group)") }
      }
      guard name.hasSuffix(".csv") || name.hasSuffix(".txt") else { continue }
      for line in text.split(separator: "\n") {
        let own = numbers(line)
        guard !own.isEmpty else { continue }
        for (group, figures) in groups where has(figures.mean, own) || has(100 - figures.mean, own) {
          let isNamed =
            group.organization.isEmpty
            ? !organizations.contains { line.contains($0) } && !group.group.isEmpty : line.contains(group.organization)
          if isNamed,
            group.group.isEmpty ? line.contains(",organisation,") || !line.contains(",") : line.contains(group.group),
            line.contains("overall")
          {
            found.insert("\(name): \(group)")
          }
        }
      }
    }
    return found
  }

  /// The tightest bounds of numbers of people that are not known, over every sum at once.
  private static func bounds(_ counts: [Group: Int], known: Set<Group>) -> [Group: ClosedRange<Int>] {
    let organizations = Set(counts.keys.map(\.organization)).subtracting([""])
    var sums: [(whole: Group, parts: [Group])] = [(Group(), organizations.map { Group(organization: $0) })]
    for by in ["respondent_type", "kind"] {
      let names = Set(counts.keys.filter { $0.by == by }.map(\.group))
      for organization in organizations.union([""]) {
        sums.append(
          (Group(organization: organization), names.map { Group(organization: organization, by: by, group: $0) }))
      }
      for name in names {
        sums.append((Group(by: by, group: name), organizations.map { Group(organization: $0, by: by, group: name) }))
      }
    }
    var bounds: [Group: ClosedRange<Int>] = [:]
    func bound(_ group: Group) -> ClosedRange<Int> {
      let count = counts[group] ?? 0
      return known.contains(group) ? count...count : bounds[group] ?? 0...1_000
    }
    var tighter = true
    while tighter {
      tighter = false
      func set(_ group: Group, _ low: Int, _ high: Int) {
        guard !known.contains(group) else { return }
        let old = bound(group)
        let new = max(old.lowerBound, low)...max(max(old.lowerBound, low), min(old.upperBound, high))
        if new != old {
          bounds[group] = new
          tighter = true
        }
      }
      for sum in sums {
        let (low, high) = (
          sum.parts.reduce(0) { $0 + bound($1).lowerBound }, sum.parts.reduce(0) { $0 + bound($1).upperBound }
        )
        set(sum.whole, low, high)
        let whole = bound(sum.whole)
        for part in sum.parts {
          set(part, whole.lowerBound - high + bound(part).upperBound, whole.upperBound - low + bound(part).lowerBound)
        }
      }
    }
    return bounds
  }

  /// Small groups that can be seen to be small.
  private static func small(_ counts: [Group: Int], known: Set<Group>, minimum: Int) -> [Group] {
    let bounds = bounds(counts, known: known)
    return counts.filter { group, count in
      (1..<minimum).contains(count) && (bounds[group].map { $0.upperBound < minimum } ?? known.contains(group))
    }.keys.sorted()
  }

  /// Groups whose number of people stands beside a score.
  private static func known(_ files: [String: String]) throws -> Set<Group> {
    let table = try Table(name: "scores.csv", bytes: Array((files["scores.csv"] ?? "").utf8))
    let rows = table.records.map { Dictionary(zip(table.headings, $0.cells), uniquingKeysWith: { first, _ in first }) }
    return Set(
      rows.filter { $0["n"] != "" && $0["weighting"] == "respondents_equal" }.compactMap { row in
        guard let organization = row["organisation"], let by = row["group_by"], let group = row["group"],
          ["", "respondent_type", "kind"].contains(by)
        else { return nil }
        return Group(organization: organization, by: by, group: group)
      })
  }

  @Test(arguments: cases) func `nothing about a small group stands in any file, or follows from them`(_ item: Case)
    throws
  {
    let people = Self.people(item)
    var scores: [Group: [Double]] = [:]
    for person in people { for group in person.groups { scores[group, default: []].append(Self.readiness(person)) } }
    let figures = scores.mapValues(Figures.init)
    let counts = figures.mapValues(\.people)
    let files = try folder(item, people)
    let hidden = figures.filter { $0.value.people < item.minimum }
    #expect(Self.found(hidden, in: files) == [])
    let known = try Self.known(files)
    #expect(known.allSatisfy { (counts[$0] ?? 0) >= item.minimum })
    #expect(Self.small(counts, known: known, minimum: item.minimum) == [])
    // A cohort that is too small is not counted in any file either, and everybody alike is no score of anybody.
    if people.count < item.minimum {
      #expect(known.isEmpty)
      #expect(files["manifest.json"]?.contains("\"used\": null") == true)
    }
    if item.only != nil { #expect(!(files["scores.csv"] ?? "").contains(",100,")) }
    // Names of files tell organisations and nothing else.
    #expect(files.keys.allSatisfy { name in !people.map(\.type).contains { name.contains($0) } })

    // The reader is able: the same arithmetic finds what is shown, and what is planted.
    let open = figures.filter { known.contains($0.key) && $0.value.deviation ?? 0 > 1e-6 }
    if !open.isEmpty { #expect(Self.found(open, in: files).contains { $0.hasPrefix("scores.csv") }) }
    for (group, figures) in hidden {
      if let deviation = figures.deviation, deviation > 1e-6, figures.people > 2 {
        let leaking = ["report.html": "<title>\(deviation)</title>"]
        #expect(Self.found([group: figures], in: leaking) == ["report.html: \(group)"])
      }
      // A planted number of people is seen as well.
      if counts[Group()] ?? 0 >= item.minimum {
        #expect(Self.small(counts, known: known.union([group]), minimum: item.minimum).contains(group))
      }
    }
    // Without what is hidden beside the small groups their numbers come out.
    let bare = Set(counts.filter { $0.value >= item.minimum }.keys)
    if item.name == "two of six" || item.rare != nil {
      #expect(!Self.small(counts, known: bare, minimum: item.minimum).isEmpty)
    }
  }
}

/// Numbers that are the same in every run: a linear congruence, of which the high bits are taken.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    var result: UInt64 = 0
    for _ in 0..<2 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      result = result << 32 | state >> 32
    }
    return result
  }
}
