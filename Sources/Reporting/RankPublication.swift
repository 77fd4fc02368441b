public import Readiness

/// Every file that ranks alone are published as, except the manifest: what `readiness rank` writes.
public struct RankPublication: Sendable {
  /// What is published.
  public let study: RankStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: RankStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { RankReport(study, software: software).report }

  /// `ranks.csv` alone, for standard output.
  public var ranks: PublishedFile { PublishedFile(RankRow.schema, study.ranks) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let files = [
      ranks, PublishedFile(RankPair.schema, study.pairs), PublishedFile(GapShareRow.schema, study.gapShares),
      Codebook(ranking: study.instrument).file,
    ]
    return (files + PublishedFile.pages(of: report, wording: wording) + PublishedFile.setAside(study.intake)).sorted {
      $0.name < $1.name
    }
  }

  /// Every table as one value for `--json`, with the organisations that have no rank.
  public var json: JSONValue {
    .object([
      "ranks": RankRow.schema.json(rows: study.ranks), "pairwise": RankPair.schema.json(rows: study.pairs),
      "gap_shares": GapShareRow.schema.json(rows: study.gapShares),
      "not_ranked": .list(
        study.notRanked.map { .object(["organisation": .text($0.organization), "why": JSONValue($0.reason)]) }),
    ])
  }
}
