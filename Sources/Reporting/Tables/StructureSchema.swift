public import Readiness
public import Tabular

extension StructureRow {
  /// `structure.csv`: all items, the dimensions' scores, and the items of each dimension.
  public static let schema = Schema<StructureRow>(
    name: "structure",
    meaning: "One row for all items, one for the dimensions' scores, one per dimension: how many things they measure.",
    columns: [
      Column("scope", .string, meaning: "all_items, overall (the scores of the dimensions), or a dimension.") {
        .text($0.scope.name)
      },
      Column("items", .integer, meaning: "Items, or scores, that were looked at.") { CellValue($0.count) },
      Column(
        "n", .integer, unit: "people",
        meaning: "People with an answer to all of them; of more than 5,000 so many are looked at, evenly spread."
      ) { CellValue($0.people) },
      Column("n_needed", .integer, unit: "people", meaning: "People that a look needs: five for each item.") {
        CellValue($0.needed)
      },
      Column(
        "correlations", .string,
        meaning: "polychoric from 200 people on, else spearman (of ranks); of all items and of scores always spearman.",
        categories: [
          ColumnCategory("pearson", "of numbers"), ColumnCategory("spearman", "of ranks"),
          ColumnCategory("polychoric", "of normal traits behind ordered answers"),
        ]
      ) { CellValue($0.structure.map { $0.correlations.kind.name }) },
      Column("kmo", .number, unit: "share 0–1", meaning: "Kaiser–Meyer–Olkin: below 0.5 there is too little in common.")
      {
        CellValue($0.structure?.adequacy.kmo)
      },
      Column("bartlett", .number, meaning: "Bartlett's chi-squared: are there any correlations at all?") {
        CellValue($0.people == nil ? nil : $0.structure?.adequacy.bartlett)
      },
      Column("bartlett_df", .integer, meaning: "Its degrees of freedom.") {
        CellValue($0.structure?.adequacy.bartlettDegreesOfFreedom)
      },
      Column("bartlett_p", .number, unit: "probability", meaning: "Its p, for normal answers.") {
        CellValue($0.people == nil ? nil : $0.structure?.adequacy.bartlettP)
      },
      Column("first_eigenvalue", .number, meaning: "The largest eigenvalue of the correlations.") {
        CellValue($0.structure?.parallel.eigenvalues.first)
      },
      Column("first_threshold", .number, meaning: "95% of rearranged answers have a smaller first eigenvalue.") {
        CellValue($0.structure?.parallel.thresholds.first)
      },
      Column("first_share", .number, unit: "share 0–1", meaning: "Share of the first eigenvalue of all.") {
        CellValue($0.structure?.firstShare)
      },
      Column("factors", .integer, meaning: "Factors that stand out by parallel analysis.") {
        CellValue($0.structure?.parallel.factorCount)
      },
      Column("factors_expected", .integer, meaning: "Factors that there are if the key holds.") {
        CellValue($0.expectedFactors)
      },
      Column("factors_map", .integer, meaning: "Components by Velicer's minimum average partial.") {
        CellValue($0.structure?.adequacy.componentCount)
      },
      Column("loading_low", .number, meaning: "The smallest loading on one factor for all of them.") {
        CellValue($0.structure?.oneFactor.loadings.min())
      },
      Column("loading_high", .number, meaning: "The largest loading.") {
        CellValue($0.structure?.oneFactor.loadings.max())
      },
      Column("residual", .number, meaning: "Root mean square of the correlations that one factor leaves over.") {
        CellValue($0.structure?.oneFactor.residual)
      },
      Column("estimator", .string, meaning: "How the one factor was found.") {
        CellValue($0.structure?.oneFactor.estimator.words)
      },
      statusColumn(\.status),
      Column("note", .string, meaning: "Why the structure is not assessable; empty where it is.") {
        CellValue($0.note)
      },
    ])
}

extension CorrelationMatrix.Kind {
  /// The name in files.
  var name: String {
    switch self {
    case .pearson: "pearson"
    case .spearman: "spearman"
    case .polychoric: "polychoric"
    }
  }
}
