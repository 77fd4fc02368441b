import Foundation
import Survey
import Tabular
import Testing

@testable import Readiness
@testable import Reporting

/// What the codebook says of values, languages, formulas and missing numbers, against the instrument and the tables.
struct CodebookTests {
  private static func codebook(_ id: String = "barriers-full") throws -> Codebook {
    let instrument = try SampleAssessment.instrument(id)
    return Codebook(instrument: instrument, measures: instrument.measures)
  }

  /// Every table that some command writes.
  private static func tables() throws -> [TableDescription] {
    let instrument = try SampleAssessment.instrument("barriers-full")
    return [
      ReadinessProfile.schema(for: instrument, measures: instrument.measures).description, ScoreRow.schema.description,
      AllocationRow.schema.description, AllocationSummaryRow.schema.description, MoneyAndNeedRow.schema.description,
      WeightRow.schema.description, OrganizationAllocationRow.schema.description, PriorityRow.schema.description,
      WhoseWeightsRow.schema.description, Comparison.schema.description, PerceptionGap.schema.description,
      WaveChange.schema.description, DistributionRow.schema.description, DisclosureRow.schema.description,
      RankRow.schema.description, RankPair.schema.description, GapShareRow.schema.description,
      RobustnessRow.schema.description, SensitivityRow.schema.description, BenchmarkRow.schema.description,
      OrganizationOrder.schema.description, ModelRow.schema.description, ReliabilityRow.schema.description,
      ReliabilityItemRow.schema.description, StructureRow.schema.description, AgreementRow.schema.description,
      QualityRow.schema.description, QualityHeadlineRow.schema.description, ParticipationRow.schema.description,
    ]
  }

  @Test func `an item tells its answers, what they become and the four kinds of no answer`() throws {
    let item = try #require(try Self.codebook().rows.first { $0.variable == "d01cm" })
    #expect(item.values.hasPrefix("0: ") && item.values.contains("; 4: "))
    #expect(item.formula == "100 * (4 - x) / 4")
    #expect(item.range == "0–4")
    for word in ["dk", "nfm", "skipped", "not_asked"] { #expect(item.missing.contains("\(word): "), "\(word)") }
    #expect(item.meaning == "A sentence about d01, seen through Co-commission.")
  }

  @Test func `every formula belongs to a column of numbers that is there, and names columns that are beside it`() throws
  {
    let tables = Dictionary(uniqueKeysWithValues: try Self.tables().map { ($0.name, $0) })
    for (name, formulas) in ColumnFormula.formulas {
      let table = try #require(tables[name], "\(name)")
      for (column, formula) in formulas {
        #expect(table.columns.contains { $0.name == column && $0.type != .string }, "\(name).\(column)")
        // Words with an underscore are names of columns.
        let names = formula.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }.filter {
          $0.contains("_")
        }
        for other in names { #expect(table.columns.contains { $0.name == other }, "\(name).\(column): \(other)") }
      }
    }
  }

  @Test func `every column of readiness has its formula`() throws {
    let rows = try Self.codebook("barriers-standard").rows.filter { $0.file == "profiles.csv" && $0.type == .number }
    let without = rows.filter { $0.formula.isEmpty }.map(\.variable)
    #expect(without == ["readiness_types_equal", "readiness_budget_weighted", "gap_low", "gap_high"])
  }

  @Test func `numbers say how they can be missing, and texts need not`() throws {
    for row in try Self.codebook().rows where row.kind == .column {
      #expect(row.missing.isEmpty == (row.type == .string), "\(row.file) \(row.variable)")
    }
  }

  @Test func `a column of words lists them all, with what they say`() throws {
    let level = try #require(try Self.codebook().rows.first { $0.file == "scores.csv" && $0.variable == "level" })
    #expect(
      level.values.components(separatedBy: "; ").map { $0.prefix { $0 != ":" } }
        == ScoreRow.Level.allCases.map {
          Substring($0.rawValue)
        })
    for table in try Self.tables() {
      for column in table.columns where !column.categories.isEmpty {
        #expect(Set(column.categories.map(\.value)).count == column.categories.count, "\(table.name).\(column.name)")
        #expect(column.type == .string && column.categories.allSatisfy { !$0.label.isEmpty })
      }
      for column in table.columns where column.name.hasSuffix("status") { #expect(!column.categories.isEmpty) }
    }
  }

  @Test func `there is a label column for each language, and a profile's columns have the labels of their measures`()
    throws
  {
    let headings = CodebookRow.schema(languages: ["en", "pt-BR", "cy"]).columns.map(\.name)
    #expect(headings.filter { $0.hasPrefix("label_") } == ["label_en", "label_pt_br", "label_cy"])
    let instrument = try SampleAssessment.instrument("barriers-standard")
    let codebook = Codebook(instrument: instrument, measures: instrument.measures)
    let profiles = codebook.rows.filter { $0.file == "profiles.csv" }
    #expect(profiles.first { $0.variable == "d01" }?.labels["en"] == instrument.dimensions.first?.label.english)
    #expect(profiles.first { $0.variable == "n_citizen" }?.labels["en"] == "Citizens")
    #expect(profiles.first { $0.variable == "rank_low" }?.labels == ["en": "rank low"])
  }
}
