import Statistics
import Testing

@testable import Readiness

/// Counting by slots against sorting everybody.
@Suite struct ScoreTallyTests {
  @Test func `counts are those of sorted samples`() {
    var stream = RandomStream(seed: 12)
    var tally = ScoreTally(groupCount: 3)
    for people in [0, 1, 7, 300, 5] {
      tally.clear()
      var groups = [[Double]](repeating: [], count: 3)
      for _ in 0..<people {
        let (group, score) = (stream.below(3), Double(stream.below(200)) / 7 + Double(stream.below(2)) * 1e-13)
        groups[group].append(score)
        tally.add(score, group: group)
      }
      let sorted = ValueCounts(groups: groups)
      let counted = tally.counts()
      #expect(counted.counts == sorted.counts)
      #expect(zip(counted.values, sorted.values).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test func `several people of one score count as many`() {
    var tally = ScoreTally(groupCount: 2)
    tally.add(50, group: 1, count: 4)
    tally.add(0, group: 0)
    #expect(tally.counts() == ValueCounts(values: [0, 50], groupCount: 2, counts: [1, 0, 0, 4]))
  }
}
