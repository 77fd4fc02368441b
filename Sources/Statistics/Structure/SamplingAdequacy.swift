/// Whether items have enough in common to look for factors, and how many components leave least in common.
///
/// - Shapes: correlations of three items or more, of more people than items, with no item explained wholly by the others.
/// - Units: none; KMO and squared multiple correlations 0…1.
/// - Cost: items³ for each component.
/// - Source: Kaiser (1974), Psychometrika 39(1), 31–36, doi:10.1007/BF02291575; Bartlett (1951), Biometrika 38(3/4), 337–344; Velicer
///   (1976), Psychometrika 41(3), 321–327, doi:10.1007/BF02293557.
public struct SamplingAdequacy: Sendable, Hashable {
  /// The Kaiser–Meyer–Olkin measure: correlations against what is left of them when all other items are held fixed. Below 0.5 factors
  /// are customarily not looked for.
  public let kmo: Double
  /// KMO of each item.
  public let itemKMO: [Double]
  /// The share of each item's variance that the others explain.
  public let squaredMultipleCorrelations: [Double]
  /// Bartlett's χ²: are there any correlations at all?
  public let bartlett: Double
  /// Items × (items − 1) ÷ 2.
  public let bartlettDegreesOfFreedom: Int
  /// The p of ``bartlett``, the upper tail, for normal answers.
  public let bartlettP: Double
  /// Velicer's minimum average partial: the mean squared correlation that is left when 1, 2, … components are taken out. Shorter than
  /// the number of items, since the last components leave nothing.
  public let averagePartials: [Double]
  /// The number of components with the least average partial; 0 when to take none out leaves less.
  public let componentCount: Int

  /// - Throws: ``FactorFault``.
  public init(_ correlations: CorrelationMatrix) throws(FactorFault) {
    let (r, p) = (correlations.matrix, correlations.itemCount)
    guard p >= 3 else { throw .tooFewItems(needed: 3) }
    guard correlations.count > p else { throw .tooFewPeople(needed: p + 1) }
    guard correlations.isPositiveDefinite, let (inverse, determinant) = r.inverse else { throw .notPositiveDefinite }
    func squares(_ item: Int, _ cell: (Int, Int) -> Double) -> Double {
      (0..<p).reduce(0) { $1 == item ? $0 : $0 + cell(item, $1) * cell(item, $1) }
    }
    func partial(_ one: Int, _ other: Int) -> Double {
      inverse[one, other] / (inverse[one, one] * inverse[other, other]).squareRoot()
    }
    let whole = (0..<p).map { squares($0) { r[$0, $1] } }
    let left = (0..<p).map { squares($0, partial) }
    // Items without any correlation have none to explain: half, as between all and nothing.
    func share(_ part: Double, _ rest: Double) -> Double { part + rest > 0 ? part / (part + rest) : 0.5 }
    kmo = share(whole.reduce(0, +), left.reduce(0, +))
    itemKMO = zip(whole, left).map { share($0, $1) }
    squaredMultipleCorrelations = (0..<p).map { max(0, 1 - 1 / inverse[$0, $0]) }
    bartlett = max(0, -determinant * (Double(correlations.count) - 1 - Double(2 * p + 5) / 6))
    bartlettDegreesOfFreedom = p * (p - 1) / 2
    bartlettP = PairwiseComparisons.positive(
      GSL.chiSquareUpperTail(bartlett, degreesOfFreedom: Double(p * (p - 1) / 2)))
    let averages = Self.partials(r)
    let none = whole.reduce(0, +) / Double(p * (p - 1))
    let least = averages.indices.min { averages[$0] < averages[$1] }
    averagePartials = averages
    componentCount = least.map { averages[$0] < none ? $0 + 1 : 0 } ?? 0
  }

  private static func partials(_ r: SymmetricMatrix) -> [Double] {
    let p = r.dimension
    let (values, vectors) = GSL.eigen(symmetric: r.cells, dimension: p)
    let order = values.indices.sorted { values[$0] > values[$1] }
    var left = r
    var averages: [Double] = []
    for component in order.dropLast() {
      left.add(vectors[component], weight: -values[component])
      guard (0..<p).allSatisfy({ left[$0, $0] > 1e-10 }) else { break }
      let scaled = left.scaledToUnitDiagonal
      let squares = scaled.cells.reduce(0) { $0 + $1 * $1 } - Double(p)
      averages.append(squares / Double(p * (p - 1)))
    }
    return averages
  }
}
