import Survey
import TestSupport
import Testing

/// The shipped instruments hold what they are said to hold.
struct InstrumentReaderTests {
  static let ids = ["budget", "barriers-full", "barriers-standard", "barriers-short"]

  @Test(arguments: ids)
  func shippedInstrumentsHaveNoFault(id: String) throws {
    let instrument = try Instrument(folder: Repository.url("Surveys/\(id)"))
    #expect(instrument.id == id)
    #expect(instrument.languages == ["en"])
    #expect(instrument.dimensions.map(\.id) == (1...11).map { $0 < 10 ? "d0\($0)" : "d\($0)" })
    #expect(instrument.budget?.factors.count == 11)
  }

  @Test(arguments: [
    ("budget", 0, 0), ("barriers-full", 99, 4), ("barriers-standard", 55, 4), ("barriers-short", 22, 4),
  ])
  func countsOfItems(id: String, items: Int, degreeNow: Int) throws {
    let instrument = try Instrument(folder: Repository.url("Surveys/\(id)"))
    #expect(instrument.items.count == items)
    #expect(instrument.degreeNow.count == degreeNow)
  }
}
