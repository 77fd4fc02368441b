import Testing

@testable import Reporting

/// Pieces and parts by hand.
struct LikertBarTests {
  private func bar(_ counts: [Int?], of people: Int) -> LikertBar {
    LikertBar(name: nil, counts: counts, people: people)
  }

  private func near(_ range: ClosedRange<Double>?, _ low: Double, _ high: Double) -> Bool {
    range.map { abs($0.lowerBound - low) < 1e-12 && abs($0.upperBound - high) < 1e-12 } ?? false
  }

  @Test func `where all is told every answer is a piece, and the last is no answer`() {
    let bar = bar([1, 2, 4, 2, 1, 10], of: 20)
    #expect(bar.pieces.map(\.answers) == [[0], [1], [2], [3], [4], [5]])
    #expect(bar.pieces.map(\.share) == [0.05, 0.1, 0.2, 0.1, 0.05, 0.5])
    #expect(bar.pieces.map(\.side) == [.against, .against, .apart, .favour, .favour, .apart])
    #expect(bar.together == nil)
    #expect(near(bar.agree, 0.15, 0.15))
  }

  @Test func `answers on one side stand together in their place, and how many agree follows`() {
    // 12 less 4, 3 and 1: four people disagree, one way or the other.
    let against = bar([nil, nil, 4, 3, 1, 0], of: 12)
    #expect(against.pieces.map(\.answers) == [[0, 1], [2], [3], [4], [5]])
    #expect(against.together?.share == 4.0 / 12)
    #expect(against.together?.side == .against)
    #expect(near(against.agree, 4.0 / 12, 4.0 / 12))
    let favour = bar([1, 3, 4, nil, nil, 2], of: 30)
    #expect(favour.pieces.map(\.answers) == [[0], [1], [2], [3, 4], [5]])
    #expect(near(favour.agree, 20.0 / 30, 20.0 / 30))
    // Of seven answers the first and the third: no neighbours, and still one side.
    let apart = bar([nil, 1, nil, 1, 1, 1, 1, 0], of: 10)
    #expect(apart.pieces.map(\.answers) == [[0, 2], [1], [3], [4], [5], [6], [7]])
    #expect(apart.together?.side == .against)
  }

  @Test func `neighbours across the middle, or beside no answer, stand in their place and on no side`() {
    let middle = bar([2, nil, nil, 3, 4, 1], of: 20)
    #expect(middle.pieces.map(\.answers) == [[0], [1, 2], [3], [4], [5]])
    #expect(middle.together?.side == .apart)
    // Nobody of them agrees, so how many do is still known.
    #expect(near(middle.agree, 0.35, 0.35))
    let last = bar([3, 3, 3, 3, nil, nil], of: 20)
    #expect(last.pieces.map(\.answers) == [[0], [1], [2], [3], [4, 5]])
    #expect(last.together?.side == .apart)
    #expect(near(last.agree, 0.15, 0.55))
  }

  @Test func `others stand at the end, and of those who agree the least and the most is known`() {
    let bar = bar([2, nil, 4, nil, 3, 1], of: 20)
    #expect(bar.pieces.map(\.answers) == [[0], [2], [4], [5], [1, 3]])
    #expect(bar.together?.share == 0.5)
    #expect(near(bar.agree, 0.15, 0.65))
  }

  @Test func `four answers have no middle`() {
    let bar = bar([1, 1, 1, 1, 0], of: 4)
    #expect(bar.pieces.map(\.side) == [.against, .against, .favour, .favour, .apart])
    #expect(near(bar.agree, 0.5, 0.5))
  }

  @Test func `a withheld bar has its mark and nothing else`() {
    let bar = LikertBar(name: nil, withheld: .suppressed)
    #expect(
      bar.mark == .suppressed && bar.pieces.isEmpty && bar.counts.isEmpty && bar.people == nil && bar.agree == nil)
  }
}
