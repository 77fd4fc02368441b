/// Blocks of repeated measures, ranked within each block: what tests of several occasions, or of several items per
/// person, know of the answers.
///
/// - Shapes: one block per person, the same number k ≥ 2 of values in each. A block with a NaN is left out and counted.
/// - Units: only the order within a block matters.
struct RankedBlocks: Sendable {
  /// Twice the midranks, block by block.
  let ranks: [[Int]]
  /// The number of values per block.
  let size: Int
  /// Blocks left out because a value is missing.
  let incompleteBlocks: Int
  /// Blocks whose values are all equal.
  let uniformBlocks: Int
  /// Twice the rank sum of each column.
  let sums: [Int]
  /// Σ over blocks of the squared distances of the doubled ranks from their mean.
  let spread: Double
  /// Σ (t³ − t) over the groups of equal values, per block.
  let tieSums: [Double]

  /// Ranks each block.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups`` for fewer than two columns, ``SampleFault/emptyGroup(_:)`` without a
  ///   complete block, ``SampleFault/noVariation`` when every block is all ties.
  init(_ blocks: [[Double]], droppingUniform: Bool = false) throws(SampleFault) {
    let size = blocks.first?.count ?? 0
    precondition(blocks.allSatisfy { $0.count == size }, "blocks differ in length")
    let complete = blocks.filter { !$0.contains { $0.isNaN } }
    let ranked = complete.map { DoubledMidranks($0) }
    let uniform = ranked.count { $0.tieSizes.count == 1 }
    let kept = droppingUniform ? ranked.filter { $0.tieSizes.count > 1 } : ranked
    guard !complete.isEmpty else { throw .emptyGroup(0) }
    guard size >= 2 else { throw .fewerThanTwoGroups }
    guard uniform < complete.count else { throw .noVariation }
    ranks = kept.map(\.ranks)
    self.size = size
    incompleteBlocks = blocks.count - complete.count
    uniformBlocks = uniform
    sums = (0..<size).map { column in kept.reduce(0) { $0 + $1.ranks[column] } }
    let mean = size + 1
    spread = kept.reduce(0.0) { sum, block in
      sum + Double(block.ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
    }
    tieSums = kept.map { DoubledMidranks.tieSum($0.tieSizes) }
  }

  /// Blocks.
  var count: Int { ranks.count }

  /// Friedman's χ², with the correction for ties.
  var chiSquared: Double { chiSquared(sums) }

  /// The χ² of other sums of the same blocks.
  func chiSquared(_ sums: [Int]) -> Double {
    let mean = count * (size + 1)
    let distance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Double(size - 1) * Double(distance) / spread
  }

  /// The largest χ² that these blocks can give: all of them in one order.
  var largestChiSquared: Double {
    let sorted = ranks.map { $0.sorted() }
    return chiSquared((0..<size).map { column in sorted.reduce(0) { $0 + $1[column] } })
  }
}
