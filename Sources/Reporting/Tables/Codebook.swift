public import Readiness
public import Tabular

/// The codebook of everything that a command can write about an instrument: columns, measures and items.
public struct Codebook: Sendable {
  /// The rows in the order of the files, then the measures, then the items.
  public let rows: [CodebookRow]
  /// The languages of the labels: those of the survey, and Welsh, whose labels may still be empty.
  public let languages: [String]

  /// `codebook.csv`.
  public var schema: Schema<CodebookRow> { CodebookRow.schema(languages: languages) }

  /// The file.
  var file: PublishedFile { PublishedFile(schema, rows) }

  /// Makes the codebook of a run with an instrument.
  public init(instrument: Instrument, measures: [Measure]) {
    self.init(
      [
        ReadinessProfile.schema(for: instrument, measures: measures).description, ScoreRow.schema.description,
        AllocationRow.schema.description, AllocationSummaryRow.schema.description, MoneyAndNeedRow.schema.description,
        WeightRow.schema.description, OrganizationAllocationRow.schema.description, PriorityRow.schema.description,
        WhoseWeightsRow.schema.description, Comparison.schema.description, PerceptionGap.schema.description,
        DistributionRow.schema.description, DisclosureRow.schema.description,
        SetAsideRow.schema(of: []).description,
      ], of: instrument, measures: measures, factors: true)
  }

  /// Makes the codebook of comparisons alone, with the table of two waves where they were compared.
  public init(comparing instrument: Instrument, measures: [Measure], waves: Bool = false) {
    self.init(
      [Comparison.schema.description, PerceptionGap.schema.description]
        + (waves ? [WaveChange.schema.description] : []) + [DisclosureRow.schema.description], of: instrument,
      measures: measures)
  }

  /// Makes the codebook of ranks alone.
  public init(ranking instrument: Instrument) {
    self.init(
      [RankRow.schema.description, RankPair.schema.description, GapShareRow.schema.description], of: instrument,
      measures: instrument.measures)
  }

  /// Makes the codebook of models alone.
  public init(modelling instrument: Instrument) {
    self.init([ModelRow.schema.description], of: instrument, measures: instrument.measures)
  }

  /// Makes the codebook of how people answered.
  public init(judging instrument: Instrument) {
    self.init(
      [QualityRow.schema.description, QualityHeadlineRow.schema.description, ParticipationRow.schema.description],
      of: instrument, measures: instrument.measures)
  }

  /// Makes the codebook of reliability and structure.
  public init(trusting instrument: Instrument) {
    self.init(
      [
        ReliabilityRow.schema.description, ReliabilityItemRow.schema.description, StructureRow.schema.description,
        AgreementRow.schema.description,
      ], of: instrument, measures: instrument.measures)
  }

  /// Makes the codebook of a robustness study alone, whose tables hold no score.
  public init(robustness instrument: Instrument) {
    self.init(
      [RobustnessRow.schema.description, SensitivityRow.schema.description], of: instrument, measures: [], items: false)
  }

  /// Makes the codebook of organisations beside their peers.
  public init(benchmarking instrument: Instrument, measures: [Measure]) {
    self.init([BenchmarkRow.schema.description], of: instrument, measures: measures)
  }

  /// Makes the codebook of weights and what they change.
  public init(weighing instrument: Instrument, measures: [Measure]) {
    self.init(
      [
        WeightRow.schema.description, OrganizationOrder.schema.description, PriorityRow.schema.description,
        WhoseWeightsRow.schema.description,
      ], of: instrument, measures: measures, factors: true)
  }

  private init(
    _ tables: [TableDescription], of instrument: Instrument, measures: [Measure], items: Bool = true,
    factors: Bool = false
  ) {
    let languages = instrument.languages + ["cy"].filter { !instrument.languages.contains($0) }
    self.languages = languages
    let labels = CodebookLabels(instrument, measures: measures, languages: languages)
    let subjects = CodebookSubjects(instrument, labels: labels)
    rows =
      (tables + [CodebookRow.schema(languages: languages).description]).flatMap { Self.rows($0, labels) }
      + measures.map(subjects.row) + (items ? instrument.ratings.map(subjects.row) : [])
      + (factors ? instrument.budget.map(subjects.rows) ?? [] : [])
  }

  private static func rows(_ table: TableDescription, _ labels: CodebookLabels) -> [CodebookRow] {
    table.columns.map { column in
      CodebookRow(
        file: "\(table.name).csv", variable: column.name, kind: .column, type: column.type,
        labels: labels.of(column, in: table), unit: column.unit, range: ValueRange.of(unit: column.unit)?.text ?? "",
        values: column.categories.map { "\($0.value): \($0.label)" }.joined(separator: "; "),
        formula: labels.formula(of: column, in: table), missing: missing(column, table), meaning: column.meaning)
    }
  }

  /// How an empty cell of numbers says why it is empty, by the other columns of its table.
  private static func missing(_ column: TableDescription.Column, _ table: TableDescription) -> String {
    guard column.type != .string else { return "" }
    let names = Set(table.columns.map(\.name))
    return switch (names.contains("status"), names.contains("withheld")) {
    case (true, true): "An empty cell: status says why, or withheld, which lists single numbers as column:status."
    case (true, false): "An empty cell: status says why."
    case (false, true):
      "An empty cell: withheld says why, as column:status; an organisation without a rank has not_ranked_because."
    case (false, false) where names.contains { $0.hasSuffix("_status") }:
      "An empty cell: the status of its part says why."
    case (false, false): "An empty cell: the number does not apply to the row."
    }
  }
}
