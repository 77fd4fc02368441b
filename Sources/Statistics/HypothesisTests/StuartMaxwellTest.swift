/// The Stuart–Maxwell test: is the whole distribution of answers the same on two occasions?
///
/// χ² of the differences between the two margins. Their covariance under the null is the Laplacian of the graph in
/// which two values are joined by the people who moved between them; so the degrees of freedom are the number of values
/// less the number of groups of values that exchange nobody, and a value that nobody entered or left costs none.
///
/// - Shapes: a square table of two occasions on one scale, at least one person off its diagonal.
/// - Units: only which values are equal matters, not their order.
/// - Null: each change is as likely one way as back. `.automatic` enumerates the directions when there are at most
///   200,000 combinations of counts, else draws 9,999 sets of directions; χ² on request.
/// - Cost: grows with the combinations enumerated, or with draws × (pairs of values with changes); never with people.
/// - Source: Stuart (1955), Biometrika 42(3–4), 412–416, doi:10.1093/biomet/42.3-4.412; Maxwell (1970), British Journal
///   of Psychiatry 116(535), 651–655, doi:10.1192/bjp.116.535.651.
public struct StuartMaxwellTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Stuart–Maxwell test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "The answers have the same distribution on both occasions."

  /// χ² of the differences between the margins.
  public let statistic: Double
  /// Values less the groups of values that exchange people.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// Second margin − first margin, per value, in people.
  public let marginChanges: [Int]
  /// People who did not change.
  public let unchanged: Int

  /// - Throws: ``SampleFault/emptyGroup(_:)`` for an empty table, ``SampleFault/noVariation`` when no one changed.
  public init(_ counts: PairedCounts, null: NullDistribution = .automatic) throws(SampleFault) {
    guard counts.total > 0 else { throw .emptyGroup(0) }
    let exchange = Exchange(counts)
    guard !exchange.flows.isEmpty else { throw .noVariation }
    let changes = zip(counts.secondTotals, counts.firstTotals).map { $0 - $1 }
    let observed = exchange.chiSquared(changes)
    statistic = observed
    degreesOfFreedom = Double(exchange.rank)
    marginChanges = changes
    unchanged = counts.values.indices.reduce(0) { $0 + counts[$1, $1] }
    pValue = exchange.pValue(observed: observed, null: null)
  }
}

/// The people who moved between each two values, and the quadratic form of the margins' differences.
private struct Exchange {
  struct Flow {
    let one: Int
    let other: Int
    let count: Int
  }

  let flows: [Flow]
  private let form: QuadraticForm
  private let valueCount: Int
  private let origin: [Double]

  init(_ counts: PairedCounts) {
    let size = counts.values.count
    var flows: [Flow] = []
    var laplacian = [Double](repeating: 0, count: size * size)
    for one in 0..<size {
      for other in 0..<one where counts[one, other] + counts[other, one] > 0 {
        let count = counts[one, other] + counts[other, one]
        flows.append(Flow(one: one, other: other, count: count))
        laplacian[one * size + one] += Double(count)
        laplacian[other * size + other] += Double(count)
        laplacian[one * size + other] -= Double(count)
        laplacian[other * size + one] -= Double(count)
      }
    }
    self.flows = flows
    form = QuadraticForm(covariance: laplacian, dimension: size)
    valueCount = size
    origin = [Double](repeating: 0, count: size)
  }

  var rank: Int { form.rank }

  func chiSquared(_ changes: [Int]) -> Double { form.value(changes.map { Double($0) }, about: origin) }

  func pValue(observed: Double, null: NullDistribution) -> PValue {
    let roads = null.roads(limit: 200_000)
    let combinations = flows.reduce(1.0) { $0 * Double($1.count + 1) }
    if let limit = roads.exactLimit, combinations <= Double(limit) { return enumerated(observed: observed) }
    guard let permutation = roads.permutation else {
      return .asymptotic(
        GSL.chiSquareUpperTail(observed, degreesOfFreedom: Double(rank)),
        smallest: GSL.chiSquareUpperTail(largest, degreesOfFreedom: Double(rank)))
    }
    let still = [Int](repeating: 0, count: valueCount)
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, still) { changes, stream in
      for value in changes.indices { changes[value] = 0 }
      for flow in flows {
        let forwards = stream.binomial(flow.count, 0.5)
        changes[flow.other] += 2 * forwards - flow.count
        changes[flow.one] -= 2 * forwards - flow.count
      }
      return isAtLeast(chiSquared(changes), observed)
    }
    let people = flows.reduce(0) { $0 + $1.count }
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: people > 1_000 ? 0 : 2 * GSL.fairCoin(heads: 0, of: people))
  }

  /// The statistic when everyone who changed moved upwards.
  private var largest: Double {
    var changes = [Int](repeating: 0, count: valueCount)
    for flow in flows {
      changes[flow.other] += flow.count
      changes[flow.one] -= flow.count
    }
    return chiSquared(changes)
  }

  private func enumerated(observed: Double) -> PValue {
    var changes = [Int](repeating: 0, count: valueCount)
    var tail = 0.0
    var peak = (statistic: -1.0, chance: 0.0)
    func place(_ index: Int, _ chance: Double) {
      guard index < flows.count else {
        let statistic = chiSquared(changes)
        if isAtLeast(statistic, observed) { tail += chance }
        if isAtLeast(statistic, peak.statistic), isAtLeast(peak.statistic, statistic) {
          peak.chance += chance
        } else if statistic > peak.statistic {
          peak = (statistic, chance)
        }
        return
      }
      let flow = flows[index]
      for forwards in 0...flow.count {
        let move = 2 * forwards - flow.count
        changes[flow.other] += move
        changes[flow.one] -= move
        place(index + 1, chance * GSL.fairCoin(heads: forwards, of: flow.count))
        changes[flow.other] -= move
        changes[flow.one] += move
      }
    }
    place(0, 1)
    return .exact(tail, smallest: peak.chance)
  }
}
