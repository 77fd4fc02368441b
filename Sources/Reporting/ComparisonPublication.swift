public import Readiness

/// Every file that comparisons alone are published as, except the manifest: what `readiness compare` writes.
public struct ComparisonPublication: Sendable {
  /// What is published.
  public let findings: ComparisonFindings
  /// What was read, with the rows that were set aside.
  public let intake: Intake
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ findings: ComparisonFindings, intake: Intake, software: String, wording: Wording = .english) {
    self.wording = wording
    self.findings = findings
    self.intake = intake
    self.software = software
  }

  /// The page.
  public var report: Report { ComparisonReport(findings, intake: intake, software: software).report }

  /// `comparisons.csv` alone, for standard output.
  public var comparisons: PublishedFile { PublishedFile(Comparison.schema, findings.comparisons) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let hasWaves = findings.pairing != nil
    let codebook = Codebook(comparing: findings.instrument, measures: findings.measures, waves: hasWaves)
    let waves = hasWaves ? [PublishedFile(WaveChange.schema, findings.waveChanges)] : []
    let files = [
      comparisons, PublishedFile(PerceptionGap.schema, findings.perceptionGaps),
      PublishedFile(DisclosureRow.schema, disclosure),
      codebook.file,
    ]
    return (files + waves + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(intake)).sorted {
      $0.name < $1.name
    }
  }

  /// Every table as one value for `--json`, by the name of its file; with what each family can show, and who was paired.
  public var json: JSONValue {
    .object([
      "perception-gaps": PerceptionGap.schema.json(rows: findings.perceptionGaps),
      "pairing": findings.pairing.map(Self.json) ?? .null,
      "wave-changes": WaveChange.schema.json(rows: findings.waveChanges),
      "comparisons": Comparison.schema.json(rows: findings.comparisons),
      "disclosure": DisclosureRow.schema.json(rows: disclosure),
      "families": .list(
        findings.familyNotes.map {
          .object([
            "family": .text($0.family), "by": .text($0.by), "comparisons": .integer($0.size),
            "p_adjusted_smallest": $0.smallestAdjusted.map(JSONValue.number) ?? .null, "note": JSONValue($0.sentence),
          ])
        }),
    ])
  }

  private static func json(_ pairing: ComparisonFindings.Pairing) -> JSONValue {
    .object([
      "waves": JSONValue(pairing.waves), "both": JSONValue(pairing.attendance.both),
      "only_first": JSONValue(pairing.attendance.onlyFirst), "only_second": JSONValue(pairing.attendance.onlySecond),
      "moved": JSONValue(pairing.attendance.moved), "organisations": JSONValue(pairing.attendance.organizations),
    ])
  }
}
