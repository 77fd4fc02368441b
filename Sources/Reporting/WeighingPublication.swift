public import Readiness

/// What `readiness weigh` is published as: tables, their codebook, and the page that reads them.
public struct WeighingPublication: Sendable {
  let findings: WeighingFindings
  let software: String
  let wording: Wording

  /// Prepares the publication; `software` is the name and version that its page names.
  public init(_ findings: WeighingFindings, software: String, wording: Wording = .english) {
    self.wording = wording
    self.findings = findings
    self.software = software
  }

  /// The page.
  public var report: Report { WeighingReport(findings, software: software).report }

  /// `weights.csv`.
  public var weights: PublishedFile { PublishedFile(WeightRow.schema, findings.weights) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let codebook = Codebook(weighing: findings.instrument, measures: findings.measures)
    return
      ([
        weights, PublishedFile(OrganizationOrder.schema, findings.orders),
        PublishedFile(PriorityRow.schema, findings.priorities),
        PublishedFile(WhoseWeightsRow.schema, findings.whoseWeights), codebook.file,
      ] + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(findings.intake)).sorted {
        $0.name < $1.name
      }
  }

  /// Every table as one value for `--json`, by the name of its file.
  public var json: JSONValue {
    .object([
      "weights": WeightRow.schema.json(rows: findings.weights),
      "organisation-orders": OrganizationOrder.schema.json(rows: findings.orders),
      "priorities": PriorityRow.schema.json(rows: findings.priorities),
      "whose-weights": WhoseWeightsRow.schema.json(rows: findings.whoseWeights), "notes": JSONValue(findings.notes),
    ])
  }
}
