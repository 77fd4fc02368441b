public import Readiness
import Tabular

/// Every file that an assessment is published as, except the manifest, which needs their sums.
public struct Publication: Sendable {
  /// What is published.
  public let assessment: Assessment
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// What pages may suggest.
  public let ideas: ActionIdeas
  /// The page of each profile, in the order of the profiles.
  public let pages: [OrganizationPage]

  /// How charts are drawn.
  public let charts: ChartSettings
  /// The language of the pages; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(
    _ assessment: Assessment, software: String, charts: ChartSettings = ChartSettings(), ideas: ActionIdeas = .none,
    wording: Wording = .english
  ) {
    self.assessment = assessment
    self.wording = wording
    self.software = software
    self.charts = charts
    self.ideas = ideas
    // Slugs are given in the order of names, so that a clash is settled alike whatever the ranks are.
    let names = assessment.profiles.map(\.organization).sorted()
    let slugs = Dictionary(zip(names, Slug.slugs(for: names)), uniquingKeysWith: { first, _ in first })
    let shared = OrganizationPage.Shared(assessment)
    pages = assessment.profiles.map {
      OrganizationPage(
        $0, slug: slugs[$0.organization] ?? Slug.slug(for: $0.organization), of: assessment, software: software,
        charts: charts, ideas: ideas, shared: shared)
    }
  }

  /// The report on all organisations together.
  public var report: Report {
    let links = pages.map { PageLink(name: .verbatim($0.profile.organization), file: "profile-\($0.slug)") }
    return CohortReport(
      assessment, software: software, charts: charts, ideas: ideas, pages: links.sorted { $0.file < $1.file }
    ).report
  }

  /// Whether the report draws how often answers were given.
  public var drawsAnswers: Bool {
    report.sections.flatMap(\.blocks).contains { block in
      if case .chart(let chart) = block, case .likert = chart.content { true } else { false }
    }
  }

  /// The page of one organisation; nil when there is none of that name.
  public func page(of organization: String) -> Report? {
    pages.first { $0.profile.organization == organization }?.report
  }

  /// The reports: that on all organisations first, then their pages; of one organisation alone when it is named.
  public func reports(only organization: String? = nil) -> [Report] {
    guard let organization else { return [report] + pages.map(\.report) }
    return page(of: organization).map { [$0] } ?? []
  }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let reports = reports().flatMap { PublishedFile.pages(of: $0, wording: wording) }
    return (tables(profiles: assessment.profiles, scores: assessment.scores) + wholeTables + reports)
      .sorted { $0.name < $1.name }
  }

  /// The files for one organisation: its page, its rows of the profiles and scores, and the cohort's scores beside them.
  public func files(for organization: String) -> [PublishedFile] {
    let pages = pages.filter { $0.profile.organization == organization }
    let scores = assessment.scores.filter { $0.organization == organization || $0.level == .cohort }
    return
      (tables(profiles: pages.map(\.profile), scores: scores)
      + pages.flatMap { PublishedFile.pages(of: $0.report, wording: wording) })
      .sorted { $0.name < $1.name }
  }

  private func tables(profiles: [ReadinessProfile], scores: [ScoreRow]) -> [PublishedFile] {
    let schema = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    let codebook = Codebook(instrument: assessment.instrument, measures: assessment.measures)
    return [
      PublishedFile(schema, profiles), PublishedFile(ScoreRow.schema, scores),
      codebook.file,
    ]
  }

  private var wholeTables: [PublishedFile] {
    [
      PublishedFile(AllocationRow.schema, assessment.allocations), PublishedFile(WeightRow.schema, assessment.weights),
      PublishedFile(Comparison.schema, assessment.comparisons),
      PublishedFile(DistributionRow.schema, assessment.distributions),
      PublishedFile(DisclosureRow.schema, disclosure),
      PublishedFile(PerceptionGap.schema, assessment.perceptionGaps),
      PublishedFile(AllocationSummaryRow.schema, assessment.allocationSummary),
      PublishedFile(MoneyAndNeedRow.schema, assessment.moneyAndNeed),
      PublishedFile(OrganizationAllocationRow.schema, assessment.organizationAllocations),
      PublishedFile(PriorityRow.schema, assessment.priorities),
      PublishedFile(WhoseWeightsRow.schema, assessment.whoseWeights),
    ] + PublishedFile.setAside(assessment.intake)
  }

  /// Every table as one value for `--json`, by the name of its file; of one organisation when it is named.
  public func json(only organization: String? = nil) -> JSONValue {
    let schema = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    let profiles = assessment.profiles.filter { organization == nil || $0.organization == organization }
    let scores = assessment.scores.filter {
      organization == nil || $0.organization == organization || $0.level == .cohort
    }
    var tables = ["profiles": schema.json(rows: profiles), "scores": ScoreRow.schema.json(rows: scores)]
    if organization == nil {
      tables["allocations"] = AllocationRow.schema.json(rows: assessment.allocations)
      tables["allocation-summary"] = AllocationSummaryRow.schema.json(rows: assessment.allocationSummary)
      tables["money-and-need"] = MoneyAndNeedRow.schema.json(rows: assessment.moneyAndNeed)
      tables["organisation-allocations"] = OrganizationAllocationRow.schema.json(
        rows: assessment.organizationAllocations)
      tables["priorities"] = PriorityRow.schema.json(rows: assessment.priorities)
      tables["whose-weights"] = WhoseWeightsRow.schema.json(rows: assessment.whoseWeights)
      tables["weights"] = WeightRow.schema.json(rows: assessment.weights)
      tables["comparisons"] = Comparison.schema.json(rows: assessment.comparisons)
      tables["perception-gaps"] = PerceptionGap.schema.json(rows: assessment.perceptionGaps)
      tables["disclosure"] = DisclosureRow.schema.json(rows: disclosure)
      tables["distributions"] = DistributionRow.schema.json(rows: assessment.distributions)
    }
    return .object(tables)
  }
}
