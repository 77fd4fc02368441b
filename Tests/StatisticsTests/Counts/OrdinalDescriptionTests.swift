import Testing

@testable import Statistics

@Suite struct OrdinalDescriptionTests {
  /// 2, 3, 3, 4, 4, 5 of 1…5: mean 3.5, Σd² = 5.5, t(5) = 2.570581836.
  @Test("By hand: level, spread and the ends of the scale")
  func byHand() throws {
    let counts = OrdinalCounts(scale: [1, 2, 3, 4, 5], groupCount: 1, counts: [0, 1, 2, 2, 1])
    let item = try OrdinalDescription(counts, group: 0)
    #expect(item.count == 6 && item.median == 3.5 && item.mean == 3.5)
    #expect(agrees(item.standardDeviation, 1.1.squareRoot()))
    let half = 2.570_581_835_6 * (1.1 / 6).squareRoot()
    #expect(agrees(item.meanInterval?.lower, 3.5 - half, relative: 1e-9))
    #expect(agrees(item.meanInterval?.upper, 3.5 + half, relative: 1e-9))
    #expect(item.top.count == 3 && item.top.share == 0.5 && item.bottom.count == 1)
  }

  @Test("Wilson's limits of the boxes agree with R 4.2.2 prop.test: 5 and 15 of 20")
  func boxes() throws {
    let expected = try Reference("statistics/proportion_ci")["expected"]["wilson"]
    let counts = OrdinalCounts(scale: [1, 2, 3, 4], groupCount: 1, counts: [2, 3, 7, 8])
    let item = try OrdinalDescription(counts, group: 0)
    #expect(item.bottom.count == 5 && agrees(item.bottom.interval, expected[2]))
    #expect(item.top.count == 15 && agrees(item.top.interval, expected[3]))
  }

  @Test("Turning the scale round exchanges the boxes; the median lies between the middle answers")
  func laws() throws {
    for seed in UInt64(1)...5 {
      let values = randomCounts([7, 6], levels: 5, seed: seed)
      var cells = [Int](repeating: 0, count: 10)
      for group in 0..<2 {
        for (place, value) in values.values.enumerated() { cells[group * 5 + Int(value) - 1] = values[group, place] }
      }
      let counts = OrdinalCounts(scale: [1, 2, 3, 4, 5], groupCount: 2, counts: cells)
      let turned = OrdinalCounts(
        scale: [1, 2, 3, 4, 5], groupCount: 2,
        counts: (0..<2).flatMap { group in (0..<5).map { counts[group, 4 - $0] } })
      for group in 0..<2 {
        let (one, other) = (
          try OrdinalDescription(counts, group: group), try OrdinalDescription(turned, group: group)
        )
        #expect(one.top == other.bottom && one.median == 6 - other.median && agrees(one.mean, 6 - other.mean))
        let sorted = (0..<5).flatMap { [Double](repeating: Double($0 + 1), count: counts[group, $0]) }
        #expect(one.median == (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
      }
    }
  }

  @Test("Few answers, or answers all alike, have no interval of the mean; none are refused")
  func refusals() throws {
    let counts = OrdinalCounts(scale: [1, 2, 3], groupCount: 3, counts: [1, 1, 2, 0, 9, 0, 0, 0, 0])
    #expect(try OrdinalDescription(counts, group: 0).meanInterval == nil)
    #expect(try OrdinalDescription(counts, group: 1).meanInterval == nil)
    #expect(throws: SampleFault.emptyGroup(2)) { try OrdinalDescription(counts, group: 2) }
  }
}
