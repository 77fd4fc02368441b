import Foundation
import Survey
import Tabular
import TestSupport
import Testing

/// The shipped instruments hold what they are said to hold, word for word.
struct InstrumentReaderTests {
  static let ids = ["budget", "barriers-full", "barriers-standard", "barriers-short"]

  static func shipped(_ id: String) throws -> Instrument { try Instrument(folder: Repository.url("Surveys/\(id)")) }

  @Test(arguments: ids)
  func shippedInstrumentsHaveNoFault(id: String) throws {
    let instrument = try Self.shipped(id)
    #expect(instrument.id == id)
    #expect(instrument.languages == ["en"])
    #expect(instrument.dimensions.map(\.id) == (1...11).map { $0 < 10 ? "d0\($0)" : "d\($0)" })
    #expect(instrument.budget?.factors.map(\.id) == (1...11).map { $0 < 10 ? "b0\($0)" : "b\($0)" })
    #expect(instrument.budget?.total == 100)
    #expect(instrument.missingRule == MissingRule(minimum: 2, share: 0.5, weightShare: 2.0 / 3.0))
    #expect(instrument.bands.isEmpty)
    #expect(instrument.voice == [.commission, .design, .assess])
    #expect(instrument.sourceFiles.map(\.name) == ["survey.yaml", "items.csv"])
    #expect(instrument.facetLabels.count == 9)
  }

  @Test(arguments: [
    ("budget", 0, 0), ("barriers-full", 99, 4), ("barriers-standard", 55, 4), ("barriers-short", 22, 4),
  ])
  func countsOfItems(id: String, items: Int, degreeNow: Int) throws {
    let instrument = try Self.shipped(id)
    #expect(instrument.items.count == items)
    #expect(instrument.degreeNow.count == degreeNow)
    #expect(instrument.pages.flatMap(\.items).count == items + degreeNow)
  }

  /// The coverage table of the design of the instrument: items and dimensions per facet, cells of the grid of 99.
  @Test(arguments: [
    ("barriers-full", Array(repeating: 11, count: 9), Array(repeating: 11, count: 9), 99),
    ("barriers-standard", [14, 10, 10, 11, 5, 8, 8, 6, 8], [11, 8, 7, 9, 5, 7, 6, 6, 7], 66),
    ("barriers-short", [4, 3, 5, 3, 3, 4, 3, 3, 4], [4, 2, 5, 3, 3, 4, 3, 3, 4], 31),
  ])
  func coverageOfFacets(id: String, items: [Int], dimensions: [Int], cells: Int) throws {
    let instrument = try Self.shipped(id)
    let byFacet = Facet.allCases.map { facet in instrument.items.filter { $0.facets.contains(facet) } }
    #expect(byFacet.map(\.count) == items)
    #expect(byFacet.map { Set($0.map(\.dimension)).count } == dimensions)
    #expect(byFacet.map { Set($0.map(\.dimension)).count }.reduce(0, +) == cells)
    #expect(Set(instrument.dimensions.map { d in instrument.items.count { $0.dimension == d.id } }).count == 1)
  }

  @Test(arguments: [("barriers-full", 99, 0), ("barriers-standard", 35, 20), ("barriers-short", 12, 10)])
  func keying(id: String, barriers: Int, enablers: Int) throws {
    let items = try Self.shipped(id).items
    #expect(items.count { $0.keying == .direct } == barriers)
    #expect(items.count { $0.keying == .reversed } == enablers)
  }

  @Test func twentyFiveItemsCarryTwoFacets() throws {
    let items = try Self.shipped("barriers-standard").items
    #expect(items.count { $0.facets.count == 2 } == 25)
    #expect(items.count { $0.facets.count == 1 } == 30)
  }

  /// `items_bank.csv` is the bank as it was handed over: id, dimension, polarity, facets, short form, text.
  @Test(arguments: ["barriers-standard", "barriers-short"])
  func bankItemsAreWordForWord(id: String) throws {
    let table = try Self.reference("items_bank")
    let records = table.records.map(\.cells).filter { id == "barriers-standard" || $0[6] == "yes" }
    let items = try Self.shipped(id).items
    #expect(items.map(\.aliases) == records.map { [$0[0]] })
    #expect(items.map(\.dimension) == records.map { $0[1].lowercased() })
    #expect(items.map(\.keying.rawValue) == records.map { $0[3] })
    #expect(items.map(\.facets) == records.map { $0[4].split(separator: " ").compactMap { Facet(named: String($0)) } })
    #expect(items.map(\.text.english) == records.map { $0[7] })
    #expect(items.map(\.code) == records.map { Self.code($0[0]) })
    let labels = Dictionary(uniqueKeysWithValues: try Self.shipped(id).dimensions.map { ($0.id, $0.label.english) })
    #expect(items.map { labels[$0.dimension ?? ""] } == records.map { $0[2] })
  }

