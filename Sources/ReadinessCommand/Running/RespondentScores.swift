import Readiness
import Survey
import Tabular

/// `--respondent-scores`: one row per person; ids only when they are asked for.
struct RespondentScores {
  let responses: Responses
  let plan: ScoringPlan
  let keepIDs: Bool

  func csv(threads: Int) -> [UInt8] {
    let scores = responses.scored(by: plan, threads: threads)
    let measures = scores.measures.filter { measure in
      guard case .cell(let dimension, let facet) = measure.kind else { return true }
      return responses.instrument.items.contains { $0.dimension == dimension && $0.facets.contains(facet) }
    }
    var writer = CSVWriter()
    writer.write((keepIDs ? ["respondent_id"] : []) + ["organisation", "respondent_type"] + measures.map(\.id))
    for respondent in 0..<responses.count {
      let who = [label(responses.organization, respondent), label(responses.respondentType, respondent)]
      let numbers = measures.map { measure in
        scores.score(measure, respondent: respondent).map(NumberText.shortest) ?? ""
      }
      writer.write((keepIDs ? [responses.respondentIDs[respondent]] : []) + who + numbers)
    }
    return writer.bytes
  }

  private func label(_ column: GroupingColumn, _ respondent: Int) -> String {
    let code = column.codes[respondent]
    return code < 0 ? "" : column.labels[Int(code)]
  }
}
