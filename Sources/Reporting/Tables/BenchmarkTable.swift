public import Readiness
public import Tabular

extension BenchmarkRow {
  /// `benchmark.csv`: one row per organisation and measure.
  public static let schema = Schema<BenchmarkRow>(
    name: "benchmark", meaning: "One row per organisation and measure: where it stands among its peers.",
    columns: [
      Column("organisation", .string, meaning: "The organisation.") { .text($0.organization) },
      Column("family", .string, meaning: "overall, dimensions, co or steps: measures that are judged together.") {
        .text($0.family)
      },
      Column("measure", .string, meaning: "The measure.") { .text($0.measure) },
      Column("n", .integer, unit: "people", meaning: "People here with a score.") { CellValue($0.people) },
      Column("value", .number, unit: "points 0–100", meaning: "The score here.") { CellValue($0.value) },
      Column("standard_error", .number, unit: "points", meaning: "Its standard error over people.") {
        CellValue($0.standardError)
      },
      Column("peers", .integer, unit: "organisations", meaning: "Peer organisations with a score; never itself.") {
        CellValue($0.peers)
      },
      Column("peer_n", .integer, unit: "people", meaning: "People with a score in them.") { CellValue($0.peerPeople) },
      Column("peer_mean", .number, unit: "points 0–100", meaning: "Mean of the peers' scores, one for each peer.") {
        CellValue($0.peerMean)
      },
      Column("peer_sd", .number, unit: "points", meaning: "Standard deviation of the peers' scores.") {
        CellValue($0.peerDeviation)
      },
      Column(
        "percentile", .number, unit: "share 0–1",
        meaning: "Share of the peers whose score is lower; equal ones count one half."
      ) { CellValue($0.percentile?.value) },
      Column(
        "percentile_low", .number, unit: "share 0–1",
        meaning:
          "Lower limit of the share among organisations like the peers, for chance here and in who the peers are."
      ) { CellValue($0.percentile?.interval.lower) },
      Column("percentile_high", .number, unit: "share 0–1", meaning: "Upper limit of the same.") {
        CellValue($0.percentile?.interval.upper)
      },
      Column(
        "percentile_status", .string, meaning: "ok, or why there is no percentile: not_testable with too few peers.",
        categories: Status.categories
      ) { .text($0.percentileStatus.rawValue) },
      Column(
        "peers_below", .integer, unit: "organisations",
        meaning: "Peers whose score lies below the interval of the score here."
      ) { CellValue($0.percentile?.below) },
      Column(
        "peers_above", .integer, unit: "organisations",
        meaning: "Peers whose score lies above the interval of the score here."
      ) { CellValue($0.percentile?.above) },
      Column("difference", .number, unit: "points", meaning: "The score here minus the peers' mean.") {
        CellValue($0.difference)
      },
      Column("difference_low", .number, unit: "points", meaning: "Lower end of its interval.") {
        CellValue($0.interval?.lower)
      },
      Column("difference_high", .number, unit: "points", meaning: "Upper end of its interval.") {
        CellValue($0.interval?.upper)
      },
      Column(
        "difference_low_together", .number, unit: "points",
        meaning: "Lower end of the interval that holds for all measures of the family at once (Bonferroni)."
      ) { CellValue($0.together?.lower) },
      Column("difference_high_together", .number, unit: "points", meaning: "Upper end of the same.") {
        CellValue($0.together?.upper)
      },
      Column(
        "place", .string,
        meaning: "Where it lies to the peers, by the interval that holds for the family.",
        categories: BenchmarkRow.Place.categories
      ) { CellValue($0.place?.rawValue) },
      Column("peer_set", .string, meaning: "The name under which the peers are frozen; empty for those in the store.") {
        CellValue($0.frozen)
      },
      Column("status", .string, meaning: "ok, or why there are no numbers.", categories: Status.categories) {
        .text($0.status.rawValue)
      },
      Column("note", .string, meaning: "What a reader should know, in one sentence.") {
        CellValue($0.note)
      },
    ])
}

extension StoredBenchmark {
  /// The list of a store: one row per record, without any score.
  public static let schema = Schema<StoredBenchmark>(
    name: "benchmarks", meaning: "One row per record of a store of benchmarks.",
    columns: [
      Column("record", .integer, meaning: "Its number.") { .integer(Int($0.id)) },
      Column("organisation", .string, meaning: "The organisation.") { .text($0.record.organization) },
      Column("instrument", .string, meaning: "The survey.") { .text($0.record.kind.instrument) },
      Column("version", .string, meaning: "Its version.") { .text($0.record.kind.version) },
      Column("form", .string, meaning: "Its form.") { .text($0.record.kind.form) },
      Column("scoring", .string, meaning: "How scores were made.") { .text($0.record.kind.scoring) },
      Column("first", .string, meaning: "The first day on which somebody answered.") {
        .text($0.record.collection.first)
      },
      Column("last", .string, meaning: "The last day.") { .text($0.record.collection.last) },
      Column("n", .integer, unit: "people", meaning: "People who answered.") { .integer($0.record.people) },
      Column("method", .string, meaning: "How people were found and asked.") { .text($0.record.collection.method) },
      Column("ticks", .string, meaning: "What is known about quality, separated by spaces.") {
        .text($0.record.collection.ticks.map(\.rawValue).joined(separator: " "))
      },
      Column("peer_sets", .string, meaning: "The frozen peers that it belongs to, separated by commas.") {
        .text($0.frozen.joined(separator: ","))
      },
    ])
}

/// One group of a release, as `readiness benchmark list --releases` prints it.
public struct ReleasedGroup: Sendable, Hashable {
  let release: Int
  let day: String
  let survey: String
  let cut: String
  let key: String
  let first: String
  let last: String
  let people: Int

  /// The columns.
  public static let schema = Schema<ReleasedGroup>(
    name: "releases", meaning: "One row per group whose numbers were published with the help of a store.",
    columns: [
      Column("release", .integer, meaning: "The number of the release.") { .integer($0.release) },
      Column("day", .string, meaning: "The day on which it was made.") { .text($0.day) },
      Column("survey", .string, meaning: "The survey and its version.") { .text($0.survey) },
      Column("cut", .string, meaning: "organisation, or peer for an organisation inside the peers' mean.") {
        .text($0.cut)
      },
      Column("organisation", .string, meaning: "The organisation, in small letters.") { .text($0.key) },
      Column("first", .string, meaning: "The first day on which somebody answered.") { .text($0.first) },
      Column("last", .string, meaning: "The last day.") { .text($0.last) },
      Column("n", .integer, unit: "people", meaning: "People behind the numbers.") { .integer($0.people) },
    ])
}
