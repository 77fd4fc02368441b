import Readiness
import TestSupport
import Testing

/// The names of measures, in the order in which the issue of the first report lists them.
@Suite struct InstrumentMeasuresTests {
  let common =
    ["overall"] + (1...11).map { $0 < 10 ? "d0\($0)" : "d\($0)" }
  let rest =
    [
      "co_commission", "co_design", "co_deliver", "co_assess", "map_it", "focus_it", "people_it", "market_it",
      "grow_it",
    ]
    + ["voice", "action", "now_cm", "now_de", "now_dl", "now_as"]

  func measures(_ id: String) throws -> [Measure] {
    try Instrument(folder: Repository.url("Surveys/\(id)")).measures
  }

  @Test func `Measures are named once and stand in one order; parts on the Standard form only`() throws {
    let cells = (1...11).flatMap { dimension in
      ["cm", "de", "dl", "as", "s1", "s2", "s3", "s4", "s5"].map {
        (dimension < 10 ? "d0" : "d") + "\(dimension)_\($0)"
      }
    }
    #expect(
      try measures("barriers-standard").map(\.id) == common + ["d05a", "d05b", "d08a", "d08b", "d08c"] + rest + cells)
    #expect(try measures("barriers-full").map(\.id) == common + rest + cells)
    #expect(try measures("barriers-short").map(\.id) == common + rest + cells)
    #expect(try measures("budget").map(\.id) == common + rest)
  }

  @Test func `Every measure has a name in English`() throws {
    for measure in try measures("barriers-standard") { #expect(!measure.label.english.isEmpty, "\(measure.id)") }
    #expect(try measures("barriers-full").contains { $0.label.english == "Unclear outcomes being sought: Map it!" })
  }

  @Test func `At most 32 measures are stored per person`() throws {
    let instrument = try Instrument(folder: Repository.url("Surveys/barriers-standard"))
    let scores = Sample.responses(
      to: instrument, answers: [Array(repeating: "2", count: 59).joined(separator: " ")]
    ).scored(by: ScoringPlan())
    #expect(scores.columns.count == 32)
  }
}
