import Readiness
import Survey
import Tabular

/// The labels of columns and subjects in every language, and the formulas of columns that are measures.
struct CodebookLabels {
  private let languages: [String]
  private let instrument: Instrument
  private let measures: [String: Measure]
  private let rollUps: [String: LocalizedText]

  init(_ instrument: Instrument, measures: [Measure], languages: [String]) {
    (self.instrument, self.languages) = (instrument, languages)
    self.measures = Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rollUps = Dictionary(
      instrument.rollUps.map { ("n_\($0.code)", $0.label) }, uniquingKeysWith: { first, _ in first })
  }

  /// A text in every language that it is written in.
  func of(_ text: LocalizedText) -> [String: String] {
    text.texts.filter { languages.contains($0.key) }
  }

  /// A column's label: that of the measure or the roll-up that it holds, else its name in words.
  func of(_ column: TableDescription.Column, in table: TableDescription) -> [String: String] {
    if let text = subject(column, table) ?? rollUp(column, table) { return of(text) }
    return ["en": column.name.replacing("_", with: " ")]
  }

  /// How a column's number is made.
  func formula(of column: TableDescription.Column, in table: TableDescription) -> String {
    if let formula = ColumnFormula.of(column.name, in: table.name) { return formula }
    guard isProfile(table), let measure = measures[column.name] else { return "" }
    return "mean over people of (\(MeasureFormula.text(for: measure, instrument: instrument)))"
  }

  private func isProfile(_ table: TableDescription) -> Bool { table.name == "profiles" }

  private func subject(_ column: TableDescription.Column, _ table: TableDescription) -> LocalizedText? {
    isProfile(table) ? measures[column.name]?.label : nil
  }

  private func rollUp(_ column: TableDescription.Column, _ table: TableDescription) -> LocalizedText? {
    isProfile(table) ? rollUps[column.name] : nil
  }
}
