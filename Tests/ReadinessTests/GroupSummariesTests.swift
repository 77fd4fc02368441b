import Foundation
import Readiness
import TestSupport
import Testing

/// Rows of scores against an independent computation (Tests/References/readiness/groups.py), and laws.
@Suite struct GroupSummariesTests {
  /// The made-up cohort and its expected rows.
  struct Reference: Decodable {
    let codes: [String]
    let organisations: [String]
    let types: [String]
    let service: [String]
    let weights: [Double]
    let answers: [String]
    let columns: [String]
    let gaps: [[Cell]]
    let rows: [[Cell]]
    let weighted: [[Cell]]
  }

  /// A cell of an expected row.
  enum Cell: Decodable {
    case text(String)
    case number(Double)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }

  let reference: Reference
  let instrument: Instrument

  init() throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/groups.json"))
    reference = try JSONDecoder().decode(Reference.self, from: data)
    instrument = try Instrument(folder: Repository.url("Surveys/barriers-standard"))
  }

  func rows(weights: [Double] = [], order: [Int]? = nil, threads: Int = 2) -> [ScoreRow] {
    summaries(weights: weights, order: order, threads: threads).rows
  }

  func summaries(weights: [Double] = [], order: [Int]? = nil, threads: Int = 2) -> GroupSummaries {
    let order = order ?? Array(reference.answers.indices)
    let responses = Sample.responses(
      to: instrument, answers: order.map { reference.answers[$0] },
      organizations: order.map { reference.organisations[$0] }, types: order.map { reference.types[$0] },
      groups: ["service": order.map { reference.service[$0] }], weights: weights)
    var plan = ScoringPlan()
    plan.by = ["roll_up", "service"]
    return GroupSummaries(responses.scored(by: plan), threads: threads)
  }

  func key(_ row: ScoreRow) -> String {
    [
      row.level.rawValue, row.organization ?? "", row.groupBy ?? "", row.group ?? "", row.weighting.rawValue,
      row.measure,
    ].joined(separator: "|")
  }

  func check(_ expected: [[Cell]], against rows: [ScoreRow]) throws {
    let made = Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    #expect(made.count == rows.count)
    var wrong: [String] = []
    for cells in expected {
      let key = cells.prefix(6).map { $0.text ?? "" }.joined(separator: "|")
      let row = try #require(made[key], "no row \(key)")
      let pairs: [(String, Double?, Double?)] = [
        ("value", row.estimate.value, cells[7].number), ("low", row.estimate.interval?.lower, cells[8].number),
        ("high", row.estimate.interval?.upper, cells[9].number),
        ("n", row.estimate.n.map(Double.init), cells[10].number), ("sd", row.sd, cells[11].number),
        ("coverage", row.coverage, cells[12].number), ("dk", row.doNotKnowRate, cells[13].number),
        ("nfm", row.notForMeRate, cells[14].number),
      ]
      if row.estimate.status.rawValue != cells[6].text { wrong.append("\(key): \(row.estimate.status)") }
      for (name, got, want) in pairs {
        if !close(got, want) {
          wrong.append("\(key) \(name): \(String(describing: got)) for \(String(describing: want))")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(5))")
  }

  func close(_ got: Double?, _ want: Double?) -> Bool {
    if let got, let want { abs(got - want) < 1e-9 } else { got == nil && want == nil }
  }

  @Test func `Items of the reference are those of the instrument`() {
    #expect(reference.codes == instrument.ratings.map(\.code))
  }

  @Test func `Every row agrees with the independent computation`() throws {
    let rows = rows()
    #expect(reference.rows.count > 800)
    try check(reference.rows, against: rows)
  }

  @Test func `Gaps agree with the independent computation`() throws {
    let gaps = summaries().gaps
    #expect(gaps.count == reference.gaps.count)
    for (row, cells) in zip(gaps, reference.gaps) {
      #expect(row.organization == cells[0].text)
      #expect(row.measure == cells[1].text)
      #expect(close(row.difference.value, cells[2].number), "\(row)")
      #expect(close(row.difference.interval?.lower, cells[3].number), "\(row)")
      #expect(close(row.difference.interval?.upper, cells[4].number), "\(row)")
      if row.difference.status == .notAsked {
        #expect(row.firstN == nil && row.secondN == nil)
      } else {
        #expect(row.firstN.map(Double.init) == cells[5].number)
        #expect(row.secondN.map(Double.init) == cells[6].number)
      }
      #expect((row.difference.status == .ok) == (cells[2].number != nil))
    }
    #expect(gaps.contains { $0.difference.status == .notAsked && $0.organization == "Cwm" })
    #expect(gaps.contains { $0.difference.status == .tooFewPeople })
  }

  @Test func `With sampling weights means are Hájek's and errors are linearised`() throws {
    try check(reference.weighted, against: rows(weights: reference.weights))
  }

  @Test func `Equal sampling weights change nothing`() {
    let (plain, weighted) = (rows(), rows(weights: reference.weights.map { _ in 0.25 }))
    for (a, b) in zip(plain, weighted) {
      #expect(abs((a.estimate.value ?? -1) - (b.estimate.value ?? -1)) < 1e-9)
      #expect(abs((a.estimate.interval?.lower ?? -1) - (b.estimate.interval?.lower ?? -1)) < 1e-9)
      #expect(a.estimate.n == b.estimate.n)
    }
  }

  @Test func `Threads change no bit, the order of respondents no number`() {
    let one = rows(threads: 1)
    #expect(one == rows(threads: 3))
    let shuffled = rows(order: reference.answers.indices.reversed())
    #expect(one.map(key) == shuffled.map(key))
    for (a, b) in zip(one, shuffled) {
      #expect(abs((a.estimate.value ?? -1) - (b.estimate.value ?? -1)) < 1e-9)
    }
  }

  @Test func `Leaving out an organisation changes no other organisation`() {
    let kept = reference.answers.indices.filter { reference.organisations[$0] != "Brynmawr" }
    let rest = rows(order: Array(kept)).filter { $0.level == .organization }
    let all = rows().filter { $0.level == .organization && $0.organization != "Brynmawr" }
    #expect(rest == all)
  }

  @Test func `With complete answers the error of an overall score is that of the persons' own scores`() throws {
    let complete = (0..<20).map { row in
      (0..<59).map { item in "\(item < 55 ? 1 + (row * 5 + item * item + item / 7 * row) % 5 : (row + item) % 5)" }
        .joined(separator: " ")
    }
    let scores = Sample.responses(to: instrument, answers: complete).scored(by: ScoringPlan())
    let row = try #require(GroupSummaries(scores).rows.first { $0.measure == "overall" })
    let own = Moments((0..<20).compactMap { scores.score("overall", $0) })
    let interval = try ConfidenceInterval.mean(own, within: 0...100)
    #expect(abs((row.estimate.value ?? 0) - own.mean) < 1e-9)
    #expect(abs((row.estimate.interval?.lower ?? 0) - interval.lower) < 1e-9)
    #expect(abs((row.sd ?? 0) - (own.standardDeviation ?? -1)) < 1e-9)
  }

  @Test func `Types equal is respondents equal where roll-ups are of one size`() {
    // Complete answers, so that the people behind every mean are the same.
    let answers = (0..<6).map { row in
      (0..<59).map { "\(1 + (row * 3 + $0 * $0 / 5) % 4)" }.joined(separator: " ")
    }
    let types = ["carer", "senior_commissioner", "provider_manager", "service_user", "front_line_worker"]
    let responses = Sample.responses(to: instrument, answers: answers, types: types + ["senior_commissioner"])
    let rows = GroupSummaries(responses.scored(by: ScoringPlan())).rows.filter { $0.level == .cohort }
    let values = { (weighting: Weighting) in rows.filter { $0.weighting == weighting }.map { $0.estimate.value ?? -1 } }
    for (a, b) in zip(values(.respondents), values(.types)) { #expect(abs(a - b) < 1e-9) }
  }

  @Test func `One respondent has a score and no interval, equal answers have sd 0 and no interval`() throws {
    let answers = Array(repeating: "2", count: 55).joined(separator: " ") + " 1 1 1 1"
    let one = GroupSummaries(Sample.responses(to: instrument, answers: [answers]).scored(by: ScoringPlan())).rows
    let six = GroupSummaries(
      Sample.responses(to: instrument, answers: Array(repeating: answers, count: 6)).scored(by: ScoringPlan())
    ).rows
    for (rows, people) in [(one, 1), (six, 6)] {
      let row = try #require(rows.first { $0.measure == "d10" })
      #expect(row.estimate.status == .ok)
      #expect(row.estimate.n == people)
      #expect(row.estimate.interval == nil)
      #expect(row.sd == (people == 1 ? nil : 0))
    }
  }

  @Test func `Without barrier items every measure says not asked`() throws {
    let budget = try Instrument(folder: Repository.url("Surveys/budget"))
    let rows = GroupSummaries(
      Sample.responses(to: budget, answers: ["", ""], organizations: ["A", "B"]).scored(by: ScoringPlan())
    ).rows
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row.estimate == .withheld(.notAsked))
      #expect(row.sd == nil && row.coverage == nil)
    }
  }
}
