public import Readiness

/// Every file that a robustness study is published as, except the manifest: what `readiness robustness` writes.
public struct RobustnessPublication: Sendable {
  /// What is published.
  public let study: RobustnessStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: RobustnessStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { RobustnessReport(study, software: software).report }

  /// `robustness.csv` alone, for standard output.
  public var robustness: PublishedFile { PublishedFile(RobustnessRow.schema, study.rows) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let files = [
      robustness, PublishedFile(SensitivityRow.schema, study.sensitivity),
      Codebook(robustness: study.instrument).file,
    ]
    return (files + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(study.intake)).sorted {
      $0.name < $1.name
    }
  }

  /// Every table as one value for `--json`.
  public var json: JSONValue {
    .object([
      "robustness": RobustnessRow.schema.json(rows: study.rows),
      "sensitivity": SensitivityRow.schema.json(rows: study.sensitivity),
      "tried": .object(Dictionary(study.tried.map { ($0.input, JSONValue($0.names)) }, uniquingKeysWith: { $1 })),
      "not_tried": JSONValue(study.notTried),
    ])
  }
}
