import Survey
import Testing

/// Scales whose items all point one way are noticed, and no others.
struct OneSidedKeyingTests {
  /// The uneven balance of the short form as its design states it: D08 and D10 only barriers, D09 only enablers, co-deliver five
  /// barriers, co-assess three enablers; no Step.
  @Test func shortForm() throws {
    let found = try InstrumentReaderTests.shipped("barriers-short").oneSidedKeying
    let stated = ["d08 2 barrier", "d09 2 enabler", "d10 2 barrier", "co_deliver 5 barrier", "co_assess 3 enabler"]
    #expect(found.map { "\($0.measure) \($0.items) \($0.keying.rawValue)" } == stated)
  }

  @Test func fullFormHasOneNoticeForAll() throws {
    let instrument = try InstrumentReaderTests.shipped("barriers-full")
    #expect(instrument.oneSidedKeying.map(\.measure) == ["overall"])
    #expect(
      instrument.notices.map(\.description) == [
        "barriers-full/items.csv: notice: All 99 items are worded as barriers: people who tend to choose high answers make "
          + "every score look lower. [one-sided-keying]"
      ])
  }

  @Test func standardFormIsBalancedButForParts() throws {
    #expect(try InstrumentReaderTests.shipped("barriers-standard").oneSidedKeying.map(\.measure) == ["d05b"])
  }

  @Test func theBudgetQuestionAloneHasNone() throws {
    #expect(try InstrumentReaderTests.shipped("budget").notices.isEmpty)
  }
}
