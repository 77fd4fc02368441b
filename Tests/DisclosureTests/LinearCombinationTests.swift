import Disclosure
import TestSupport
import Testing

struct LinearCombinationTests {
  @Test func `a scale and all but one of its items yield the one`() throws {
    let items = (0..<4).map { item in (0..<4).map { $0 == item ? 1 : 0 } }
    let scale = [1, 1, 1, 1]
    #expect(try #require(LinearCombination(of: items[0], from: Array(items[1...]) + [scale])).terms == [0, 1, 2, 3])
    #expect(LinearCombination(of: items[0], from: Array(items[2...]) + [scale]) == nil)
    // Two scales that share the hidden items: a + b, a + c and b + c give twice the sum of all.
    let pairs = [[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 1, 0]]
    #expect(try #require(LinearCombination(of: items[0], from: pairs)).terms == [0, 1, 2])
    #expect(LinearCombination(of: items[3], from: pairs) == nil)
    #expect(try #require(LinearCombination(of: [2, 2, 2, 2], from: [items[1], scale])).terms == [1])
    #expect(LinearCombination(of: items[0], from: []) == nil)
  }

  /// Other roads: what was added up is found, and what a direction that all published ones miss touches is not.
  @Test func `sums of multiples are found, and nothing else`() {
    var random = SeededNumbers(seed: 2)
    for _ in 0..<60 {
      let unknowns = Int.random(in: 2...7, using: &random)
      // Every published number is at right angles to the blind direction.
      let blind = (0..<unknowns).map { _ in Int.random(in: 1...3, using: &random) }
      let published = (0..<Int.random(in: 1...6, using: &random)).map { _ -> [Int] in
        let (a, b) = (Int.random(in: 0..<unknowns, using: &random), Int.random(in: 0..<unknowns, using: &random))
        var row = [Int](repeating: 0, count: unknowns)
        if a != b { (row[a], row[b]) = (blind[b], -blind[a]) }
        return row
      }
      var target = [Int](repeating: 0, count: unknowns)
      for row in published {
        let factor = Int.random(in: -3...3, using: &random)
        for place in target.indices { target[place] += factor * row[place] }
      }
      #expect(LinearCombination(of: target, from: published) != nil)
      let touched = Int.random(in: 0..<unknowns, using: &random)
      target[touched] += 1
      #expect(LinearCombination(of: target, from: published) == nil)
    }
  }
}