  /// `items_matrix.csv` is the grid as it was handed over: id, dimension, facet, text.
  @Test func gridItemsAreWordForWord() throws {
    let records = try Self.reference("items_matrix").records.map(\.cells)
    let items = try Self.shipped("barriers-full").items
    #expect(items.map(\.aliases) == records.map { [$0[0]] })
    #expect(items.map(\.text.english) == records.map { $0[6] })
    #expect(items.map { $0.code } == records.map { $0[1].lowercased() + (Facet(named: $0[3])?.code ?? "") })
    #expect(items.map(\.facets) == records.map { Facet(named: $0[3]).map { [$0] } ?? [] })
  }

  @Test func shippedInstrumentsShareTheirJudgements() throws {
    let all = try Self.ids.map(Self.shipped)
    for instrument in all.dropFirst() {
      #expect(instrument.budget == all[0].budget)
      #expect(instrument.respondentTypes == all[0].respondentTypes)
      #expect(instrument.rollUps == all[0].rollUps)
      #expect(instrument.facetLabels == all[0].facetLabels)
      #expect(instrument.creditLines == all[0].creditLines)
      #expect(instrument.dimensions.map(\.definition) == all[0].dimensions.map(\.definition))
      #expect(instrument.profile == all[0].profile)
    }
  }

  @Test func partsAreOnTheStandardFormOnly() throws {
    for id in Self.ids {
      let parts = try Self.shipped(id).dimensions.flatMap(\.parts)
      guard id == "barriers-standard" else {
        #expect(parts.isEmpty)
        continue
      }
      #expect(parts.map(\.id) == ["d05a", "d05b", "d08a", "d08b", "d08c"])
      #expect(parts.filter { $0.items.contains("d08q5") }.map(\.id) == ["d08a", "d08b", "d08c"])
      #expect(parts.map(\.items.count) == [3, 2, 3, 2, 2])
    }
  }

  @Test func readinessRunsFromTheBadEndToTheGood() throws {
    let standard = try Self.shipped("barriers-standard")
    #expect(standard.items[0].readiness(of: 1) == 100)
    #expect(standard.items[1].readiness(of: 4) == 75)
    #expect(try Self.shipped("barriers-full").items[0].readiness(of: 3) == 25)
    #expect(standard.degreeNow[0].readiness(of: 4) == 100)
  }

  @Test func everyFaultOfBothFilesIsReportedAtOnceAndInOrder() throws {
    let survey = InstrumentSample.survey.replacing("side: staff", with: "side: stuff")
      .replacing("id: sample", with: "id: Sample")
    let items = InstrumentSample.items.replacing("enabler,short standard", with: "both,short").replacing(
      "DL", with: "DX")
    let faults = try #require(throws: FaultList.self) {
      try InstrumentSample.instrument(survey: survey, items: items)
    }
    let places = faults.faults.map { "\($0.file):\($0.row ?? 0):\($0.column ?? "")" }
    #expect(
      places == [
        "sample/survey.yaml:1:5", "sample/survey.yaml:66:30", "sample/items.csv:3:keying", "sample/items.csv:4:facets",
      ])
  }

  @Test func aSurveyThatAsksNothingIsRefused() throws {
    let bare = """
      id: bare
      version: 1.0.0
      title: {en: "Bare"}
      form: short
      languages: [en]
      voice: []
      dimensions: []
      facets: {}
      respondents: {version: 1.0.0, roll_ups: [], types: []}
      """
    let words = Facet.allCases.map { facet in
      "  \(facet.columnName.replacing("_", with: "-")): {label: {en: a}, plain: {en: a}, definition: {en: a}}\n"
    }
    let faults = try #require(throws: FaultList.self) {
      try InstrumentSample.instrument(
        survey: bare.replacing("facets: {}", with: "facets:\n" + words.joined().dropLast()),
        items: "code,dimension,facets,keying,forms,text_en\n")
    }
    #expect(
      faults.description
        == "sample/items.csv: error: found no items and no budget question, expected at least one of them [nothing-asked]"
    )
  }

  @Test func filesThatAreMissingOrNotTextAreNamed() throws {
    let missing = try #require(throws: FaultList.self) { try Instrument(folder: Repository.url("Surveys/nowhere")) }
    #expect(missing.faults.map(\.file) == ["nowhere/survey.yaml", "nowhere/items.csv"])
    #expect(missing.faults.allSatisfy { $0.kind == "file-missing" })
    let binary = try #require(throws: FaultList.self) {
      try Instrument(survey: [0x69, 0xFF, 0xFE], items: [], folder: "sample")
    }
    #expect(
      binary.description
        == "sample/survey.yaml: error: found bytes that are not UTF-8 text; save the file again as UTF-8 [not-text]")
    #expect(
      InstrumentSample.faults(in: \.survey, InstrumentSample.survey, "")
        == [
          "sample/survey.yaml: error: the file cannot be read as YAML: it is empty; check the indentation and the "
            + "quotation marks here and just above [yaml-syntax]"
        ])
  }

  private static func reference(_ name: String) throws -> Table {
    let url = Repository.url("Tests/References/survey/\(name).csv")
    return try Table(name: name, bytes: Array(Data(contentsOf: url)))
  }

  /// `10.1` → `d10q1`.
  private static func code(_ id: String) -> String {
    let parts = id.split(separator: ".")
    return "d\(parts[0].count < 2 ? "0" : "")\(parts[0])q\(parts[1])"
  }
}
