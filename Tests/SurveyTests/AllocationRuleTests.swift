import Testing

@testable import Survey

@Suite("Points that should total 100")
struct AllocationRuleTests {
  private func outcome(_ sum: Int, blanks: Int = 0, _ policy: AllocationPolicy = .reject) -> AllocationOutcome {
    AllocationRule(policy: policy, total: 10_000).outcome(sum: sum, blanks: blanks, cells: 11)
  }

  @Test("The edges of the tolerance and of rescaling")
  func edges() {
    #expect(outcome(0, blanks: 11) == .none)
    #expect(outcome(10_000, blanks: 3) == .accepted)
    #expect(outcome(9_950) == .near)
    #expect(outcome(10_050, blanks: 1) == .near)
    #expect(outcome(9_949) == .refused(total: 9_949))
    #expect(outcome(10_051) == .refused(total: 10_051))
    #expect(outcome(9_500, .rescale) == .rescaled(from: 9_500))
    #expect(outcome(10_500, .rescale) == .rescaled(from: 10_500))
    #expect(outcome(9_499, .rescale) == .refused(total: 9_499))
    #expect(outcome(10_501, .rescale) == .refused(total: 10_501))
    #expect(outcome(9_700, blanks: 1, .rescale) == .refused(total: 9_700))
    #expect(outcome(0, .flag) == .flagged(total: 0))
    #expect(outcome(0, .rescale) == .refused(total: 0))
  }

  @Test("Rescaled points total exactly 100 and keep their order")
  func rescaled() {
    let rule = AllocationRule(policy: .rescale, total: 10_000)
    for points in [[9_500, 0, 0], [3_200, 3_200, 3_200], [1, 2, 9_600], [3_500, 3_500, 3_500]] {
      let result = rule.rescaled(points)
      #expect(result.reduce(0, +) == 10_000)
      for (left, right) in zip(points.indices, points.indices.dropFirst()) where points[left] > points[right] {
        #expect(result[left] >= result[right])
      }
    }
    #expect(rule.rescaled([3_200, 3_200, 3_200]) == [3_334, 3_333, 3_333])
  }
}
