public import Readiness

/// Every file that `readiness reliability` writes, except the manifest.
public struct ReliabilityPublication: Sendable {
  /// What is published.
  public let study: ReliabilityStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: ReliabilityStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { ReliabilityReport(study, software: software).report }

  /// `reliability.csv` alone, for standard output.
  public var reliability: PublishedFile { PublishedFile(ReliabilityRow.schema, study.reliability) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let files = [
      reliability, PublishedFile(ReliabilityItemRow.schema, study.items),
      PublishedFile(StructureRow.schema, study.structure), PublishedFile(AgreementRow.schema, study.agreement),
      Codebook(trusting: study.instrument).file,
    ]
    return (files + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(study.intake)).sorted {
      $0.name < $1.name
    }
  }

  /// Every table as one value for `--json`, by the name of its file, with the answer about the key.
  public var json: JSONValue {
    let verdict = study.verdict
    return .object([
      "reliability": ReliabilityRow.schema.json(rows: study.reliability),
      "reliability-items": ReliabilityItemRow.schema.json(rows: study.items),
      "structure": StructureRow.schema.json(rows: study.structure),
      "agreement": AgreementRow.schema.json(rows: study.agreement),
      "key": .object([
        "conclusion": .text(verdict.conclusion.rawValue), "items": .integer(verdict.items),
        "items_fitting": .integer(verdict.fitting), "dimensions": .integer(verdict.dimensions),
        "dimensions_of_one_factor": .integer(verdict.single),
      ]),
    ])
  }
}
