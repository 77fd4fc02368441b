import Survey
import Tabular
import Testing

/// A template has every column of its instrument and one example row that is a valid answer.
struct InstrumentTemplateTests {
  @Test(arguments: InstrumentReaderTests.ids)
  func templateFitsItsInstrument(id: String) throws {
    let instrument = try InstrumentReaderTests.shipped(id)
    let table = try Table(name: "template.csv", bytes: Array(instrument.template().utf8))
    #expect(table.records.count == 1)
    let cells = Dictionary(uniqueKeysWithValues: zip(table.headings, table.records[0].cells))
    #expect(
      table.headings == ["respondent_id", "organisation", "respondent_type", "service", "years", "language"]
        + instrument.ratings.map(\.code) + (instrument.budget?.factors.map(\.id) ?? []))
    for item in instrument.ratings {
      let code = try #require(Int(cells[item.code] ?? ""))
      #expect(item.scale.options.map(\.code).contains(code))
    }
    let points = instrument.budget?.factors.compactMap { Int(cells[$0.id] ?? "") } ?? []
    #expect(points.reduce(0, +) == 100)
    #expect(instrument.respondentTypes.map(\.code).contains(cells["respondent_type"] ?? ""))
  }

  /// The example row is read without a fault or a notice, even when every unknown column would be a fault.
  @Test(arguments: InstrumentReaderTests.ids)
  func templateReadsBack(id: String) throws {
    let instrument = try InstrumentReaderTests.shipped(id)
    let responses = try instrument.responses(
      in: [.bytes(name: "template.csv", Array(instrument.template().utf8))], options: IntakeOptions(strict: true))
    #expect(responses.count == 1)
    #expect(responses.intake.notices.isEmpty)
    #expect(responses.answers.allSatisfy { $0.count == 1 && $0[0] < 100 })
    #expect(responses.allocations?.points(of: 0)?.prefix(3) == [50, 50, 0])
  }

  @Test func `the example row beside answers is noticed, with its file`() throws {
    let instrument = try InstrumentReaderTests.shipped("barriers-short")
    let lines = instrument.template().split(separator: "\n").map(String.init)
    let other = lines[1].replacing("example-1", with: "r2").replacing("Example organisation", with: "Surrey CC")
    func notices(_ files: [[String]]) throws -> [String] {
      try instrument.responses(
        in: files.enumerated().map { .bytes(name: "\($0).csv", Array($1.joined(separator: "\n").utf8)) }
      ).intake.notices.map(\.description)
    }
    #expect(
      try notices([[lines[0], other], lines]) == [
        "1.csv: notice: the example row of the template counts as a person; take it out [example-row]"
      ])
    #expect(try notices([[lines[0], other]]) == [])
    // Somebody else of that name, and nobody else at all.
    #expect(try notices([[lines[0], other, lines[1].replacing("example-1", with: "r3")]]) == [])
    #expect(try notices([lines]) == [])
  }
}
