import Testing

@testable import Readiness

@Suite struct ViewsRuleTests {
  /// Every stretch that begins at a score, ends at one, or touches the median, tried one by one.
  private func outside(_ scores: [Double], width: Double) -> Int {
    let sorted = scores.sorted()
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    let starts = sorted + sorted.map { $0 - width } + [median, median - width]
    let most =
      starts.filter { $0 <= median + 1e-9 && $0 + width >= median - 1e-9 }.map { start in
        sorted.count { $0 >= start - 1e-9 && $0 <= start + width + 1e-9 }
      }.max() ?? 0
    return sorted.count - most
  }

  @Test("Twelve stakeholders as in SCIROCCO: three outside are agreement, four are not")
  func twelve() {
    let near = [Double](repeating: 40, count: 4) + [Double](repeating: 60, count: 4)
    #expect(!ViewsRule().isSplit(near + [75, 100, 100, 100]))
    #expect(ViewsRule().isSplit(near + [100, 100, 100, 100]))
    #expect(!ViewsRule().isSplit(near + [90, 90, 90, 90]))
  }

  @Test("One person is never split, two who stand more than fifty points apart are, and so are two camps")
  func few() {
    let rule = ViewsRule()
    #expect(!rule.isSplit([]) && !rule.isSplit([0]) && !rule.isSplit([0, 50]) && rule.isSplit([0, 51]))
    #expect(rule.isSplit([0, 0, 0, 100, 100]) && rule.isSplit([0, 0, 100, 100, 50]))
    #expect(!rule.isSplit([10, 20, 30, 40, 100]) && rule.isSplit([10, 20, 30, 90, 100]))
    #expect(!rule.isSplit([Double](repeating: 37.5, count: 9)))
  }

  @Test("The rule agrees with trying every stretch, whatever the width and the share, and in the mirror")
  func everyStretch() {
    var stream = RandomStream(seed: 4)
    var splits = 0
    for _ in 0..<400 {
      let scores = (0..<(2 + stream.below(11))).map { _ in 5 * Double(stream.below(21)) }
      for (width, share) in [(50.0, 1.0 / 3), (30, 0.25), (75, 0.2)] {
        let rule = ViewsRule(width: width, share: share)
        let expected = Double(outside(scores, width: width)) >= share * Double(scores.count) - 1e-9
        #expect(rule.isSplit(scores) == expected, "\(scores) \(width)")
        #expect(rule.isSplit(scores.map { 100 - $0 }) == expected)
        splits += expected ? 1 : 0
      }
    }
    #expect(splits > 200 && splits < 1_000)
  }
}
