import Foundation
import Readiness
import TestSupport
import Testing

/// The Full form: every cell is one item, and whatever is made from cells agrees with the items.
@Suite struct FullFormTests {
  let instrument: Instrument
  let answers: [String]

  init() throws {
    instrument = try Instrument(folder: Repository.url("Surveys/barriers-full"))
    answers = (0..<14).map { row in
      (0..<103).map { item in
        switch (row * 31 + item * 17) % 23 {
        case 0: "dk"
        case 1: "nfm"
        case 2: "-"
        default: "\((row * 5 + item * item / 3) % 5)"
        }
      }.joined(separator: " ")
    }
  }

  @Test func `A cell is its item, a dimension the mean of nine, a facet the mean of eleven`() throws {
    let responses = Sample.responses(to: instrument, answers: answers)
    let scores = responses.scored(by: ScoringPlan())
    for respondent in 0..<14 {
      var byScale: [String: [Double]] = [:]
      for (index, item) in instrument.items.enumerated() {
        let dimension = try #require(item.dimension)
        let facet = try #require(item.facets.first)
        let code = responses.answer(item: index, respondent: respondent).code
        // Severity s: 100 − 25 s.
        let ready = code.map { 100 - 25 * Double($0) }
        #expect(scores.score("\(dimension)_\(facet.code)", respondent) == ready)
        if let ready { for scale in [dimension, facet.columnName] { byScale[scale, default: []].append(ready) } }
      }
      for (scale, values) in byScale {
        let needed = scale.hasPrefix("d") ? 5 : 6
        let expected = values.count >= needed ? values.reduce(0, +) / Double(values.count) : nil
        #expect(abs((scores.score(scale, respondent) ?? -1) - (expected ?? -1)) < 1e-9)
      }
    }
  }

  @Test func `Rows of cells, made from counts, agree with persons' scores`() throws {
    let organizations = (0..<14).map { $0 < 8 ? "A" : "B" }
    let scores = Sample.responses(to: instrument, answers: answers, organizations: organizations)
      .scored(by: ScoringPlan())
    let weighted = Sample.responses(
      to: instrument, answers: answers, organizations: organizations, weights: Array(repeating: 2, count: 14)
    ).scored(by: ScoringPlan())
    let rows = GroupSummaries(scores).rows
    let others = GroupSummaries(weighted).rows
    for (row, other) in zip(rows, others) {
      #expect(abs((row.estimate.value ?? -1) - (other.estimate.value ?? -1)) < 1e-9)
      #expect(abs((row.sd ?? -1) - (other.sd ?? -1)) < 1e-9)
    }
    let cells = rows.filter { $0.level == .organization && $0.organization == "A" && $0.measure.contains("_s") }
    #expect(cells.count >= 55)
    for row in cells where row.weighting == .respondents {
      let own = Moments((0..<8).compactMap { scores.score(row.measure, $0) })
      #expect(row.estimate.n == own.count)
      #expect(abs((row.estimate.value ?? -1) - own.mean) < 1e-9)
      #expect(abs((row.sd ?? 0) - (own.standardDeviation ?? 0)) < 1e-9)
    }
  }

  @Test func `Nothing but don't know is too few answers, with coverage 0`() throws {
    let unknown = Array(repeating: "dk", count: 103).joined(separator: " ")
    let rows = GroupSummaries(
      Sample.responses(to: instrument, answers: [unknown, unknown]).scored(by: ScoringPlan())
    ).rows
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row.estimate.status == .tooFewAnswers && row.estimate.value == nil && row.estimate.n == 0)
      #expect(row.coverage == 0 && row.doNotKnowRate == 1 && row.notForMeRate == 0)
    }
  }
}
