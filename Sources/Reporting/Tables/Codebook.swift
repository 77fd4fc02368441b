public import Readiness
public import Tabular

/// `codebook.csv`: one row per output column, per measure and per item.
public struct CodebookRow: Sendable, Hashable {
  /// The file, such as `scores.csv`; empty for a measure or an item, which occur in several.
  public let file: String
  /// The name of the column, the measure or the item.
  public let variable: String
  /// `column`, `measure` or `item`.
  public let kind: String
  /// `string`, `integer` or `number`.
  public let type: String
  /// The English label.
  public let label: String
  /// The Welsh label; nil while it is not written.
  public let labelWelsh: String?
  /// The unit; empty where there is none.
  public let unit: String
  /// The lowest and highest value, such as `0–100`; empty where there is none.
  public let range: String
  /// How the number is made; empty where there is no formula.
  public let formula: String
  /// What it means.
  public let meaning: String

  /// The columns of the file.
  public static let schema = Schema<CodebookRow>(
    name: "codebook", meaning: "One row per output column, per measure and per item.",
    columns: [
      Column("file", .string, meaning: "The file; empty for a measure or an item.") { optional($0.file) },
      Column("variable", .string, meaning: "The name in the files.") { .text($0.variable) },
      Column("kind", .string, meaning: "column, measure or item.") { .text($0.kind) },
      Column("type", .string, meaning: "string, integer or number.") { .text($0.type) },
      Column("label_en", .string, meaning: "The English label.") { .text($0.label) },
      Column("label_cy", .string, meaning: "The Welsh label; empty while it is not written.") {
        CellValue($0.labelWelsh)
      },
      Column("unit", .string, meaning: "The unit.") { optional($0.unit) },
      Column("range", .string, meaning: "Lowest and highest value.") { optional($0.range) },
      Column("formula", .string, meaning: "How the number is made.") { optional($0.formula) },
      Column("meaning", .string, meaning: "What it means.") { .text($0.meaning) },
    ])

  private static func optional(_ text: String) -> CellValue { text.isEmpty ? .empty : .text(text) }
}

/// The codebook of everything that a run with an instrument can write.
public struct Codebook: Sendable {
  /// The rows in the order of the files, then the measures, then the items.
  public let rows: [CodebookRow]

  /// Makes the codebook of an instrument.
  public init(instrument: Instrument, measures: [Measure]) {
    rows =
      Self.rows(ReadinessProfile.schema(for: instrument, measures: measures)) + Self.rows(ScoreRow.schema)
      + Self.rows(AllocationRow.schema) + Self.rows(AllocationSummaryRow.schema) + Self.rows(MoneyAndNeedRow.schema)
      + Self.rows(WeightRow.schema) + Self.rows(OrganizationAllocationRow.schema) + Self.rows(PriorityRow.schema)
      + Self.rows(WhoseWeightsRow.schema) + Self.rows(Comparison.schema)
      + Self.rows(PerceptionGap.schema) + Self.rows(DistributionRow.schema) + Self.rows(DisclosureRow.schema)
      + Self.rows(SetAsideRow.schema(of: []))
      + Self.rows(CodebookRow.schema)
      + Self.subjects(instrument, measures: measures) + (instrument.budget.map(Self.rows) ?? [])
  }

  /// Makes the codebook of comparisons alone, with the table of two waves where they were compared.
  public init(comparing instrument: Instrument, measures: [Measure], waves: Bool = false) {
    rows =
      Self.rows(Comparison.schema) + Self.rows(PerceptionGap.schema) + (waves ? Self.rows(WaveChange.schema) : [])
      + Self.rows(CodebookRow.schema)
      + Self.subjects(instrument, measures: measures)
  }

  /// Makes the codebook of ranks alone.
  public init(ranking instrument: Instrument) {
    rows =
      Self.rows(RankRow.schema) + Self.rows(RankPair.schema) + Self.rows(GapShareRow.schema)
      + Self.rows(CodebookRow.schema) + Self.subjects(instrument, measures: instrument.measures)
  }

