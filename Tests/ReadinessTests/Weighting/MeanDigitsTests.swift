import Testing

@testable import Readiness

/// How finely means may be printed, by hand and by a reader who tries every number of people.
@Suite struct MeanDigitsTests {
  @Test func `seven people by hand`() throws {
    // 35, 140 and 525 points of seven people who gave points in fives: 5, 20 and 75 on average.
    let digits = MeanDigits(sums: [3_500, 14_000, 52_500], count: 7, grid: 500, total: 10_000)
    #expect(MeanDigits.steps(3_500, over: 7, unit: 100) == 5 && MeanDigits.steps(3_750, over: 7, unit: 100) == 5)
    #expect(MeanDigits.steps(3_850, over: 7, unit: 100) == 6)
    // 6 people: from 27 to 33 points there is 30; 8 people: 40.
    #expect(digits.sums(of: 0, unit: 100, count: 6) == 3_000...3_000)
    #expect(digits.sums(of: 0, unit: 100, count: 8) == 4_000...4_000)
    // 5, 20 and 75 are the means of any number of people who gave them.
    #expect(digits.unit(5...8, from: AllocationDigits.ladder) == 1)
    // 10 of seven people in one factor, in fives: 1.43. Six people have 1.67 or 0.83, so that steps of 1 hide them (1) and steps of .5 do not.
    let thin = MeanDigits(sums: [1_000, 14_000, 55_000], count: 7, grid: 500, total: 10_000)
    #expect(thin.sums(of: 0, unit: 50, count: 6) == 1_000...1_000 && thin.sums(of: 0, unit: 20, count: 6) == nil)
    #expect(!thin.isPossible(6, unit: 20) && thin.isPossible(7, unit: 1))
  }

  @Test func `the numbers that must stay possible`() {
    #expect(MeanDigits.numbers(7, of: 8, minimum: 5) == 5...7)
    #expect(MeanDigits.numbers(18, of: 20, minimum: 5) == 15...19)
    // Hidden beside another: more left it out than the minimum.
    #expect(MeanDigits.numbers(12, of: 20, minimum: 5) == 12...19)
    #expect(MeanDigits.numbers(20, of: 20, minimum: 5) == 15...20)
  }

  /// Every set of sums of a small group, one by one: is one of them behind the printed figures?
  @Test func `a reader who tries every sum finds what the ranges say`() {
    var random = RandomStream(seed: 3)
    var possible = [0, 0]
    for _ in 0..<60 {
      let count = 3 + random.below(4)
      var points = [0, 0, 0]
      for _ in 0..<count {
        let (a, b) = (random.below(5), random.below(5))
        let (first, second) = (min(a, b), max(a, b))
        for (place, part) in [first, second - first, 4 - second].enumerated() { points[place] += 25 * part }
      }
      let digits = MeanDigits(sums: points, count: count, grid: 25, total: 100)
      for unit in [1, 5, 10, 20] {
        let printed = points.map {
          (Double($0) / Double(count) / Double(unit) + 1e-9).rounded(.toNearestOrAwayFromZero)
        }
        for other in 2...8 {
          var isFound = false
          for a in stride(from: 0, through: 100 * other, by: 25) {
            for b in stride(from: 0, through: 100 * other - a, by: 25) {
              let means = [a, b, 100 * other - a - b].map { Double($0) / Double(other) / Double(unit) + 1e-9 }
              if zip(means, printed).allSatisfy({ $0.rounded(.toNearestOrAwayFromZero) == $1 }) { isFound = true }
            }
          }
          // Ranges of single sums and their total leave no gap: every total between the least and the most is reached.
          #expect(digits.isPossible(other, unit: unit) == isFound, "\(points) of \(count), \(unit), \(other)")
          possible[isFound ? 1 : 0] += 1
        }
      }
    }
    #expect(possible.allSatisfy { $0 > 100 })
  }
}
