public import Readiness

/// Every file that a model is published as, except the manifest: what `readiness model` writes.
public struct ModelPublication: Sendable {
  /// What is published.
  public let study: ModelStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: ModelStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { ModelReport(study, software: software).report }

  /// `models.csv` alone, for standard output.
  public var models: PublishedFile { PublishedFile(ModelRow.schema, study.rows) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let files = [models, Codebook(modelling: study.instrument).file]
    return (files + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(study.intake)).sorted {
      $0.name < $1.name
    }
  }

  /// The table as one value for `--json`, with the terms and who was left out.
  public var json: JSONValue {
    .object([
      "models": ModelRow.schema.json(rows: study.rows),
      "terms": .list(
        study.terms.map {
          .object([
            "name": .text($0.name), "levels": JSONValue($0.levels), "pooled": JSONValue($0.hidden),
          ])
        }),
      "people": study.people.map(JSONValue.integer) ?? .null,
      "without_outcome": study.withoutOutcome.map(JSONValue.integer) ?? .null,
      "without_cluster": study.withoutCluster.map(JSONValue.integer) ?? .null,
    ])
  }
}
