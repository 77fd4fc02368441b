import Readiness
import Survey
import Tabular

/// The rows of a codebook about what is measured and what was asked.
struct CodebookSubjects {
  private let instrument: Instrument
  private let labels: CodebookLabels
  private let missingAnswers: String

  init(_ instrument: Instrument, labels: CodebookLabels) {
    (self.instrument, self.labels) = (instrument, labels)
    missingAnswers =
      "dk: don't know; nfm: not for me; skipped: an empty cell in the answers; not_asked: no column in the answers."
  }

  func row(_ measure: Measure) -> CodebookRow {
    CodebookRow(
      file: "", variable: measure.id, kind: .measure, type: .number, labels: labels.of(measure.label),
      unit: "points 0–100", range: "0–100", values: "",
      formula: MeasureFormula.text(for: measure, instrument: instrument),
      missing: "A person with too few answers to its items has no score; a group's status says why it has none.",
      meaning: MeasureFormula.meaning(of: measure, instrument: instrument))
  }

  func row(_ item: Item) -> CodebookRow {
    CodebookRow(
      file: "", variable: item.code, kind: .item, type: .integer, labels: labels.of(item.text), unit: "code",
      range: "\(item.scale.lowest)–\(item.scale.highest)",
      values: item.scale.options.map { "\($0.code): \($0.label.english)" }.joined(separator: "; "),
      formula: item.readinessFormula, missing: missingAnswers, meaning: meaning(of: item))
  }

  func rows(_ budget: BudgetQuestion) -> [CodebookRow] {
    budget.factors.map { factor in
      CodebookRow(
        file: "", variable: factor.id, kind: .item, type: .number, labels: labels.of(factor.label),
        unit: "points of \(budget.total)", range: "0–\(budget.total)", values: "", formula: "",
        missing:
          "An empty cell is 0 where the others total \(budget.total); where all are empty the person shared out nothing.",
        meaning: "Asked as “\(budget.stem.english)”. Serves \(factor.dimensions.joined(separator: " ")), by crosswalk "
          + "\(budget.crosswalkVersion).")
    }
  }

  private func meaning(of item: Item) -> String {
    switch item.role {
    case .barrier(let dimension):
      let facets = item.facets.map { instrument.facetLabels[$0]?.english ?? $0.columnName }
      let seen = facets.isEmpty ? "" : ", seen through \(facets.joined(separator: ", "))"
      return "A sentence about \(dimension)\(seen)."
    case .degreeNow(let co):
      return "How often people do this together now: \(instrument.facetLabels[.co(co)]?.english ?? co.code)."
    }
  }
}
