public import Readiness
public import Tabular

extension ReliabilityRow {
  /// `reliability.csv`: one row per score.
  public static let schema = Schema<ReliabilityRow>(
    name: "reliability",
    meaning: "One row per score: how far the items, or dimensions, that it is made of say the same of people.",
    columns: [
      Column("measure", .string, meaning: "The score; its row in this codebook says how it is made.") {
        .text($0.measure)
      },
      Column("parts", .string, meaning: "What it is made of here: items, or the scores of dimensions.") {
        .text($0.parts.rawValue)
      },
      Column("items", .integer, meaning: "How many of them were asked.") { CellValue($0.count) },
      Column(
        "n", .integer, unit: "people",
        meaning: "People who answered all of them (listwise); every figure but floor and ceiling rests on these."
      ) { CellValue($0.people) },
      Column("n_incomplete", .integer, unit: "people", meaning: "People left out because an answer is missing.") {
        CellValue($0.incompletePeople)
      },
      Column(
        "alpha", .number,
        meaning: "Cronbach's alpha, at most 1; below 0 where parts contradict each other: check reversed items."
      ) { CellValue($0.alpha?.value) },
      Column("alpha_feldt_low", .number, meaning: "Lower end of Feldt's interval at the plan's level.") {
        CellValue($0.shown(\.feldt)?.lower)
      },
      Column("alpha_feldt_high", .number, meaning: "Upper end of the same.") { CellValue($0.shown(\.feldt)?.upper) },
      Column("alpha_bonett_low", .number, meaning: "Lower end of Bonett's interval at the plan's level.") {
        CellValue($0.shown(\.bonett)?.lower)
      },
      Column("alpha_bonett_high", .number, meaning: "Upper end of the same.") { CellValue($0.shown(\.bonett)?.upper) },
      Column("alpha_standardized", .number, meaning: "Alpha as if every part had the same variance.") {
        CellValue($0.alpha?.standardized)
      },
      Column("mean_correlation", .number, meaning: "The mean correlation of two parts.") {
        CellValue($0.alpha?.averageCorrelation)
      },
      Column("omega", .number, meaning: "Omega total of a one-factor model; from 50 people and three parts on.") {
        CellValue($0.omega?.value)
      },
      Column("omega_name", .string, meaning: "The figure's whole name, with the estimator of the model.") {
        CellValue($0.omega?.name)
      },
      Column(
        "floor", .number, unit: "share 0–1",
        meaning: "Share of people with a score who have the lowest possible one; withheld where that is few people."
      ) { CellValue($0.floor) },
      Column("ceiling", .number, unit: "share 0–1", meaning: "The same of the highest possible score.") {
        CellValue($0.ceiling)
      },
      statusColumn(\.status),
      Column(
        "withheld", .string,
        meaning: "Numbers of a row with an alpha that are withheld all the same, as column:status, separated by spaces."
      ) { CellValue(unlessEmpty: $0.withheld.joined(separator: " ")) },
      Column("note", .string, meaning: "What is to be known of the figure.") { CellValue($0.note) },
    ])

  private func shown(_ interval: KeyPath<CronbachAlpha, ConfidenceInterval>) -> ConfidenceInterval? {
    showsIntervals ? alpha?[keyPath: interval] : nil
  }

  private var withheld: [String] {
    guard status == .ok else { return [] }
    let hidden = Status.suppressed.rawValue
    var words = people == nil ? ["n", "alpha_feldt_low", "alpha_bonett_low"].map { "\($0):\(hidden)" } : []
    if omegaStatus != .ok { words.append("omega:\(omegaStatus.rawValue)") }
    if floor == nil { words.append("floor:\(hidden)") }
    if ceiling == nil { words.append("ceiling:\(hidden)") }
    return words
  }
}

extension ReliabilityItemRow {
  /// `reliability-items.csv`: one row per score and part of it.
  public static let schema = Schema<ReliabilityItemRow>(
    name: "reliability-items", meaning: "One row per score and part of it: what an item does in its scale.",
    columns: [
      Column("measure", .string, meaning: "The score.") { .text($0.measure) },
      Column("part", .string, meaning: "The item, or the dimension in the overall score.") { .text($0.part) },
      Column(
        "item_rest", .number,
        meaning: "Its correlation with the sum of the other parts; below 0 it works against them."
      ) { CellValue($0.restCorrelation) },
      Column("alpha_without", .number, meaning: "Alpha of the other parts.") { CellValue($0.alphaWithout) },
      Column(
        "closest_other", .string,
        meaning: "Of the other dimensions the one whose score the item goes with most closely; from 50 people on."
      ) { CellValue($0.fit?.dimension) },
      Column("closest_other_r", .number, meaning: "Its correlation with that score, over people who have both.") {
        CellValue($0.fit?.correlation)
      },
      Column(
        "own_is_closest", .integer,
        meaning: "1 where it goes at least as closely with the rest of its own dimension, else 0."
      ) { CellValue($0.fit.map { $0.isOwn ? 1 : 0 }) },
      statusColumn(\.status),
    ])
}
