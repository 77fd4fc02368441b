/// Cochran's Q: is the share of yes the same on several occasions, or for several items, asked of the same people?
///
/// - Shapes: one row per person of k ≥ 2 answers. People who answered all alike carry no information and are counted.
/// - Null: within a person every order of the answers is equally likely; as ``FriedmanTest``, whose χ² on yes and no
///   this is.
/// - Cost: people × k; exact, with states × orders of a row; drawn, with draws × informative people × k.
/// - Source: Cochran (1950), Biometrika 37(3–4), 256–266, doi:10.1093/biomet/37.3-4.256.
public struct CochranTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Cochran's Q test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "Within every person, a yes is equally likely on all occasions or items."

  /// Q = k (k − 1) Σ (C − mean C)² / Σ R (k − R), C the columns' and R the people's numbers of yes.
  public let statistic: Double
  /// k − 1.
  public let degreesOfFreedom: Double?
  /// Two-sided, found as `null` asked.
  public let pValue: PValue
  /// The share of yes per column, over all complete rows.
  public let shares: [Double]
  /// Complete rows.
  public let blockCount: Int
  /// Complete rows whose answers are not all alike.
  public let informativeBlocks: Int
  /// Rows left out because an answer is missing.
  public let incompleteBlocks: Int

  /// Collapses answers: yes is an answer of at least `threshold`. A row with a NaN is left out and counted.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups`` for fewer than two columns, ``SampleFault/emptyGroup(_:)`` without a
  ///   complete row, ``SampleFault/noVariation`` when everyone answered all alike.
  public init(
    _ blocks: [[Double]], yesFrom threshold: Double, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    let complete = blocks.filter { !$0.contains { $0.isNaN } }
    try self.init(
      complete.map { $0.map { $0 >= threshold } }, incompleteBlocks: blocks.count - complete.count, null: null)
  }

  /// Takes the answers, one row per person.
  ///
  /// - Throws: as ``init(_:yesFrom:null:)``.
  public init(
    _ blocks: [[Bool]], incompleteBlocks: Int = 0, null: NullDistribution = .automatic
  ) throws(SampleFault) {
    guard let size = blocks.first?.count else { throw .emptyGroup(0) }
    precondition(blocks.allSatisfy { $0.count == size }, "rows differ in length")
    guard size >= 2 else { throw .fewerThanTwoGroups }
    let yes = blocks.map { row in row.map { $0 ? 1 : 0 } }
    let informative = yes.filter { row in row.contains { $0 != row[0] } }
    guard !informative.isEmpty else { throw .noVariation }
    let columns = (0..<size).map { column in yes.reduce(0) { $0 + $1[column] } }
    let mean = Double(columns.reduce(0, +)) / Double(size)
    let distance = columns.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let people = informative.map { $0.reduce(0, +) }
    let scale = Double(size * (size - 1)) / people.reduce(0.0) { $0 + Double($1 * (size - $1)) }
    statistic = scale * distance
    degreesOfFreedom = Double(size - 1)
    shares = columns.map { Double($0) / Double(yes.count) }
    blockCount = yes.count
    informativeBlocks = informative.count
    self.incompleteBlocks = incompleteBlocks
    // The farthest apart: everyone's yes in the first columns.
    let packed = (0..<size).map { column in Double(people.count { $0 > column }) }
    let packedMean = packed.reduce(0, +) / Double(size)
    let farthest = scale * packed.reduce(0) { $0 + ($1 - packedMean) * ($1 - packedMean) }
    pValue = BlockPermutation(informative).pValue(
      null,
      limit: .asymptotic(
        GSL.chiSquareUpperTail(scale * distance, degreesOfFreedom: Double(size - 1)),
        smallest: GSL.chiSquareUpperTail(farthest, degreesOfFreedom: Double(size - 1))))
  }
}
