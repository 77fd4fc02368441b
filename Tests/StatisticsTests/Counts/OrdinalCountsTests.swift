import Testing

@testable import Statistics

@Suite struct OrdinalCountsTests {
  /// Twelve people in two groups on 1…5; 0 is a missing answer, group −1 nobody's.
  private let codes: [UInt8] = [1, 3, 3, 5, 0, 4, 5, 5, 9, 1, 3, 2]
  private let groups = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, -1, 2]

  @Test("By hand: one pass keeps every category, missing answers apart, people of no group out")
  func onePass() {
    let counts = OrdinalCounts(codes: codes, groups: groups, groupCount: 2, range: 1...5)
    #expect(counts.scale == [1, 2, 3, 4, 5])
    #expect(counts.counts == [1, 0, 2, 0, 1, 1, 0, 0, 1, 2])
    #expect(counts.otherCounts == [1, 1])
    #expect(counts.groupTotals == [4, 4] && counts.categoryTotals == [2, 0, 2, 1, 3])
    #expect(counts.crossCounts.columnCount == 5)
    #expect(counts.valueCounts == ValueCounts(groups: [[1, 3, 3, 5], [4, 5, 5, 1]]))
    #expect(counts.selecting(groups: [1, 0]).counts == [1, 0, 0, 1, 2, 1, 0, 2, 0, 1])
  }

  @Test("Blocks of a file add up to the whole, wherever it is cut")
  func blocks() {
    let whole = OrdinalCounts(codes: codes, groups: groups, groupCount: 3, range: 1...5)
    for cut in 0...codes.count {
      let parts = [
        OrdinalCounts(codes: codes[..<cut], groups: groups[..<cut], groupCount: 3, range: UInt8(1)...5),
        OrdinalCounts(codes: codes[cut...], groups: groups[cut...], groupCount: 3, range: UInt8(1)...5),
      ]
      #expect(parts[0] + parts[1] == whole)
    }
  }

  @Test("Tests of the counts are tests of the answers")
  func tests() throws {
    let first: [Double] = [1, 3, 3, 5]
    let second: [Double] = [4, 5, 5, 1]
    let counts = OrdinalCounts(codes: codes, groups: groups, groupCount: 2, range: 1...5)
    let people = ValueCounts(groups: [first, second])
    #expect(try MannWhitneyTest(counts.valueCounts).pValue == MannWhitneyTest(people).pValue)
    #expect(try BrunnerMunzelTest(counts.valueCounts).pValue == BrunnerMunzelTest(people).pValue)
    #expect(
      try FisherTest(counts.crossCounts).pValue
        == FisherTest(CrossCounts([0, 0, 0, 0, 1, 1, 1, 1], first + second)).pValue)
    #expect(counts.moments(ofGroup: 1) == Moments(values: [1, 4, 5], counts: [1, 1, 2]))
  }
}
