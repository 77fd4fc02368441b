import Testing

@testable import Readiness
@testable import Reporting

struct ReportChartsTests {
  /// The sample with counts of answers, budget weights and organisations' allocations.
  private func charts(_ mode: DisclosureMode = .internal, settings: ChartSettings = ChartSettings()) throws
    -> ReportCharts
  {
    let plan = ScoringPlan(disclosure: mode, consent: mode == .pilot ? "a" : nil)
    return ReportCharts(try SampleAssessment.make(plan: plan), settings: settings)
  }

  /// The five ratings of an item, and nobody without one.
  private func counts(_ item: String, _ type: String?, _ counts: [Int?]) -> [DistributionRow] {
    ToldAnswersTests.rows(item, type, counts + [0, 0, 0, 0])
  }

  private func scores(_ assessment: Assessment) -> [String: Estimate] {
    PageFrame.cohortScores(assessment).mapValues(\.estimate)
  }

  @Test func `on every page each chart is followed by a table, and ids are the page's own`() throws {
    let publication = Publication(try SampleAssessment.make(invited: true), software: "s")
    for report in [publication.report] + publication.pages.map(\.report) {
      var ids: [String] = []
      for section in report.sections {
        for (place, block) in section.blocks.enumerated() {
          guard case .chart(let chart) = block else { continue }
          ids.append(chart.id)
          let next = section.blocks.dropFirst(place + 1).first
          let isTable = if case .table = next { true } else { false }
          #expect(isTable, "\(chart.id) in “\(section.heading)”")
        }
      }
      #expect(Set(ids).count == ids.count)
    }
    let all = publication.report.sections.flatMap(\.blocks).compactMap { block -> String? in
      if case .chart(let chart) = block { chart.id } else { nil }
    }
    #expect(all == ["chart-organisations", "chart-barriers", "chart-star", "chart-allocation"])
  }

