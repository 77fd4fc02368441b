import Foundation
import Tabular
import TestSupport

/// The surveys and their words in a language made for tests, in the Welsh slots: English with every word marked by ŵŷ, so longer by a third.
///
/// A word of a page without the mark is one that no translator was asked for. Numbers have a decimal comma, months are marked, ranks end in ŵŷ,
/// and there are as many forms of a number as in Welsh.
enum MarkedSurveys {
  /// `The {1} people` as `Theŵŷ {1} peopleŵŷ`; numbers get the decimal comma that a translator would write.
  static func marked(_ text: String) -> String {
    var result = ""
    var word = ""
    var isPlace = false
    func end() {
      if !word.isEmpty { result += word.replacing("w", with: "ŵ").replacing("y", with: "ŷ") + "ŵŷ" }
      word = ""
    }
    for character in text {
      if character.isLetter {
        word.append(character)
        continue
      }
      end()
      if character == "{" { isPlace = true }
      if character == "}" { isPlace = false }
      result.append(character)
    }
    end()
    precondition(!isPlace, "an open place in \(text)")
    return result.replacing(#/\.(\d)/#) { ",\($0.output.1)" }
  }

  /// Both English forms of a number in the six that Welsh has.
  private static func forms(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: #/one: (.*) \| other: (.*)/#) else { return nil }
    let (one, other) = (marked(String(match.output.1)), marked(String(match.output.2)))
    return (["zero", "two", "few", "many", "other"].map { "\($0): \(other)" } + ["one: \(one)"]).joined(
      separator: " | ")
  }

  private static let rules = [
    "decimal_mark": ",", "thousands_mark": "blank", "minus_sign": "−",
    "plurals": "zero: n = 0 | one: n = 1 | two: n = 2 | few: n = 3 | many: n = 6", "ordinals": "n = 1: {1}ŵŷ | {1}ŷŵ",
    "months": (1...12).map { "Monthŵŷ\($0)" }.joined(separator: ", "), "date": "{2}, {1}. {3}",
  ]

  /// Writes the folder of surveys in the language.
  static func write(to folder: URL) throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let surveys = Repository.url("Surveys")
    for name in ["barriers-standard", "barriers-short", "budget"] {
      let target = folder.appending(path: name)
      try files.createDirectory(at: target, withIntermediateDirectories: true)
      let yaml = try String(contentsOf: surveys.appending(path: "\(name)/survey.yaml"), encoding: .utf8)
      let filled = yaml.replacing(#/en: "((?:[^"\\]|\\.)*)"(,\s*|\s+)cy: ""/#) { match in
        "en: \"\(match.output.1)\"\(match.output.2)cy: \"\(marked(String(match.output.1)))\""
      }
      try Data(filled.utf8).write(to: target.appending(path: "survey.yaml"))
      try fill(surveys.appending(path: "\(name)/items.csv"), to: target.appending(path: "items.csv"))
    }
    for name in ["top-tips.csv", "step-tools.csv", "words.csv"] {
      try fill(surveys.appending(path: name), to: folder.appending(path: name))
    }
    try fill(surveys.appending(path: "languages.csv"), to: folder.appending(path: "languages.csv"), from: "rule", "cy")
    {
      rules[$0] ?? ""
    }
  }

  /// Fills one column of a table from another.
  private static func fill(
    _ source: URL, to target: URL, from: String = "text_en", _ slot: String = "text_cy",
    text: (String) -> String = { forms($0) ?? marked($0) }
  ) throws {
    let table = try Table(name: source.lastPathComponent, bytes: Array(Data(contentsOf: source)))
    guard let english = table.column(named: from), let place = table.column(named: slot) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    let rows = table.records.map { record in
      record.cells.enumerated().map { $0.offset == place ? text(record.cells[english]) : $0.element }
    }
    let lines = ([table.headings] + rows).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: target)
  }
}
