import Statistics
import Testing

@testable import Readiness

/// How finely numbers are told that weigh parts in their own way: by hand, and what a reader of all compositions still finds.
struct PartDigitsTests {
  private static func estimate(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(value: value, interval: ConfidenceInterval(lower: low, upper: high), n: 30, status: .ok)
  }

  @Test func `limits go outwards to a tenth of the longer side, or finer where much is told or many are hidden`() {
    let own = Self.estimate(48.123, 37.321, 59.0)
    func told(_ parts: [Int], hidden: Int) -> ConfidenceInterval? {
      PartDigits(parts: parts, isHidden: parts.indices.map { $0 < hidden }).interval(own.interval, around: own.value)
    }
    // Sides of 10.8 and 10.9 points: units of 2, 0.2 and 0.02.
    let few = told([4, 3, 6, 7, 9, 12], hidden: 3)
    #expect(few?.lower == 36 && few?.upper == 60)
    let many = told([Int](repeating: 3, count: 9) + [10], hidden: 9)
    #expect(many?.lower == 37.2 && many?.upper == 59)
    let most = told([Int](repeating: 3, count: 25), hidden: 25)
    #expect(most?.lower == 37.32 && most?.upper == 59)
    #expect(told([8, 9, 10], hidden: 0) == own.interval)
    // Two parts, and nothing else to hide behind.
    #expect(told([4, 6], hidden: 2) == nil)
    #expect(told([4, 6, 90], hidden: 2) != nil)
  }

  /// Means of organisations that are equal leave an error of rounding: such limits once passed one another.
  @Test func `limits never pass one another, however close they are`() throws {
    for width in [0, 1e-14, 1e-12, 1e-10, 1e-9, 3e-9, 1e-6] {
      for unit in [1e-15, 1e-12, 1e-10, 1e-9, 2e-9, 1e-3, 1, 5] {
        for middle in [0, 100.0 / 3, 34, 99.99] {
          let told = PartDigits.outwards(ConfidenceInterval(lower: middle - width, upper: middle + width), unit)
          #expect(told.lower <= told.upper, "\(middle) ± \(width) in \(unit)")
          #expect(told.lower <= middle + 1e-9 && told.upper >= middle - 1e-9, "\(middle) ± \(width) in \(unit)")
        }
      }
    }
    let noise = ConfidenceInterval(lower: 100.0 / 3 - 2e-14, upper: 100.0 / 3 + 2e-14)
    #expect(PartDigits(parts: [2, 2, 1], isHidden: [true, true, true]).interval(noise, around: 100.0 / 3) == noise)
  }

  @Test func `a mean of parts is told where no size of parts leaves a few people over`() throws {
    let own = Self.estimate(48.123, 37.321, 59.0)
    func told(_ parts: [Int], hidden: [Int]) -> Estimate? {
      PartDigits(parts: parts, isHidden: parts.indices.map(hidden.contains)).equal(own, minimum: 5)
    }
    #expect(told([5, 6, 7], hidden: []) == own)
    // 6 × the mean of parts less 5 × that of people is the commissioner of 1, 2 and 2.
    #expect(told([1, 2, 2], hidden: [0, 1, 2]) == nil)
    #expect(told([1, 1, 1, 2], hidden: [0, 1, 2, 3]) == nil)
    #expect(told([3, 4, 20, 30], hidden: [0, 1]) == nil)
    let whole = try #require(told([3, 4, 2, 4, 3], hidden: [0, 1, 2, 3, 4]))
    #expect(whole.value == 48 && whole.interval == nil)
    // Three of one size are no second equation with the people's mean, but are too few.
    #expect(told([3, 3, 3], hidden: [0, 1, 2]) == nil)
    let tenths = try #require(told([1, 2, 3, 4, 1, 2, 3, 4, 2], hidden: Array(0...8)))
    #expect(tenths.value == 48.1 && tenths.interval?.lower == 37.2)
  }

  /// Four organisations with hidden commissioners and providers: a reader of the cohort's two exact means and its interval tries every composition.
  @Test func `an interval in full settles every composition, and as told leaves most`() {
    let sizes = [8, 9, 8, 9]
    let commissioners = [3, 5, 4, 8]
    let total = commissioners.reduce(0, +)
    // Scores of people in steps of 12.5; sums of the hidden cells.
    let sums = [3, 4, 2, 5].map { Double($0) * 25 + 12.5 }
    let mean = sums.reduce(0, +) / Double(total)
    func squares(_ people: [Int], _ sums: [Double]) -> Double {
      zip(people, sums).reduce(0) { $0 + ($1.1 - Double($1.0) * mean) * ($1.1 - Double($1.0) * mean) }
    }
    let half = 3.182 * (4.0 / 3 * squares(commissioners, sums)).squareRoot() / Double(total)
    let interval = ConfidenceInterval(lower: mean - half, upper: mean + half)
    let told = PartDigits(parts: commissioners, isHidden: [true, true, true, true]).interval(interval, around: mean)
    var exact: Set<[Int]> = []
    var rounded: Set<[Int]> = []
    var all: Set<[Int]> = []
    for a in 1..<sizes[0] {
      for b in 1..<sizes[1] {
        for c in 1..<sizes[2] {
          let people = [a, b, c, total - a - b - c]
          guard people[3] > 0, people[3] < sizes[3] else { continue }
          all.insert(people)
          // Sums in steps of two and a half answers are enough to see it.
          let ends = people.map { Array(stride(from: 12.5, through: Double($0) * 100, by: 25)) }
          for x in ends[0] {
            for y in ends[1] {
              for z in ends[2] {
                let last = sums.reduce(0, +) - x - y - z
                guard last >= 0, last <= Double(people[3]) * 100 else { continue }
                let own = 3.182 * (4.0 / 3 * squares(people, [x, y, z, last])).squareRoot() / Double(total)
                if abs(own - half) < 1e-9 { exact.insert(people) }
                let limits = ConfidenceInterval(lower: mean - own, upper: mean + own)
                if PartDigits(parts: people, isHidden: [true, true, true, true]).interval(limits, around: mean) == told
                {
                  rounded.insert(people)
                }
              }
            }
          }
        }
      }
    }
    #expect(exact.contains(commissioners) && rounded.contains(commissioners))
    #expect(exact.count * 4 < all.count)
    #expect(rounded.count * 10 > all.count * 9)
  }
}
