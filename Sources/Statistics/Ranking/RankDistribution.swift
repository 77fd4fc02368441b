/// How ranks spread over joint draws of the units' scores; the highest score has rank 1.
///
/// These are spreads under redrawing, not confidence: an interval of bootstrap ranks covers a true rank far less often than it says
/// when scores are close. ``RankConfidenceSets`` gives sets that cover.
///
/// - Shapes: `draws[unit][draw]`, equally many draws for each unit, none NaN.
/// - Ties: units tied in a draw share the places that they fill, so that probabilities of places add up; quantiles are those of the
///   competition rank. A pair that is tied counts one half to each.
/// - Cost: units × log(units) × draws, and units² × draws for ``superiority(draws:tolerance:)``; memory grows with units².
/// - Source: SUCRA after Salanti, Ades & Ioannidis (2011), Journal of Clinical Epidemiology 64(2), 163–171,
///   doi:10.1016/j.jclinepi.2010.03.016.
public struct RankDistribution: Sendable, Hashable {
  /// Draws in all.
  public let drawCount: Int
  /// Mean ranks, ties sharing the mean of their places.
  public let meanRanks: [Double]
  /// How often each place fell to each unit: `[unit][place − 1]`, in draws; ties are split.
  public let places: [[Double]]
  /// How often each unit had each competition rank: `[unit][rank − 1]`, in draws.
  public let ranks: [[Int]]

  /// Counts the ranks.
  public init(draws: [[Double]], tolerance: Double = 1e-9) {
    let drawCount = draws.first?.count ?? 0
    precondition(draws.allSatisfy { $0.count == drawCount }, "units have different numbers of draws")
    precondition(drawCount > 0, "ranks need at least one draw")
    let count = draws.count
    var sums = [Double](repeating: 0, count: count)
    var places = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var ranks = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    var scores = [Double](repeating: 0, count: count)
    for draw in 0..<drawCount {
      for unit in 0..<count { scores[unit] = draws[unit][draw] }
      for run in Ranks.runs(scores, tolerance: tolerance) {
        let width = run.units.count
        for unit in run.units {
          sums[unit] += Double(run.first) + Double(width - 1) / 2
          ranks[unit][run.first - 1] += 1
          for place in 0..<width { places[unit][run.first - 1 + place] += 1 / Double(width) }
        }
      }
    }
    self.drawCount = drawCount
    self.places = places
    self.ranks = ranks
    meanRanks = sums.map { $0 / Double(drawCount) }
  }

  /// The probability that each unit is among the first `count`, places of ties shared.
  public func probability(ofFirst count: Int) -> [Double] {
    places.map { min(1, $0.prefix(count).reduce(0, +) / Double(drawCount)) }
  }

  /// The surface under the cumulative ranking curve: 1 for a unit that is always first, 0 for one that is always last; nil for fewer
  /// than two units, of which there is nothing to say.
  public var sucra: [Double]? {
    guard meanRanks.count > 1 else { return nil }
    return meanRanks.map { (Double(meanRanks.count) - $0) / Double(meanRanks.count - 1) }
  }

  /// A quantile of each unit's competition rank, between ranks where it falls between draws.
  public func quantiles(_ probability: Double) -> [Double] {
    precondition(probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
    let position = probability * Double(drawCount - 1)
    let below = Int(position.rounded(.down))
    let share = position - Double(below)
    return ranks.map { own in
      func rank(at place: Int) -> Double {
        var seen = 0
        for (index, times) in own.enumerated() {
          seen += times
          if seen > place { return Double(index + 1) }
        }
        return Double(own.count)
      }
      let low = rank(at: below)
      return share == 0 ? low : low + share * (rank(at: min(below + 1, drawCount - 1)) - low)
    }
  }

  /// The probability that the row's unit is above the column's: `[unit][unit]`, ties one half each, ½ on the diagonal.
  public static func superiority(draws: [[Double]], tolerance: Double = 1e-9) -> [[Double]] {
    let count = draws.count
    var table = [[Double]](repeating: [Double](repeating: 0.5, count: count), count: count)
    for a in 0..<count {
      for b in 0..<a {
        precondition(draws[a].count == draws[b].count && !draws[a].isEmpty, "units have different numbers of draws")
        var (above, below) = (0, 0)
        for (first, second) in zip(draws[a], draws[b]) {
          let difference = first - second
          above += difference > tolerance ? 1 : 0
          below += difference < -tolerance ? 1 : 0
        }
        let total = draws[a].count
        table[a][b] = Double(total + above - below) / Double(2 * total)
        table[b][a] = Double(total + below - above) / Double(2 * total)
      }
    }
    return table
  }
}
