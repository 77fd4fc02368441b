import Testing

@testable import Statistics

@Suite("Floor and ceiling") struct ScaleEndsTests {
  @Test("Shares by hand from scores and from counts, intervals those of Wilson")
  func byHand() throws {
    let ends = try ScaleEnds([1, 1, 5, 3, 4.5, .nan, 1], range: 1...5)
    #expect(ends.floor.count == 3 && ends.ceiling.count == 1 && ends.count == 6 && ends.missing == 1)
    #expect(ends.floor.share == 0.5 && agrees(ends.ceiling.share, 1.0 / 6))
    #expect(ends.floor.interval == (try .wilson(count: 3, of: 6)))
    let counts = OrdinalCounts(scale: [1, 2, 3], groupCount: 2, counts: [4, 0, 1, 0, 0, 3], otherCounts: [2, 0])
    let first = try ScaleEnds(counts, group: 0)
    #expect(first.floor.share == 0.8 && first.ceiling.count == 1 && first.missing == 2)
    #expect(try ScaleEnds(counts, group: 1).ceiling.interval.upper == 1)
  }

  @Test("A mean that should be the end of the scale is at the end, whatever its rounding")
  func rounding() throws {
    #expect(try ScaleEnds([0.1 + 0.2], range: 0...0.3).ceiling.count == 1)
  }

  @Test("No score is refused")
  func refusals() {
    #expect(throws: SampleFault.emptyGroup(0)) { try ScaleEnds([.nan], range: 1...5) }
  }
}
