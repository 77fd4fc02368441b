public import Readiness

/// Every file that `readiness quality` writes, except the manifest.
public struct QualityPublication: Sendable {
  /// What is published.
  public let study: QualityStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: QualityStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { QualityReport(study, software: software).report }

  /// `quality.csv` alone, for standard output.
  public var quality: PublishedFile { PublishedFile(QualityRow.schema, study.rows) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let files = [
      quality, PublishedFile(QualityHeadlineRow.schema, study.headline),
      PublishedFile(ParticipationRow.schema, study.participation),
      Codebook(judging: study.instrument).file,
    ]
    return (files + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(study.intake)).sorted {
      $0.name < $1.name
    }
  }

  /// Every table as one value for `--json`, by the name of its file.
  public var json: JSONValue {
    .object([
      "quality": QualityRow.schema.json(rows: study.rows),
      "quality-headline": QualityHeadlineRow.schema.json(rows: study.headline),
      "response": ParticipationRow.schema.json(rows: study.participation),
    ])
  }
}
