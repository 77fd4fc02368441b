public import Readiness
public import Tabular

extension WaveChange {
  /// `wave-changes.csv`: one row per measure.
  public static let schema = Schema<WaveChange>(
    name: "wave-changes", meaning: "One row per measure: how far it moved between two waves, in points.",
    columns: [
      Column("family", .string, meaning: "overall, dimensions, co or steps; measures for single ones.") {
        .text($0.family)
      },
      Column("measure", .string, meaning: "The measure.") { .text($0.measure) },
      Column("first", .string, meaning: "The first wave.") { .text($0.waves[0]) },
      Column("second", .string, meaning: "The second wave.") { .text($0.waves[1]) },
      Column("n_twice", .integer, unit: "people", meaning: "People with a score in both waves.") {
        CellValue($0.twice)
      },
      Column("n_only_first", .integer, unit: "people", meaning: "People with a score in the first wave alone.") {
        CellValue($0.onlyFirst)
      },
      Column("n_only_second", .integer, unit: "people", meaning: "People with a score in the second wave alone.") {
        CellValue($0.onlySecond)
      },
      Column("units", .string, meaning: "What errors take as unrelated.", categories: Units.categories) {
        .text($0.units.rawValue)
      },
    ] + columns("", "everybody of either wave", \.everybody)
      + [
        Column(
          "change_clear_from", .number, unit: "points",
          meaning:
            "The smallest change that would count as one at this number of people: from it on the interval leaves out 0."
        ) { row in
          CellValue(row.everybody.interval.flatMap { row.everybody.estimate?.smallestClear(level: $0.level) })
        },
        Column(
          "change_found_from", .number, unit: "points",
          meaning: "The true change that would count as one 80 times in 100."
        ) { row in
          CellValue(row.everybody.interval.flatMap { row.everybody.detectable(level: $0.level) })
        },
      ] + columns("twice_", "people of both waves, each compared with themselves", \.paired)
      + columns("once_", "people of one wave alone, who are different people", \.unpaired))

  private static func columns(
    _ prefix: String, _ who: String, _ part: @escaping @Sendable (WaveChange) -> Part
  ) -> [Column<WaveChange>] {
    [
      Column("\(prefix)change", .number, unit: "points", meaning: "Second wave minus first: \(who).") {
        CellValue(part($0).estimate?.value)
      },
      Column("\(prefix)change_low", .number, unit: "points", meaning: "Lower end of its interval.") {
        CellValue(part($0).interval?.lower)
      },
      Column("\(prefix)change_high", .number, unit: "points", meaning: "Upper end of its interval.") {
        CellValue(part($0).interval?.upper)
      },
      Column(
        "\(prefix)standard_error", .number, unit: "points",
        meaning:
          "Its standard error, rounded up with organisations as units save in a pilot; empty with its degrees of freedom."
      ) {
        CellValue(part($0).tellsFreedom ? part($0).estimate?.standardError : nil)
      },
      Column(
        "\(prefix)df", .number,
        meaning: "Degrees of freedom of the error; empty where they would tell how few people organisations have."
      ) {
        CellValue(part($0).tellsFreedom ? part($0).estimate?.degreesOfFreedom : nil)
      },
      Column(
        "\(prefix)status", .string, meaning: "ok, or why there is no change: \(who).", categories: Status.categories
      ) { .text(part($0).status.rawValue) },
    ]
  }
}
