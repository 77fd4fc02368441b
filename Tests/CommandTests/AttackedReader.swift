import Tabular

/// A reader of all files of a folder, who looks for figures of groups, and for numbers of people.
struct AttackedReader {
  typealias Group = AttackedCohort.Group
  typealias Figures = AttackedCohort.Figures

  /// A figure of a hidden group that is no other number by chance.
  struct Telling {
    let group: Group
    let measure: String
    let value: Double
  }

  let files: [String: String]
  let organizations: Set<String>
  /// Types, and groups of the further column.
  let groups: [String: String]
  /// Rows of the tables.
  let tables: [String: [[String: String]]]

  init(_ files: [String: String], of cohort: AttackedCohort) throws {
    self.files = files
    organizations = cohort.organizations
    groups = Dictionary(
      cohort.people.flatMap { [($0.type, "respondent_type"), ($0.kind, "kind")] },
      uniquingKeysWith: { first, _ in first })
    tables = try files.filter { $0.key.hasSuffix(".csv") && $0.key != "codebook.csv" }.reduce(into: [:]) {
      let table = try Table(name: $1.key, bytes: Array($1.value.utf8))
      $0[$1.key] = table.records.map {
        Dictionary(zip(table.headings, $0.cells), uniquingKeysWith: { first, _ in first })
      }
    }
  }

  // MARK: Figures

