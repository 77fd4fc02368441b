import Testing

@testable import Readiness

/// Records against the rows of scores and the counts of answers that a run publishes.
@Suite struct BenchmarkRecordsTests {
  private let people = SampleBenchmarks.people(organizations: 4, seed: 5)
  private let days = BenchmarkRecords.Days.given(first: "2026-03-01", last: "2026-03-31")

  private func records(_ responses: Responses, plan: ScoringPlan) throws -> BenchmarkRecords {
    try BenchmarkRecords(responses, plan: plan, days: days, method: "a link", ticks: [.anonymous], threads: 1)
  }

  @Test("Figures are the scores of the run, and hidden where the run hides them")
  func scores() throws {
    var plan = SampleCohort.plan(.internal)
    // Comparisons are of no concern here, so few are made.
    plan.comparison.measures = ["overall"]
    plan.comparison.null = .asymptotic
    let responses = SampleCohort.responses(people)
    let made = try records(responses, plan: plan)
    let rows = try Assessment(responses, plan: plan, threads: 1).scores.filter {
      $0.level == .organization && $0.weighting == .respondents
    }
    // With the small one another is hidden, so that the small one cannot be worked out.
    #expect(made.hidden.contains("Small") && made.hidden.count == 2 && made.records.count == 3)
    var compared = 0
    for row in rows where made.records[0].figures.contains(where: { $0.measure == row.measure }) {
      let name = row.organization ?? ""
      let figure = made.records.first { $0.organization == name }?.figure(row.measure)
      #expect(figure?.value == row.estimate.value, "\(name) \(row.measure)")
      // A run withholds the number of people where it would tell of a few without a score.
      if let n = row.estimate.n { #expect(figure?.people == n, "\(name) \(row.measure)") }
      if figure == nil {
        #expect(made.withheld[name]?[row.measure] == row.estimate.status, "\(name) \(row.measure)")
      }
      // Without missing answers by weight the error of a mean is s ÷ √n.
      if let figure, row.measure != "overall", let deviation = figure.standardDeviation,
        let error = figure.standardError
      {
        #expect(abs(error - deviation / Double(figure.people).squareRoot()) < 1e-9)
        compared += 1
      }
    }
    #expect(compared > 20)
  }

  @Test("Counts per item are those of the cells, add up to the people, and hold no row of a person")
  func counts() throws {
    let made = try records(SampleCohort.responses(people), plan: SampleCohort.plan(.internal))
    for record in made.records {
      let own = people.filter { $0.organization == record.organization }
      #expect(record.people == own.count && record.people >= 5)
      for (item, rating) in SampleCohort.instrument.ratings.enumerated() {
        var expected: [String: Int] = [:]
        for person in own {
          let cell = String(person.cells.split(separator: " ")[item])
          expected[cell == "-" ? "skipped" : cell, default: 0] += 1
        }
        let counts = record.answers.filter { $0.item == rating.code }
        var got: [String: Int] = [:]
        for count in counts { got[count.answer, default: 0] += count.people }
        #expect(got == expected)
      }
    }
  }

  @Test("The fingerprint changes with one answer and not with the order of people")
  func fingerprint() throws {
    let plan = SampleCohort.plan(.internal)
    let first = try records(SampleCohort.responses(people), plan: plan)
    let turned = try records(SampleCohort.responses(people.reversed()), plan: plan)
    #expect(first.records.map(\.fingerprint) == turned.records.map(\.fingerprint))
    var changed = people
    let place = try #require(people.firstIndex { $0.organization == first.records[0].organization })
    let cells = changed[place].cells
    changed[place].cells =
      (cells.hasPrefix("1") ? "2" : "1")
      + cells.dropFirst(cells.hasPrefix("d") || cells.hasPrefix("n") ? 3 : 1).drop { $0 != " " }
    let other = try records(SampleCohort.responses(changed), plan: plan)
    #expect(other.records[0].fingerprint != first.records[0].fingerprint)
    #expect(other.records[1].fingerprint == first.records[1].fingerprint)
  }

  @Test("Days come from a column, per organisation; what is no day is refused, and so are weights that rest on answers")
  func daysOfPeople() throws {
    var dated = SampleCohort.people(organizations: 2, sizes: 18...18, seed: 8)
    for place in dated.indices { dated[place].kind = "2026-0\(place < 18 ? 3 : 4)-1\(place % 6)T10:00:00" }
    func made() throws -> BenchmarkRecords {
      try BenchmarkRecords(
        SampleCohort.responses(dated), plan: SampleCohort.plan(.internal), days: .column("kind"), method: "a link",
        ticks: [], threads: 1)
    }
    #expect(try made().records.map(\.collection.first) == ["2026-03-10", "2026-04-10"])
    #expect(try made().records.map(\.collection.last) == ["2026-03-15", "2026-04-15"])
    dated[3].kind = "31/03/2026"
    #expect { _ = try made() } throws: { error in
      (error as? BenchmarkFault)?.cause == .refused && "\(error)".contains("write days as 2026-03-31")
        && !"\(error)".contains("31/03")
    }
    var plan = SampleCohort.plan(.internal)
    plan.weighting = .entropy
    #expect { _ = try records(SampleCohort.responses(people), plan: plan) } throws: { error in
      (error as? BenchmarkFault)?.cause == .misused && "\(error)".contains("rest on the answers")
    }
  }

  @Test("Answers to fewer items are of another kind, and so are other weights; the reason names them")
  func kinds() throws {
    let plan = SampleCohort.plan(.internal)
    let whole = try BenchmarkKind(SampleCohort.responses(people), plan: plan)
    var short = people
    for place in short.indices {
      var cells = short[place].cells.split(separator: " ")
      cells[3] = "."
      short[place].cells = cells.joined(separator: " ")
    }
    let fewer = try BenchmarkKind(SampleCohort.responses(short), plan: plan)
    #expect(whole.difference(from: fewer)?.contains("without d02q1") == true)
    var weighted = plan
    weighted.dimensionWeights = ["d01": 2, "d02": 1, "d03": 1, "d04": 1]
    let other = try BenchmarkKind(SampleCohort.responses(people), plan: weighted)
    #expect(whole.difference(from: other)?.contains("weights d01=2.0") == true)
    weighted.dimensionWeights = ["d01": 1, "d02": 1, "d03": 1, "d04": 1]
    #expect(try BenchmarkKind(SampleCohort.responses(people), plan: weighted) == whole)
  }

  @Test("Days: real ones of the calendar, alone or with a time")
  func calendar() {
    #expect(CalendarDay.read("2024-02-29") == "2024-02-29" && CalendarDay.read("2026-03-01 09:00") == "2026-03-01")
    for text in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-3-1", "20260301", "2026-03-01x", ""] {
      #expect(CalendarDay.read(text) == nil, "\(text)")
    }
  }
}
