public import Readiness
import Tabular

/// A file that a run writes: its name in the folder and its bytes.
public struct PublishedFile: Sendable, Hashable {
  /// `scores.csv`.
  public let name: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a value from its parts.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Every file that an assessment is published as, except the manifest, which needs their sums.
public struct Publication: Sendable {
  /// What is published.
  public let assessment: Assessment
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The page of each profile, in the order of the profiles.
  public let pages: [OrganizationPage]

  /// Prepares the publication.
  public init(_ assessment: Assessment, software: String) {
    self.assessment = assessment
    self.software = software
    // Slugs are given in the order of names, so that a clash is settled alike whatever the ranks are.
    let names = assessment.profiles.map(\.organization).sorted()
    let slugs = Dictionary(zip(names, Slug.slugs(for: names)), uniquingKeysWith: { first, _ in first })
    pages = assessment.profiles.map {
      OrganizationPage(
        $0, slug: slugs[$0.organization] ?? Slug.slug(for: $0.organization), of: assessment, software: software)
    }
  }

  /// The report on all organisations together.
  public var report: Report { CohortReport(assessment, software: software).report }

  /// The page of one organisation; nil when there is none of that name.
  public func page(of organization: String) -> Report? {
    pages.first { $0.profile.organization == organization }?.report
  }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let reports = ([report] + pages.map(\.report)).map(Self.file)
    return (tables(profiles: assessment.profiles, scores: assessment.scores) + wholeTables + reports)
      .sorted { $0.name < $1.name }
  }

  /// The files for one organisation: its page, its rows of the profiles and scores, and the cohort's scores beside them.
  public func files(for organization: String) -> [PublishedFile] {
    let pages = pages.filter { $0.profile.organization == organization }
    let scores = assessment.scores.filter { $0.organization == organization || $0.level == .cohort }
    return
      (tables(profiles: pages.map(\.profile), scores: scores) + pages.map { Self.file($0.report) })
      .sorted { $0.name < $1.name }
  }

  private func tables(profiles: [ReadinessProfile], scores: [ScoreRow]) -> [PublishedFile] {
    let schema = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    let codebook = Codebook(instrument: assessment.instrument, measures: assessment.measures)
    return [
      Self.file(schema, profiles), Self.file(ScoreRow.schema, scores), Self.file(CodebookRow.schema, codebook.rows),
    ]
  }

  private var wholeTables: [PublishedFile] {
    var files = [
      Self.file(AllocationRow.schema, assessment.allocations), Self.file(WeightRow.schema, assessment.weights),
      Self.file(Comparison.schema, assessment.comparisons), Self.file(DistributionRow.schema, assessment.distributions),
    ]
    let aside = assessment.intake.setAside
    if !aside.isEmpty { files.append(Self.file(SetAsideRow.schema(of: aside), aside)) }
    return files
  }

  private static func file<Row>(_ schema: Schema<Row>, _ rows: [Row]) -> PublishedFile {
    PublishedFile(name: "\(schema.name).csv", bytes: schema.csv(rows: rows))
  }

  private static func file(_ report: Report) -> PublishedFile {
    PublishedFile(name: "\(report.name).txt", bytes: Array(PlainText().text(of: report).utf8))
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
      tables["weights"] = WeightRow.schema.json(rows: assessment.weights)
      tables["comparisons"] = Comparison.schema.json(rows: assessment.comparisons)
      tables["distributions"] = DistributionRow.schema.json(rows: assessment.distributions)
    }
    return .object(tables)
  }
}