  /// Runs of bytes of a text that are in a set. A plain loop: pages are long.
  private static func words(_ text: String, _ isPart: [Bool]) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var words: [ArraySlice<UInt8>] = []
    var start = -1
    for (place, byte) in bytes.enumerated() {
      if isPart[Int(byte)] {
        if start < 0 { start = place }
      } else if start >= 0 {
        words.append(bytes[start..<place])
        start = -1
      }
    }
    if start >= 0 { words.append(bytes[start...]) }
    return words
  }

  private static let isDecimal = (0..<256).map { (48...57).contains($0) || $0 == 46 }
  /// Not a space, an end of line, a bracket of an element or a quotation mark.
  private static let isWord = (0..<256).map { ![32, 10, 34, 60, 62].contains($0) }

  /// Numbers of a text that are written with at least six digits after the point, smallest first.
  static func numbers(_ text: String) -> [Double] {
    words(text, isDecimal).compactMap { word in
      guard word.count > 7, let point = word.firstIndex(of: 46), word.endIndex - point > 6 else { return nil }
      return Double(String(decoding: word, as: UTF8.self))
    }.sorted()
  }

  static func has(_ value: Double, _ numbers: [Double]) -> Bool {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < value - 1e-8 { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] <= value + 1e-8
  }

  /// A fraction of a few eighths: a mean of few answers, which is that of many others too.
  private static func isCoarse(_ value: Double) -> Bool {
    (1...120).contains { abs(value * Double($0) * 0.08 - (value * Double($0) * 0.08).rounded()) < 1e-7 }
  }

  /// Means, deviations, their squares and standard errors of hidden groups, without those that a shown group has too.
  static func tellings(_ figures: [Group: [String: Figures]], minimum: Int) -> [Telling] {
    func values(_ figures: Figures) -> [Double] {
      guard let deviation = figures.deviation, figures.people > 2, deviation > 1e-6 else { return [figures.mean] }
      return [
        figures.mean, 100 - figures.mean, deviation, deviation * deviation,
        deviation / Double(figures.people).squareRoot(),
      ]
    }
    func key(_ value: Double) -> Int { Int((value * 1e7).rounded()) }
    var shown: Set<Int> = []
    var found: [Telling] = []
    for (group, measures) in figures {
      for (measure, figures) in measures where measure == "overall" || measure.hasPrefix("d") && measure.count == 3 {
        if figures.people >= minimum {
          shown.formUnion(values(figures).map(key))
        } else {
          found += values(figures).map { Telling(group: group, measure: measure, value: $0) }
        }
      }
    }
    return found.filter {
      !shown.contains(key($0.value)) && !isCoarse($0.value)
        && ($0.measure == "overall" || !isCoarse($0.value * $0.value))
    }
  }

  /// Where such a figure stands, wherever that is.
  func found(_ tellings: [Telling]) -> [String] {
    files.flatMap { name, text in
      let all = Self.numbers(text)
      return tellings.filter { Self.has($0.value, all) }.map { "\(name): \($0.measure) of \($0.group)" }
    }.sorted()
  }

  /// The group that a row is about: the organisation and the type or kind that its cells name.
  private func subjects(_ row: [String: String]) -> [Group] {
    let organization = row.values.filter(organizations.contains)
    let named = row.values.filter { groups[$0] != nil }
    return (organization.isEmpty ? [""] : organization).flatMap { organization in
      named.isEmpty
        ? [Group(organization: organization)]
        : named.map { Group(organization: organization, by: groups[$0] ?? "", group: $0) }
    }
  }

  /// Rows of tables that name a hidden group and a measure beside a figure of the group on the measure, of which whole numbers are not
  /// counted: a mean, a deviation, a share of don't know, a mean of points.
  func named(_ figures: [Group: [String: Figures]], minimum: Int) -> [String] {
    let hidden = figures.mapValues { measures in
      measures.filter { $0.value.people < minimum }.mapValues { figures in
        ([figures.mean, 100 - figures.mean] + [figures.deviation].compactMap(\.self)).filter { $0 != $0.rounded() }
      }.filter { !$0.value.isEmpty }
    }.filter { !$0.value.isEmpty }
    var found: Set<String> = []
    for (name, rows) in tables {
      for row in rows where row.values.contains(where: { $0.utf8.contains(46) }) {
        guard let own = subjects(row).compactMap({ hidden[$0] }).first else { continue }
        for (column, cell) in row {
          guard let number = Double(cell), number != number.rounded() else { continue }
          // A wide table has a column for every measure; in a long one a cell names it, and don't know has a column of its own.
          let measures = own[column] == nil ? row.values.map { column == "dk_rate" ? "dk \($0)" : $0 } : [column]
          for measure in measures where own[measure]?.contains(where: { abs($0 - number) < 1e-8 }) ?? false {
            found.insert("\(name): \(measure), \(column) in \(row.filter { !$0.value.isEmpty })")
          }
        }
      }
    }
    return found.sorted()
  }

  /// Rows that name one of some organisations, and have a number that is none of the harmless columns'.
  func numbers(of hidden: Set<String>, harmless: Set<String>) -> [String] {
    tables.flatMap { name, rows in
      rows.filter { $0.values.contains(where: hidden.contains) }.flatMap { row in
        row.filter { Double($0.value) != nil && !harmless.contains($0.key) }.map { "\(name): \($0.key)" }
      }
    }.sorted()
  }

  /// Lines of texts, and elements and attributes of pages and charts, that name a hidden organisation and have another number than the minimum.
  func places(of hidden: Set<String>, minimum: Int) -> [String] {
    var found: [String] = []
    for (name, text) in files where !name.hasSuffix(".csv") && hidden.contains(where: text.contains) {
      let separator: UInt8 = name.hasSuffix(".html") ? 60 : 10
      for place in text.utf8.split(separator: separator).map({ String(Substring($0)) }) {
        guard let organization = hidden.first(where: { place.contains($0) }) else { continue }
        let rest = place.replacing(organization, with: "")
        let numbers = rest.utf8.split { !(48...57).contains($0) }.compactMap { Int(Substring($0)) }
        if numbers.contains(where: { $0 != minimum }) { found.append("\(name): \(place.prefix(200))") }
      }
    }
    return found.sorted()
  }

  /// Sentences about one to the minimum less one people; not of how many a rank needs, nor of how many lack a score of several items,
  /// which is told by the number beside every score.
  func few(_ minimum: Int) -> [String] {
    files.flatMap { name, text -> [String] in
      guard !name.hasSuffix(".csv") else { return [] }
      let words = Self.words(text, Self.isWord)
      return words.indices.dropFirst().compactMap { place -> String? in
        // p of people and person, j of judges; then a number of one or two digits.
        guard words[place][words[place].startIndex] == 112 || words[place][words[place].startIndex] == 106,
          words[place - 1].count < 3, let number = Int(String(decoding: words[place - 1], as: UTF8.self)),
          (1..<minimum).contains(number)
        else { return nil }
        let around = words[max(0, place - 3)...min(place + 3, words.count - 1)].map {
          String(decoding: $0, as: UTF8.self)
        }
        let word = String(decoding: words[place], as: UTF8.self)
        let isPeople = ["people", "person", "judges"].contains { word.hasPrefix($0) }
        let isHarmless = around.contains("needs") || around.contains("without")
        return isPeople && !isHarmless ? "\(name): \(around.joined(separator: " "))" : nil
      }
    }.sorted()
  }

  // MARK: Numbers of people

  /// Numbers of people that the tables tell of groups: everybody who answered, or those with a score on a measure.
  func told(_ measure: String?) -> [(group: Group, count: Int, from: String)] {
    var told: [(group: Group, count: Int, from: String)] = []
    func take(_ table: String, _ group: Group, _ cell: String?) {
      if let count = cell.flatMap({ Int($0) }) { told.append((group, count, table)) }
    }
    func rows(_ table: String) -> [[String: String]] {
      (tables[table] ?? []).filter { measure == nil || $0["measure"] == nil || $0["measure"] == measure }
    }
    func group(_ row: [String: String], _ by: String, _ name: String) -> Group {
      let name = row[name] ?? ""
      let by = name.isEmpty || groups[name] == nil ? "" : row[by] ?? "respondent_type"
      return Group(organization: row["organisation"] ?? "", by: by, group: by.isEmpty ? "" : name)
    }
    guard let measure else {
      for row in rows("response.csv") { take("response.csv", group(row, "", "respondent_type"), row["answered"]) }
      for row in rows("profiles.csv") { take("profiles.csv", group(row, "", ""), row["respondents"]) }
      return told
    }
    for row in rows("scores.csv") where row["weighting"] == "respondents_equal" {
      let subject = Group(organization: row["organisation"] ?? "", by: row["group_by"] ?? "", group: row["group"] ?? "")
      if ["", "respondent_type", "kind"].contains(subject.by) { take("scores.csv", subject, row["n"]) }
    }
    for row in rows("perception-gaps.csv")
    where row["kind"] != "knowledge" && ["respondent_type", "kind"].contains(row["by"]) {
      for side in ["a", "b"] { take("perception-gaps.csv", group(row, "by", "group_\(side)"), row["n_\(side)"]) }
    }
    for row in rows("comparisons.csv")
    where row["family"] != "dont_know" && row["group_b"] != "" && ["respondent_type", "kind"].contains(row["by"]) {
      for side in ["a", "b"] { take("comparisons.csv", group(row, "by", "group_\(side)"), row["n_\(side)"]) }
    }
    for row in rows("agreement.csv") where row["level"] == "organisation" {
      take("agreement.csv", group(row, "", ""), row["n"])
    }
    for row in rows("quality-headline.csv") { take("quality-headline.csv", Group(), row["n"]) }
    for row in rows("reliability.csv") {
      if let whole = row["n"].flatMap({ Int($0) }), let rest = row["n_incomplete"].flatMap({ Int($0) }) {
        take("reliability.csv", Group(), "\(whole + rest)")
      }
    }
    if measure == "overall" { for row in rows("ranks.csv") { take("ranks.csv", group(row, "", ""), row["n"]) } }
    for row in tables["models.csv"] ?? [] where row["outcome"] == measure {
      take("models.csv", Group(), row["n"])
      if let level = row["level"], let by = row["term"], groups[level] == by {
        take("models.csv", Group(by: by, group: level), row["n_level"])
      }
    }
    if measure == AttackedCohort.factors[0] {
      for row in tables["allocations.csv"] ?? [] { take("allocations.csv", Group(), row["respondents"]) }
      for row in tables["organisation-allocations.csv"] ?? [] {
        take("organisation-allocations.csv", group(row, "", ""), row["respondents"])
      }
      for row in tables["whose-weights.csv"] ?? [] { take("whose-weights.csv", Group(), row["judges"]) }
    }
    return told
  }
}
