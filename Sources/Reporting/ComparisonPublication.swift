public import Readiness

/// Every table that a comparison of respondent types is published as: what `readiness compare` writes.
public struct ComparisonPublication: Sendable {
  /// What is published.
  public let study: ComparisonStudy

  /// Prepares the publication.
  public init(_ study: ComparisonStudy) { self.study = study }

  /// `comparisons.csv` alone, for standard output.
  public var comparisons: PublishedFile { PublishedFile(Comparison.schema, study.comparisons) }

  /// All tables, in the order of their names: `codebook.csv`, `comparisons.csv`, `perception-gaps.csv`.
  public var files: [PublishedFile] {
    [
      PublishedFile(CodebookRow.schema, Codebook(comparing: study.instrument, measures: study.measures).rows),
      comparisons, PublishedFile(PerceptionGap.schema, study.perceptionGaps),
    ].sorted { $0.name < $1.name }
  }

  /// Every table as one value for `--json`, by the name of its file.
  public var json: JSONValue {
    .object([
      "comparisons": Comparison.schema.json(rows: study.comparisons),
      "perception-gaps": PerceptionGap.schema.json(rows: study.perceptionGaps),
    ])
  }
}
