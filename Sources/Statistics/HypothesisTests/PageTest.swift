/// Page's trend test: do values rise, or fall, along occasions in a stated order, within people?
///
/// - Shapes: one block per person of k ≥ 2 values in the stated order; a block with a NaN is left out and counted.
/// - Units: only the order within a block matters.
/// - Null: within a block every order is equally likely. `.automatic` is exact for k ≤ 8, by convolving the blocks,
///   while that takes at most 20 million additions; else 9,999 draws up to 2,000 values, and the normal limit beyond.
/// - Cost: exact, with the square of the blocks × the cube of k; drawn, with draws × blocks × k.
/// - Two-sided: distance of L from its expectation. ``standardized`` has the direction.
/// - Source: Page (1963), JASA 58(301), 216–230, doi:10.1080/01621459.1963.10500843.
public struct PageTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Page's trend test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Within every person, all occasions or items are answered from one distribution."

  /// L: Σ over columns of the column's place (1…k) × its rank sum.
  public let statistic: Double
  /// None: the limit distribution is normal.
  public let degreesOfFreedom: Double? = nil
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// L less its expectation, in standard deviations given the ties; positive when values rise along the columns.
  public let standardized: Double
  /// Page's own normal deviate, as tables and other programs print it: L less a half, and the standard deviation of
  /// blocks without ties. The half makes a rising trend smaller, and a falling one larger, so the p does not use it.
  public let pageDeviate: Double
  /// Complete blocks.
  public let blockCount: Int
  /// Blocks left out because a value is missing.
  public let incompleteBlocks: Int

  /// - Throws: ``SampleFault/fewerThanTwoGroups`` for fewer than two columns, ``SampleFault/emptyGroup(_:)`` without a
  ///   complete block, ``SampleFault/noVariation`` when every block is all ties.
  public init(_ blocks: [[Double]], null: NullDistribution = .automatic) throws(SampleFault) {
    let ranked = try RankedBlocks(blocks)
    let (n, k) = (Double(ranked.count), Double(ranked.size))
    let doubled = Self.score(ranked.sums)
    let centre = ranked.count * ranked.size * (ranked.size + 1) * (ranked.size + 1) / 2
    // Var = Σ over blocks of Σ(place − mean)² Σ(rank − mean)² / (k − 1); the spread is of doubled ranks.
    let places = k * (k * k - 1) / 12
    let deviation = (places * ranked.spread / 4 / (k - 1)).squareRoot()
    let distance = Double(doubled - centre) / 2
    statistic = Double(doubled) / 2
    standardized = distance / deviation
    pageDeviate = (distance - 0.5) / (n * k * k * (k + 1) * (k + 1) * (k - 1) / 144).squareRoot()
    blockCount = ranked.count
    incompleteBlocks = ranked.incompleteBlocks
    pValue = Self.pValue(ranked, score: doubled, centre: centre, deviation: 2 * deviation, null: null)
  }

  private static func score(_ scores: [Int]) -> Int {
    scores.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
  }

  private static func pValue(
    _ blocks: RankedBlocks, score: Int, centre: Int, deviation: Double, null: NullDistribution
  ) -> PValue {
    let roads = null.roads(limit: OrderedTableScore.stepLimit)
    if let limit = roads.exactLimit, let law = distribution(blocks, stepLimit: limit) {
      return .exact(law.twoSided(score, around: Double(centre)), smallest: law.smallest(around: Double(centre)))
    }
    guard let permutation = roads.permutation,
      null != .automatic || blocks.count * blocks.size <= BlockPermutation.drawLimit
    else {
      let most = blocks.ranks.reduce(0) { $0 + Self.score($1.sorted()) }
      return .asymptotic(
        2 * GSL.normalUpperTail(Double(abs(score - centre)) / deviation),
        smallest: 2 * GSL.normalUpperTail(Double(most - centre) / deviation))
    }
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, blocks.ranks) { ranks, stream in
      var sum = 0
      for block in ranks.indices {
        for place in 0..<(blocks.size - 1) {
          ranks[block].swapAt(place, place + stream.below(blocks.size - place))
        }
        sum += Self.score(ranks[block])
      }
      return abs(sum - centre) >= abs(score - centre)
    }
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: distribution(blocks, stepLimit: 100_000)?.smallest(around: Double(centre)) ?? 0)
  }

  /// The distribution of the doubled L, block by block; blocks with the same ties share one.
  private static func distribution(_ blocks: RankedBlocks, stepLimit: Int) -> LatticeDistribution? {
    guard blocks.size <= 8 else { return nil }
    var known: [[Int]: LatticeDistribution] = [:]
    var sum = LatticeDistribution(at: 0)
    var steps = 0
    for block in blocks.ranks {
      let pattern = block.sorted()
      let part =
        known[pattern]
        ?? {
          var part = LatticeDistribution()
          let orders = BlockPermutation.orders(of: pattern)
          for order in orders {
            part.add(LatticeDistribution(at: 0), times: 1 / Double(orders.count), movedBy: score(order))
          }
          return part
        }()
      known[pattern] = part
      steps += part.weights.count * sum.weights.count
      guard steps <= stepLimit, let next = part.convolved(with: sum, stepLimit: stepLimit) else { return nil }
      sum = next
    }
    return sum
  }
}
