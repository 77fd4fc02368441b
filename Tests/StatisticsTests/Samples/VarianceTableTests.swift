import Testing

@testable import Statistics

@Suite struct VarianceTableTests {
  /// By hand: 1, 3 and 5, 5, 8 have means 2 and 6 about 4.4, so 2 × 5.76 + 3 × 2.56 between and 2 + 6 inside.
  @Test("Two groups by hand")
  func byHand() {
    let table = VarianceTable([Moments([1.0, 3]), Moments([]), Moments([5.0, 5, 8])])
    #expect(agrees(table.between.squares, 19.2) && agrees(table.within.squares, 8))
    #expect(table.between.degreesOfFreedom == 1 && table.within.degreesOfFreedom == 3)
    #expect(agrees(table.share, 19.2 / 27.2) && agrees(table.f, 7.2))
    #expect(table.groupCount == 2 && table.count == 5)
  }

  @Test("The parts add up to the whole; what does not vary has no share and no F")
  func laws() {
    let groups: [[Double]] = [[1, 4, 2], [7, 7, 9, 3], [5]]
    let table = VarianceTable(groups.map { Moments($0) })
    #expect(agrees(table.between.squares + table.within.squares, Moments(groups.joined()).squares))
    #expect(VarianceTable([Moments([2.0, 2]), Moments([2.0])]).share == nil)
    #expect(VarianceTable([Moments([2.0]), Moments([3.0])]).f == nil)
    #expect(VarianceTable([]).f == nil && VarianceTable([]).count == 0)
  }
}
