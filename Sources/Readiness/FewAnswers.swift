import Foundation
import Statistics

/// What the interval of the mean of a few ratings of one item says of how often each rating was given.
///
/// Ratings are whole steps of a scale. Their number, mean and interval are three sums – of people, of steps and of squared steps – which of few people
/// have few solutions in whole numbers.
struct FewAnswers: Hashable {
  /// How many ratings.
  let count: Int
  /// Their sum in steps.
  let sum: Int
  /// Their sum of squares in squared steps.
  let squares: Int
  /// The highest rating; the lowest is 0.
  let steps: Int

  /// - Parameters:
  ///   - mean: of scores from 0 to 100.
  ///   - deviation: their standard deviation.
  init(count: Int, mean: Double, deviation: Double, steps: Int) {
    let step = 100 / Double(steps)
    self.count = count
    self.steps = steps
    sum = Int((mean / step * Double(count)).rounded())
    let own = mean / step
    squares = Int((pow(deviation / step, 2) * Double(count - 1) + Double(count) * own * own).rounded())
  }

  /// More ways than this to give the ratings leave room enough.
  private static let most = 20_000.0
  /// The steps that limits are rounded outwards to, points.
  static let ladder = [1.0, 2, 5, 10, 20]

  /// The first step of limits at which no count from 1 to the minimum less 1 is the only possible one, unless number and mean make it so; nil where there
  /// is none.
  ///
  /// - Parameter interval: in full; limits at 0 or 100 may be cut.
  func unit(of interval: ConfidenceInterval, minimum: Int) -> Double? {
    let (n, k) = (Double(count), Double(steps))
    guard lgamma(n + k + 1) - lgamma(n + 1) - lgamma(k + 1) < log(Self.most) else { return Self.ladder[0] }
    let mean = 100 * Double(sum) / (n * k)
    let side = max(interval.upper - mean, mean - interval.lower)
    let spread = deviations(squares)
    guard side > 0, spread > 0 else { return Self.ladder[0] }
    let ways = ways()
    let known = settled(ways.map(\.counts), minimum: minimum)
    return Self.ladder.first { unit in
      let told = PartDigits.outwards(interval, unit)
      let left = ways.filter { way in
        let other = side * (deviations(way.squares) / spread).squareRoot()
        return PartDigits.outwards(
          ConfidenceInterval(lower: max(0, mean - other), upper: min(100, mean + other), level: interval.level), unit)
          == told
      }
      return settled(left.map(\.counts), minimum: minimum) == known
    }
  }

  /// The sum of squared deviations from the mean, in squared steps.
  private func deviations(_ squares: Int) -> Double {
    max(0, Double(squares) - Double(sum * sum) / Double(count))
  }

  /// Every way to give so many ratings with this sum: counts by rating, and the sum of squares.
  private func ways() -> [(counts: [Int], squares: Int)] {
    var found: [(counts: [Int], squares: Int)] = []
    var counts = [Int](repeating: 0, count: steps + 1)
    func give(_ rating: Int, _ people: Int, _ sum: Int, _ squares: Int) {
      guard sum >= 0, sum <= rating * people else { return }
      if rating == 0 {
        counts[0] = people
        found.append((counts, squares))
        return
      }
      for own in 0...people {
        counts[rating] = own
        give(rating - 1, people - own, sum - rating * own, squares + rating * rating * own)
      }
      counts[rating] = 0
    }
    give(steps, count, sum, 0)
    return found
  }

  /// The ratings whose count is the same in every way, and small.
  private func settled(_ ways: [[Int]], minimum: Int) -> [Bool] {
    (0...steps).map { rating in
      guard let first = ways.first?[rating], (1..<max(1, minimum)).contains(first) else { return false }
      return ways.allSatisfy { $0[rating] == first }
    }
  }
}
