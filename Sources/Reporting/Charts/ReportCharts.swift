import Readiness

/// Makes the charts of a run's pages from what is published, so that whatever is hidden is hidden here too.
struct ReportCharts {
  let labels: Labels
  let plan: ScoringPlan
  let measures: [Measure]
  let settings: ChartSettings

  init(_ assessment: Assessment, settings: ChartSettings) {
    labels = Labels(assessment)
    plan = assessment.plan
    measures = assessment.measures
    self.settings = settings
  }

  /// The charts of comparisons, which no setting changes.
  init(_ findings: ComparisonFindings) {
    labels = Labels(findings.instrument, level: findings.plan.level, measures: findings.measures)
    plan = findings.plan
    measures = findings.measures
    settings = ChartSettings()
  }

  var instrument: Instrument { labels.instrument }

  /// The barriers beside the peers', the strongest first; nil where none may be shown.
  func barriers(_ scores: [String: Estimate], own: Phrase, peers: [String: Estimate]?) -> Chart? {
    let rows = instrument.dimensions.map { dimension in
      ProfileChart.Row(
        name: .label(dimension.label), score: ChartNumber(scores[dimension.id]),
        peers: peers.map { ChartNumber($0[dimension.id]) })
    }
    guard rows.contains(where: { $0.score.value != nil }) else { return nil }
    return Chart(
      id: "chart-barriers",
      .profile(
        ProfileChart(
          title: "Readiness on each barrier, the strongest barrier first", own: own,
          peers: peers == nil ? nil : "All organisations", rangeName: labels.range, rows: rows)),
      basis: Self.basis(instrument.dimensions.compactMap { scores[$0.id] }))
  }

  /// The people behind estimates that are shown; nil where not all of their numbers may be told.
  static func basis(_ estimates: [Estimate]) -> Phrase? {
    basis(people: estimates.filter { $0.value != nil }.map(\.n))
  }

  /// The same of numbers of people.
  static func basis(people counts: [Int?]) -> Phrase? {
    let known = counts.compactMap(\.self)
    guard known.count == counts.count, let low = known.min(), let high = known.max() else { return nil }
    return low == high ? "From \(Words.people(low))." : "From \(low) to \(Words.people(high))."
  }

  /// The star; nil where neither a Co nor a Step may be shown.
  func star(_ scores: [String: Estimate], overall: Estimate?) -> Chart? {
    func arcs(_ facets: [Facet]) -> [StarChart.Arc] {
      facets.map { StarChart.Arc(name: labels.facet($0), score: ChartNumber(scores[$0.columnName])) }
    }
    let (cos, steps) = (arcs(Co.allCases.map(Facet.co)), arcs(Step.allCases.map(Facet.step)))
    guard (cos + steps).contains(where: { $0.score.value != nil }) else { return nil }
    return Chart(
      id: "chart-star",
      .star(
        StarChart(
          title: "Readiness by Co and by Step", cos: cos, steps: steps, overall: ChartNumber(overall),
          rangeName: labels.range, placement: settings.star)),
      basis: Self.basis(
        (Co.allCases.map(Facet.co) + Step.allCases.map(Facet.step)).compactMap { scores[$0.columnName] }))
  }

  /// The barriers seen through the Co's, and through the Steps: two breakdowns, so two maps.
  ///
  /// None where most cells were not asked, as on the forms that ask about a few alone, or none may be shown.
  func heatMaps(_ scores: [String: Estimate]) -> [Chart] {
    func map(_ id: String, _ title: Phrase, _ facets: [Facet]) -> Chart? {
      let rows = instrument.dimensions.map { dimension in
        HeatMapChart.Row(
          name: .label(dimension.label),
          cells: facets.map { facet in
            let cell = measures.first { $0.kind == .cell(dimension.id, facet) }
            return ChartNumber(cell.flatMap { scores[$0.id] })
          })
      }
      let cells = rows.flatMap(\.cells)
      let asked = cells.count { $0.mark != .notAsked }
      guard 2 * asked >= cells.count, cells.contains(where: { $0.value != nil }) else { return nil }
      let people: Phrase? = scores["overall"]?.n.map {
        "From \(Words.people($0)); a cell may rest on one question."
      }
      return Chart(
        id: id, .heatMap(HeatMapChart(title: title, columns: facets.map(labels.facet), rows: rows)), basis: people)
    }
    return [
      map("chart-barriers-by-co", "Readiness on each barrier, by Co", Co.allCases.map(Facet.co)),
      map("chart-barriers-by-step", "Readiness on each barrier, by Step", Step.allCases.map(Facet.step)),
    ].compactMap(\.self)
  }
}

/// How charts are drawn where there is a choice.
public struct ChartSettings: Sendable, Hashable, Codable {
  /// Which ring of the star is inside.
  public var star: StarPlacement
  /// How bars of agreement are laid out.
  public var likert: LikertStyle

  /// Makes settings; by default the Co's are inside and bars are stacked.
  public init(star: StarPlacement = .cosInside, likert: LikertStyle = .stacked) {
    self.star = star
    self.likert = likert
  }
}

extension ChartNumber {
  /// The number of an estimate, or its mark; what is not there at all was not asked.
  init(_ estimate: Estimate?) {
    let estimate = estimate ?? .withheld(.notAsked)
    guard let value = estimate.value else {
      self = .withheld(Mark(estimate.status))
      return
    }
    self = .known(value, range: estimate.interval.map { $0.lower...$0.upper })
  }

  /// A number with its interval in some unit, or the mark of its status.
  init(_ value: Double?, _ interval: ConfidenceInterval?, _ status: Status, unit: Double = 1) {
    guard let value else {
      self = .withheld(Mark(status))
      return
    }
    self = .known(unit * value, range: interval.map { unit * $0.lower...unit * $0.upper })
  }
}

extension Section {
  /// The section with a chart in front of its first table, which has the chart's numbers.
  func with(_ chart: Chart?) -> Section {
    guard let chart, let place = blocks.firstIndex(where: { if case .table = $0 { true } else { false } }) else {
      return self
    }
    return Section(heading, Array(blocks[..<place]) + [.chart(chart)] + Array(blocks[place...]))
  }

  /// The section with charts at its end, each with the table of its numbers.
  func with(_ charts: [Chart]) -> Section {
    Section(heading, blocks + charts.flatMap(\.blocks))
  }
}

extension Chart {
  /// The chart and the table of its numbers.
  var blocks: [Block] { [.chart(self), .table(table)] }
}
