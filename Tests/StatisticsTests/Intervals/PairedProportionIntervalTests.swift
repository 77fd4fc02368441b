import Testing

@testable import Statistics

@Suite struct PairedProportionIntervalTests {
  func width(_ cells: (Int, Int, Int, Int)) throws -> Double {
    let interval = try ConfidenceInterval.pairedNewcombe(
      bothYes: cells.0, lost: cells.1, gained: cells.2, bothNo: cells.3)
    return interval.upper - interval.lower
  }

  /// Without association the interval is that of independent groups.
  @Test func withoutAssociation() throws {
    let paired = try ConfidenceInterval.pairedNewcombe(bothYes: 12, lost: 8, gained: 18, bothNo: 12)
    let independent = try ConfidenceInterval.newcombe((30, 50), (20, 50))
    #expect(agrees(paired.lower, independent.lower) && agrees(paired.upper, independent.upper))
  }

  @Test func turningRoundTurnsTheInterval() throws {
    let up = try ConfidenceInterval.pairedNewcombe(bothYes: 1, lost: 1, gained: 7, bothNo: 12)
    let down = try ConfidenceInterval.pairedNewcombe(bothYes: 1, lost: 7, gained: 1, bothNo: 12)
    #expect(agrees(up.lower, -down.upper) && agrees(up.upper, -down.lower))
    #expect(up.lower < 6.0 / 21 && 6.0 / 21 < up.upper)
  }

  /// Answers that go together narrow the interval; answers that go apart widen it.
  @Test func association() throws {
    let (together, apart) = (try width((40, 5, 5, 40)), try width((5, 40, 40, 5)))
    let none = try width((25, 20, 25, 20))
    #expect(together < none && none < apart)
  }

  @Test func endsAndRefusals() throws {
    let certain = try ConfidenceInterval.pairedNewcombe(bothYes: 0, lost: 0, gained: 9, bothNo: 0)
    #expect(certain.upper == 1 && certain.lower > 0)
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 1)) {
      try ConfidenceInterval.pairedNewcombe(bothYes: 0, lost: 0, gained: 0, bothNo: 0)
    }
  }
}