  /// Makes the codebook of models alone.
  public init(modelling instrument: Instrument) {
    rows =
      Self.rows(ModelRow.schema) + Self.rows(CodebookRow.schema)
      + Self.subjects(instrument, measures: instrument.measures)
  }

  /// Makes the codebook of how people answered.
  public init(judging instrument: Instrument) {
    rows =
      Self.rows(QualityRow.schema) + Self.rows(QualityHeadlineRow.schema) + Self.rows(ParticipationRow.schema)
      + Self.rows(CodebookRow.schema) + Self.subjects(instrument, measures: instrument.measures)
  }

  /// Makes the codebook of reliability and structure.
  public init(trusting instrument: Instrument) {
    rows =
      Self.rows(ReliabilityRow.schema) + Self.rows(ReliabilityItemRow.schema) + Self.rows(StructureRow.schema)
      + Self.rows(AgreementRow.schema) + Self.rows(CodebookRow.schema)
      + Self.subjects(instrument, measures: instrument.measures)
  }

  /// The codebook of a robustness study alone.
  public static let robustness = Codebook(
    rows: rows(RobustnessRow.schema) + rows(SensitivityRow.schema) + rows(CodebookRow.schema))

  private init(rows: [CodebookRow]) { self.rows = rows }

  /// Makes the codebook of organisations beside their peers.
  public init(benchmarking instrument: Instrument, measures: [Measure]) {
    rows =
      Self.rows(BenchmarkRow.schema) + Self.rows(CodebookRow.schema) + Self.subjects(instrument, measures: measures)
  }

  /// Makes the codebook of weights and what they change.
  public init(weighing instrument: Instrument, measures: [Measure]) {
    rows =
      Self.rows(WeightRow.schema) + Self.rows(OrganizationOrder.schema) + Self.rows(PriorityRow.schema)
      + Self.rows(WhoseWeightsRow.schema) + Self.rows(CodebookRow.schema)
      + Self.subjects(instrument, measures: measures) + (instrument.budget.map(Self.rows) ?? [])
  }

  private static func subjects(_ instrument: Instrument, measures: [Measure]) -> [CodebookRow] {
    measures.map { row($0, instrument) } + instrument.ratings.map(row)
  }

  private static func rows<Row>(_ schema: Schema<Row>) -> [CodebookRow] {
    schema.columns.map { column in
      CodebookRow(
        file: "\(schema.name).csv", variable: column.name, kind: "column", type: column.type.rawValue,
        label: column.name.replacing("_", with: " "), labelWelsh: nil, unit: column.unit,
        range: ValueRange.of(unit: column.unit)?.text ?? "", formula: "", meaning: column.meaning)
    }
  }

  private static func row(_ measure: Measure, _ instrument: Instrument) -> CodebookRow {
    CodebookRow(
      file: "", variable: measure.id, kind: "measure", type: ColumnType.number.rawValue, label: measure.label.english,
      labelWelsh: measure.label["cy"], unit: "points 0–100", range: "0–100",
      formula: MeasureFormula.text(for: measure, instrument: instrument),
      meaning: MeasureFormula.meaning(of: measure, instrument: instrument))
  }

  private static func row(_ item: Item) -> CodebookRow {
    let options = item.scale.options.map { "\($0.code) \($0.label.english)" }.joined(separator: "; ")
    return CodebookRow(
      file: "", variable: item.code, kind: "item", type: ColumnType.integer.rawValue, label: item.text.english,
      labelWelsh: item.text["cy"], unit: "code", range: "\(item.scale.lowest)–\(item.scale.highest)",
      formula: item.readinessFormula,
      meaning: "\(options); dk don't know; nfm not for me; an empty cell was skipped.")
  }

  private static func rows(_ budget: BudgetQuestion) -> [CodebookRow] {
    budget.factors.map { factor in
      CodebookRow(
        file: "", variable: factor.id, kind: "item", type: ColumnType.number.rawValue, label: factor.label.english,
        labelWelsh: factor.label["cy"], unit: "points of \(budget.total)", range: "0–\(budget.total)", formula: "",
        meaning: "\(budget.stem.english) Serves \(factor.dimensions.joined(separator: " ")), by crosswalk "
          + "\(budget.crosswalkVersion).")
    }
  }
}
