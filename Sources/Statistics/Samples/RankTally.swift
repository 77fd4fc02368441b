/// Orders of many people, ranked and added up one person after another: all that Kendall's W needs, without keeping the people.
///
/// - Shapes: every person gives one value per thing, complete. People whose values are all equal give no order and are counted apart.
struct RankTally: Sendable {
  /// People whose order counts.
  private(set) var count = 0
  /// People whose values are all equal.
  private(set) var uniform = 0
  /// Twice the rank sum of each thing.
  private(set) var sums: [Int]
  /// The same when everybody has one order.
  private(set) var sortedSums: [Int]
  /// Σ of the squared distances of the doubled ranks from their mean.
  private(set) var spread = 0.0
  /// Σ (t³ − t) over everybody's equal values.
  private(set) var tieSum = 0.0

  init(things: Int) {
    sums = [Int](repeating: 0, count: things)
    sortedSums = sums
  }

  mutating func add(_ values: [Double]) {
    let ranked = DoubledMidranks(values)
    guard ranked.tieSizes.count > 1 else {
      uniform += 1
      return
    }
    count += 1
    let mean = sums.count + 1
    for (place, rank) in ranked.ranks.enumerated() {
      sums[place] += rank
      spread += Double((rank - mean) * (rank - mean))
    }
    for (place, rank) in ranked.ranks.sorted().enumerated() { sortedSums[place] += rank }
    tieSum += DoubledMidranks.tieSum(ranked.tieSizes)
  }

  /// Friedman's χ² of the sums as they are, or of everybody in one order.
  func chiSquared(sorted: Bool = false) -> Double {
    let mean = count * (sums.count + 1)
    let distance = (sorted ? sortedSums : sums).reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Double(sums.count - 1) * Double(distance) / spread
  }
}

extension KendallConcordanceTest {
  /// W of people too many to keep, each read when needed; p is that of the limit.
  ///
  /// - Parameter read: the values of a person from 0, one per thing, none missing.
  /// - Throws: as ``init(raters:null:)``.
  package init(count people: Int, things: Int, read: (Int) -> [Double]) throws(SampleFault) {
    guard people > 0 else { throw .emptyGroup(0) }
    guard things > 1 else { throw .fewerThanTwoGroups }
    var tally = RankTally(things: things)
    for person in 0..<people { tally.add(read(person)) }
    guard tally.count > 0 else { throw .noVariation }
    self.init(tally)
  }
}
