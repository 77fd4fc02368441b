public import Readiness

/// The report on all organisations together: `report.txt`.
public struct CohortReport: Sendable {
  let assessment: Assessment
  let software: String
  let charts: ReportCharts
  let ideas: ActionIdeas
  let pages: [PageLink]

  /// Makes the report of a run; `software` is the name and version that the methods name, `charts` how charts are drawn, `ideas` what
  /// it may suggest, `pages` the pages of organisations that lie beside it.
  public init(
    _ assessment: Assessment, software: String, charts: ChartSettings = ChartSettings(), ideas: ActionIdeas = .none,
    pages: [PageLink] = []
  ) {
    self.pages = pages
    self.assessment = assessment
    self.software = software
    self.charts = ReportCharts(assessment, settings: charts)
    self.ideas = ideas
  }

  /// What it says.
  public var report: Report {
    let labels = Labels(assessment)
    let page = PageFrame(assessment: assessment, labels: labels)
    let cohort = PageFrame.cohortScores(assessment).mapValues(\.estimate)
    let advice = ActionSection(scores: cohort, ideas: ideas, labels: labels).section
    let found = CohortHeadline(assessment: assessment, labels: labels, namesBarriers: advice == nil).section
    let first = [Section(found.heading, Array(found.blocks.prefix(2))), advice].compactMap(\.self)
    let rest = found.blocks.count > 2 ? [Section("What stands out", Array(found.blocks.dropFirst(2)))] : []
    let comparisons = ComparisonSection(findings: ComparisonFindings(assessment), labels: labels)
    let sections =
      rest + scores(page, cohort, labels) + comparisons.plain + money(labels)
      + MethodsSection(assessment: assessment, labels: labels, software: software).sections
      + [
        ParticipationSection(rows: assessment.participation.filter { $0.organization == nil }, labels: labels).section,
        comparisons.analyst, page.glossary(comparesGroups: !assessment.comparisons.isEmpty), page.closing,
      ].compactMap(\.self)
    return Report(
      name: "report", title: "Readiness profile",
      subtitles: [
        assessment.profiles.count == 1 ? .verbatim(assessment.profiles[0].organization) : "All organisations together",
        page.surveyLine,
      ],
      stamps: page.stamps, sections: first + [PageFrame.contents(sections)] + sections)
  }

  private func scores(_ page: PageFrame, _ scores: [String: Estimate], _ labels: Labels) -> [Section] {
    guard page.asksBarriers else { return [] }
    let profiles = assessment.profiles
    let answers = charts.answers(
      assessment.distributions, participation: assessment.participation, scores: scores)
    let barriers = BarrierSection(scores: scores, beside: nil, labels: labels, measures: assessment.measures).section
      .with(charts.barriers(scores, own: assessment.profiles.count > 1 ? "All organisations" : "Everybody", peers: nil))
      .with(answers)
    return [
      RankingSection(assessment: assessment, labels: labels).section?.with(charts.league(profiles)),
      pages.isEmpty || profiles.count == 1 ? nil : Section("One page for each organisation", [.pages(pages)]),
      Section(barriers.heading, barriers.blocks + (answers.isEmpty ? untold(scores) : [])),
      FacetSection(
        scores: scores, measures: assessment.measures, labels: labels,
        coSentence: FacetSection.sentence(
          profiles.map(\.weakestCo), Co.allCases.map(Facet.co), kind: "Co", labels: labels),
        stepSentence: FacetSection.sentence(
          profiles.map(\.earliestWeakStep), Step.allCases.map(Facet.step), kind: "Step", labels: labels)
      ).section.with(charts.star(scores, overall: scores["overall"])).with(charts.heatMaps(scores)),
      GapSection(gaps: assessment.gaps.filter { $0.organization == nil }, labels: labels).section,
    ].compactMap(\.self)
  }

  /// What stands where the bars of answers would: nothing where no score is shown either.
  private func untold(_ scores: [String: Estimate]) -> [Block] {
    guard !assessment.distributions.isEmpty,
      assessment.instrument.dimensions.contains(where: { scores[$0.id]?.value != nil })
    else { return [] }
    return [
      .paragraph(
        """
        How often each answer was given cannot be drawn here, because too few people gave some of the answers. \
        distributions.csv has what may be told.
        """)
    ]
  }

  private func money(_ labels: Labels) -> [Section] {
    BudgetSection(assessment: assessment, labels: labels, charts: charts).sections
      + [
        PrioritySection(rows: assessment.priorities, plan: assessment.plan, labels: labels).section,
        WhoseWeightsSection(rows: assessment.whoseWeights, factor: labels.factor).section,
      ].compactMap(\.self)
  }
}

extension PageFrame {
  /// What follows, in order: a report is long, and most of it is for whoever checks it.
  static func contents(_ sections: [Section]) -> Section {
    let rest = sections.map(\.heading)
    return Section(
      "In this report",
      [
        .paragraph("Above is the short answer. Below, in this order:"), .points(rest),
        .paragraph("The tables behind this page are the CSV files beside it; codebook.csv explains every column."),
      ])
  }
}

/// What every page of a run shares: its stamps, its survey line, its last question.
struct PageFrame {
  let assessment: Assessment
  let labels: Labels

  /// Whether the survey rates barriers, and not only the budget.
  var asksBarriers: Bool { !assessment.instrument.items.isEmpty }

  /// Respondents-equal rows of the whole cohort by measure.
  static func cohortScores(_ assessment: Assessment) -> [String: ScoreRow] {
    Dictionary(
      assessment.scores.filter { $0.level == .cohort && $0.weighting == .respondents }.map { ($0.measure, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var surveyLine: Phrase { Self.surveyLine(assessment.instrument) }

  /// The survey with its id and version.
  static func surveyLine(_ instrument: Instrument) -> Phrase {
    "\(.label(instrument.title)) (\(verbatim: instrument.id), version \(verbatim: instrument.version))"
  }

  var stamps: [Phrase] { Self.stamps(plan: assessment.plan, intake: assessment.intake) }

  /// What must be known before anything is read: that nothing is hidden, that rows were left out.
  static func stamps(plan: ScoringPlan, intake: Intake) -> [Phrase] {
    var stamps: [Phrase] = []
    if plan.disclosure == .pilot {
      stamps.append(
        plan.consent.map {
          "PILOT: nothing is hidden here, and single answers may show. Reason given: \(verbatim: $0)."
        } ?? "PILOT: nothing is hidden here, and single answers may show. Reason given: none.")
    }
    let rows = intake.setAside.count
    let all = intake.files.reduce(0) { $0 + $1.rows }
    if rows > 0 {
      stamps.append(
        .plural(
          rows,
          one: """
            \(rows) of \(all) rows had faults and was set aside. It is in no number here. “readiness check \
            --set-aside” says why; a set-aside.csv beside this page names people: keep it safe.
            """,
          other: """
            \(rows) of \(all) rows had faults and were set aside. They are in no number here. “readiness check \
            --set-aside” says why; a set-aside.csv beside this page names people: keep it safe.
            """))
    }
    return stamps
  }

  /// The words that a reader may not know, of those that the page uses.
  func glossary(comparesGroups: Bool) -> Section? {
    GlossarySection(
      labels: labels, asksBarriers: asksBarriers, comparesGroups: comparesGroups,
      ranks: assessment.profiles.contains { $0.rank != nil }
    ).section
  }

  var closing: Section {
    Section("What next?", [.headline("What one step will you commit to taking?")])
  }
}
