public import Disclosure
public import Readiness

/// Every file that benchmarks are published as, except the manifest: what `readiness benchmark compare` writes.
public struct BenchmarkPublication: Sendable {
  /// What is published.
  public let study: BenchmarkStudy
  /// Names the program in the methods, such as `readiness 0.1.0`.
  public let software: String
  /// The language of the page; tables are in English.
  public let wording: Wording

  /// Prepares the publication.
  public init(_ study: BenchmarkStudy, software: String, wording: Wording = .english) {
    self.wording = wording
    self.study = study
    self.software = software
  }

  /// The page.
  public var report: Report { BenchmarkReport(study, software: software).report }

  /// `benchmark.csv` alone, for standard output.
  public var rows: PublishedFile { PublishedFile(BenchmarkRow.schema, study.rows) }

  /// All files, in the order of their names.
  public var files: [PublishedFile] {
    let codebook = Codebook(benchmarking: study.instrument, measures: study.measures)
    return
      ([rows, codebook.file] + PublishedFile.pages(of: report, wording: wording)
      + PublishedFile.setAside(study.intake)).sorted { $0.name < $1.name }
  }

  /// The table as one value for `--json`.
  public var json: JSONValue { .object(["benchmark": BenchmarkRow.schema.json(rows: study.rows)]) }

  /// The list of a store.
  public static func list(_ benchmarks: [StoredBenchmark]) -> PublishedFile {
    PublishedFile(StoredBenchmark.schema, benchmarks)
  }

  /// The list of what was published with the help of a store.
  public static func list(_ ledger: ReleaseLedger) -> PublishedFile {
    PublishedFile(
      ReleasedGroup.schema,
      ledger.releases.flatMap { release in
        release.groups.map {
          ReleasedGroup(
            release: release.number ?? 0, day: release.day, survey: release.survey, cut: $0.cut, key: $0.key,
            first: $0.first, last: $0.last, people: $0.people)
        }
      })
  }
}