  @Test func `the page of a hidden organisation has no chart`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    let page = try #require(publication.page(of: "Tiny Trust"))
    #expect(!page.sections.flatMap(\.blocks).contains { $0.isChart })
    #expect(
      try #require(publication.page(of: "Riverside Council")).sections.flatMap(\.blocks).contains { $0.isChart })
  }

  @Test func `no organisation is named in a chart on another's page`() throws {
    let publication = Publication(try SampleAssessment.make(), software: "s")
    for page in publication.pages {
      let others = publication.pages.map(\.profile.organization).filter { $0 != page.profile.organization }
      for case .chart(let chart) in page.report.sections.flatMap(\.blocks) {
        let svg = chart.svg(wording: .english)
        #expect(!others.contains { svg.contains($0) })
      }
    }
  }

  private static let people = [("carer" as String?, 10), ("service_user", 10), (nil, 20)].map {
    ToldAnswersTests.people($0, $1)
  }

  /// The bars of agreement of what is told.
  private func bars(_ rows: [DistributionRow], scores: [String: Estimate]) throws -> [LikertChart] {
    try charts().answers(rows, participation: Self.people, scores: scores).map { chart in
      guard case .likert(let content) = chart.content else { throw CancellationError() }
      return content
    }
  }

  @Test func `the sentences of the strongest barrier, then the worst of them by type`() throws {
    let assessment = try SampleAssessment.make()
    var scores = scores(assessment)
    scores["d02"] = SampleAssessment.estimate(3)
    let items = assessment.instrument.items.filter { $0.dimension == "d02" }
    let worst = try #require(items.last { $0.keying == .direct })
    var rows = items.flatMap { counts($0.code, nil, $0.code == worst.code ? [0, 0, 0, 0, 20] : [4, 4, 4, 4, 4]) }
    // As much is told of every sentence by type.
    rows += items.flatMap { item in
      counts(item.code, "carer", [nil, nil, nil, nil, nil]) + counts(item.code, "service_user", [0, 0, 0, 1, 9])
    }
    let ids = try charts().answers(rows, participation: Self.people, scores: scores).map(\.id)
    #expect(ids == ["chart-sentences", "chart-sentence-by-type"])
    let made = try bars(rows, scores: scores)
    #expect(Wording.english.text(made[0].title) == "What people say about “Insufficient resources”")
    #expect(made[0].items.count == items.count)
    #expect(made[1].items.map(\.text) == [.label(worst.text)])
    let bars = made[1].items[0].bars
    #expect(bars.map(\.people) == [20, 10, 10])
    #expect(bars.filter { $0.mark == .suppressed }.map { $0.name.map(Wording.english.text) } == ["Carer"])
  }

  @Test func `of the sentences by type the one of which most is told comes before the worst`() throws {
    let assessment = try SampleAssessment.make()
    var scores = scores(assessment)
    scores["d02"] = SampleAssessment.estimate(3)
    let items = assessment.instrument.items.filter { $0.dimension == "d02" }
    let told = try #require(items.dropFirst().first)
    let rows = items.flatMap { item in
      counts(item.code, nil, item.code == told.code ? [4, 4, 4, 4, 4] : [nil, 4, 4, nil, 4])
        + counts(item.code, "service_user", item.code == told.code ? [nil, 0, 5, nil, 0] : [nil, 0, 4, nil, 0])
    }
    let made = try bars(rows, scores: scores)
    #expect(made[1].items.map(\.text) == [.label(told.text)])
    #expect(made[1].items[0].bars.map { $0.together?.share } == [nil, 0.5])
  }

  @Test
  func `sentences that can be drawn are, the others are counted, and a weaker barrier stands in for a hidden one`()
    throws
  {
    let assessment = try SampleAssessment.make()
    var scores = scores(assessment)
    scores["d10"] = SampleAssessment.estimate(2)
    scores["d02"] = SampleAssessment.estimate(3)
    let items = assessment.instrument.items.filter { $0.dimension == "d02" }
    let hidden =
      assessment.instrument.items.filter { $0.dimension == "d10" }.map(\.code) + items.dropFirst(2).map(\.code)
    // Of the third sentence eight people of twenty are told: too little to draw.
    let rows =
      hidden.flatMap { counts($0, nil, $0 == items[2].code ? [nil, nil, nil, 4, 4] : [nil, nil, nil, nil, nil]) }
      + items.prefix(2).flatMap { counts($0.code, nil, [nil, nil, 5, 5, 5]) }
    let made = try bars(rows, scores: scores)
    #expect(made.count == 1)
    #expect(
      Wording.english.text(made[0].title)
        == "What people say about “Insufficient resources”, the strongest barrier whose answers can be shown")
    #expect(made[0].items.map { $0.bars[0].together?.answers } == [[0, 1], [0, 1]])
    #expect(made[0].table.notes.map(Wording.english.text).contains { $0.hasPrefix("3 more sentences on this barrier") })
  }

  @Test func `without a score, or with every count hidden, there are no sentences`() throws {
    let assessment = try SampleAssessment.make()
    #expect(try bars(assessment.distributions, scores: [:]).isEmpty)
    let rows = assessment.instrument.items.flatMap { counts($0.code, nil, [nil, nil, nil, nil, nil]) }
    #expect(try bars(rows, scores: scores(assessment)).isEmpty)
  }

  @Test func `points of organisations are drawn for three that are shown, and never in public`() throws {
    let assessment = try SampleAssessment.make()
    func points(_ mode: DisclosureMode, _ shown: Int) throws -> [Double] {
      let rows = ["A", "B", "C", "D"].enumerated().map { place, name in
        OrganizationAllocationRow(
          organization: name, factor: "b01", label: "", respondents: nil, mean: place < shown ? 10 : nil,
          status: place < shown ? .ok : .suppressed)
      }
      let chart = try charts(mode).allocation(assessment.allocations, organizations: rows)
      guard case .allocation(let content) = chart?.content else { return [] }
      return content.rows.first?.points ?? []
    }
    #expect(try points(.internal, 3) == [10, 10, 10])
    #expect(try points(.pilot, 4) == [10, 10, 10, 10])
    #expect(try points(.internal, 2).isEmpty)
    #expect(try points(.public, 4).isEmpty)
  }

  @Test func `need and money: severity turns the interval round, money is in percent`() throws {
    let assessment = try SampleAssessment.make()
    let weights = [
      WeightRow(
        scheme: "budget", dimension: "d01", label: "", weight: 0.25,
        interval: ConfidenceInterval(lower: 0.125, upper: 0.5),
        crosswalk: nil, status: .ok),
      WeightRow(
        scheme: "budget", dimension: "d02", label: "", weight: nil, interval: nil, crosswalk: nil, status: .notAsked),
    ]
    let estimate = Estimate(value: 40, interval: ConfidenceInterval(lower: 30, upper: 45), n: 26, status: .ok)
    let chart = try charts().priorities(weights, scores: ["d01": estimate, "d02": estimate])
    guard case .priority(let content) = chart?.content else {
      Issue.record("no chart")
      return
    }
    #expect(content.points[0].need == .known(60, range: 55...70))
    #expect(content.points[0].money == .known(25, range: 12.5...50))
    // No factor on the list serves it, so it draws nothing.
    #expect(content.points[1].money == .known(0, range: nil))
    #expect(try charts().priorities(assessment.weights, scores: scores(assessment)) == nil)
  }

  @Test func `ties are joint, bands are ranges of places, one organisation is no league`() throws {
    let profiles = try SampleAssessment.make().profiles
    guard case .league(let league) = try charts().league(profiles)?.content else {
      Issue.record("no chart")
      return
    }
    let texts = league.table.rows.map { $0.map(Wording.english.text) }
    #expect(texts.map { $0[0] } == ["1st", "joint 2nd", "joint 2nd"])
    #expect(texts.map { $0[4] } == ["1st to 3rd", "1st to 3rd", "1st to 3rd"])
    #expect(try charts().league(Array(profiles.prefix(1))) == nil)
  }

  @Test func `pairs with clear gaps come first, two a grouping, and hidden ones are none`() throws {
    func gap(_ a: String, _ measure: String, _ value: Double?, adjusted: Double) -> PerceptionGap {
      PerceptionGap(
        by: "Local team", groupA: a, groupB: "z", measure: measure, kind: .level, nA: nil, nB: nil,
        valueA: value.map { 50 + $0 },
        valueB: value.map { _ in 50 },
        difference: value.map { SampleAssessment.estimate($0) } ?? .withheld(.suppressed),
        intervalMethod: "", method: "", design: nil, p: nil, pAdjusted: adjusted,
        status: value == nil ? .suppressed : .ok,
        note: "")
    }
    let made = try charts().gaps([
      gap("a", "overall", 1, adjusted: 1), gap("b", "overall", nil, adjusted: 1),
      gap("c", "overall", 9, adjusted: 0.01),
      gap("c", "d01", -12, adjusted: 0.01), gap("d", "overall", 2, adjusted: 0.01),
    ])
    #expect(made.map(\.id) == ["chart-gaps-local-team-1", "chart-gaps-local-team-2"])
    let titles = made.map { Wording.english.text($0.title) }
    #expect(titles == ["Readiness as seen by two groups: c, and z", "Readiness as seen by two groups: d, and z"])
    #expect(try charts().gaps([gap("b", "overall", nil, adjusted: 1)]).isEmpty)
  }

  @Test func `settings reach the drawings`() throws {
    let assessment = try SampleAssessment.make()
    let chart = try charts(settings: ChartSettings(star: .stepsInside)).star(scores(assessment), overall: nil)
    guard case .star(let star) = chart?.content else {
      Issue.record("no star")
      return
    }
    #expect(star.placement == .stepsInside)
    #expect(star.overall == .withheld(.notAsked))
  }

  @Test func `heat maps are drawn where half of the cells were asked, and not asked ones are marked`() throws {
    let assessment = try SampleAssessment.make()
    var scores = scores(assessment)
    #expect(try charts().heatMaps(scores).isEmpty)
    for dimension in ["d01", "d02", "d03", "d04", "d05"] {
      for co in Co.allCases { scores["\(dimension)_\(co.code)"] = SampleAssessment.estimate(40) }
    }
    scores["d06_cm"] = SampleAssessment.estimate(50)
    #expect(try charts().heatMaps(scores).isEmpty)
    scores["d06_de"] = .withheld(.suppressed)
    let maps = try charts().heatMaps(scores)
    #expect(maps.map(\.id) == ["chart-barriers-by-co"])
    #expect(maps[0].table.rows[5].dropFirst().map(Wording.english.text) == ["50.0", "[c]", "[z]", "[z]"])
  }
}
