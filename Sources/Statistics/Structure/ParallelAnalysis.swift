/// Horn's parallel analysis: how many factors stand out from what answers without any connection would show?
///
/// Each item's answers are put in a random order of their own, so that their frequencies stay and their connections are lost; an eigenvalue
/// counts as long as it and all before it exceed the chosen percentile of those of the rearranged answers.
///
/// - Shapes: ``ItemCodes`` of two varying items or more.
/// - Units: eigenvalues add up to the number of items.
/// - Cost: draws × correlations of all people.
/// - Source: Horn (1965), Psychometrika 30(2), 179–185, doi:10.1007/BF02289447; rearranged columns, Buja & Eyuboglu (1992),
///   Multivariate Behavioral Research 27(4), 509–540; the percentile, Glorfeld (1995), Educational and Psychological Measurement
///   55(3), 377–393.
public struct ParallelAnalysis: Sendable, Hashable {
  /// Eigenvalues of the answers, largest first.
  public let eigenvalues: [Double]
  /// The percentile of each place's eigenvalue among the rearranged answers.
  public let thresholds: [Double]
  /// The mean of each place's eigenvalue among the rearranged answers.
  public let means: [Double]
  /// How many leading eigenvalues exceed their threshold.
  public let factorCount: Int
  /// What kind of correlation.
  public let kind: CorrelationMatrix.Kind
  /// Rearrangements.
  public let draws: Int
  /// Their seed.
  public let seed: UInt64

  /// - Throws: as ``CorrelationMatrix/init(_:kind:)``.
  public init(
    _ items: ItemCodes, kind: CorrelationMatrix.Kind = .pearson, draws: Int = 100, percentile: Double = 0.95,
    seed: UInt64 = 1
  ) throws(FactorFault) {
    precondition(percentile > 0 && percentile < 1, "a percentile lies between 0 and 1")
    let values = try CorrelationMatrix(items, kind: kind).eigenvalues
    let drawn = RandomBlocks.map(draws, by: 1, seed: seed) { _, stream in
      // Rearranging keeps what varies, so that there is a matrix whenever there is one of the answers.
      (try? CorrelationMatrix(items.shuffled(&stream), kind: kind))?.eigenvalues ?? values
    }
    let places = values.indices.map { place in drawn.map { $0[place] } }
    let thresholds = places.map { Self.quantile($0.sorted(), percentile) }
    eigenvalues = values
    self.thresholds = thresholds
    means = places.map { Moments($0).mean }
    factorCount = zip(values, thresholds).prefix { $0 > $1 }.count
    self.kind = kind
    self.draws = draws
    self.seed = seed
  }

  /// The quantile of type 7 of ascending values.
  private static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
