/// How people came into a sample: with which weights, in which strata and clusters, out of how many, and to which known sizes they
/// were weighted.
///
/// Answers of a self-selected sample have no design; this is for samples that were drawn.
///
/// - Shapes: one weight, and where there are any one stratum and one cluster number, per person. A cluster number counts within its
///   stratum. Without clusters every person is one.
/// - Cost: people for each variable.
/// - Source: linearised variances, Binder (1983), International Statistical Review 51(3), 279–292; Särndal, Swensson & Wretman (1992),
///   Model Assisted Survey Sampling, 5.5; as Lumley (2004), Journal of Statistical Software 9(8), doi:10.18637/jss.v009.i08.
public struct SamplingDesign: Sendable, Hashable {
  /// How group means are taken out of a variable after calibration.
  public enum Centring: Sendable, Hashable {
    /// Means with the weights from before the calibration.
    case weighted
    /// Plain means, as the function rake of R's survey package has it.
    case plain
  }

  /// Why a design tells nothing.
  public enum Fault: Error, Sendable, Hashable {
    /// No more clusters than strata, so that no variance is known.
    case tooFewClusters
    /// A stratum's population has fewer clusters than were sampled.
    case populationTooSmall(stratum: Int)
    /// Nobody has a value and a weight.
    case noValues
    /// The values do not vary.
    case noVariation
    /// Fewer than two groups, or categories, have anybody.
    case fewerThanTwoGroups
  }

  /// The weights, calibrated where there is a calibration.
  public let weights: SamplingWeights
  /// Clusters in the sample.
  public let clusterCount: Int
  /// Strata in the sample.
  public let stratumCount: Int
  /// Strata with a single cluster, by number: its distance from the mean of all clusters stands in for a variance that is not known.
  public let lonelyStrata: [Int]
  /// Whether whole populations of clusters are known.
  public let hasFinitePopulation: Bool
  private let calibration: Calibration?
  private let centring: Centring
  /// The place of each person's cluster, and of each cluster's stratum.
  private let clusterPlaces: [Int]
  private let stratumPlaces: [Int]
  /// For each stratum 1 − the share sampled, and its number of clusters.
  private let strata: [Stratum]

  private struct Stratum: Sendable, Hashable {
    let unsampled: Double
    let clusters: Double
  }

  /// `populationClusters` has, by stratum number, the clusters of the population; without strata the number is 0.
  ///
  /// - Throws: ``Fault/tooFewClusters``, ``Fault/populationTooSmall(stratum:)``.
  public init(
    weights: SamplingWeights, clusters: [Int]? = nil, strata: [Int]? = nil, populationClusters: [Int: Int] = [:],
    calibration: Calibration? = nil, centring: Centring = .weighted
  ) throws(Fault) {
    let count = weights.values.count
    precondition(clusters.map { $0.count == count } ?? true, "clusters do not fit the weights")
    precondition(strata.map { $0.count == count } ?? true, "strata do not fit the weights")
    precondition(calibration.map { $0.weights.values.count == count } ?? true, "the calibration does not fit")
    let strata = strata ?? [Int](repeating: 0, count: count)
    let clusters = clusters ?? Array(0..<count)
    let numbers = Set(strata).sorted()
    let units = Set(zip(strata, clusters).map { [$0, $1] }).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    clusterPlaces = zip(strata, clusters).map { places[[$0, $1]] ?? 0 }
    let stratumNumbers = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    stratumPlaces = units.map { stratumNumbers[$0[0]] ?? 0 }
    var made: [Stratum] = []
    for number in numbers {
      let sampled = units.count { $0[0] == number }
      if let all = populationClusters[number] {
        guard all >= sampled else { throw .populationTooSmall(stratum: number) }
        made.append(Stratum(unsampled: 1 - Double(sampled) / Double(all), clusters: Double(sampled)))
      } else {
        made.append(Stratum(unsampled: 1, clusters: Double(sampled)))
      }
    }
    guard units.count > numbers.count else { throw .tooFewClusters }
    self.strata = made
    self.weights = calibration?.weights ?? weights
    self.calibration = calibration
    self.centring = centring
    clusterCount = units.count
    stratumCount = numbers.count
    lonelyStrata = zip(numbers, made).filter { $0.1.clusters == 1 }.map(\.0)
    hasFinitePopulation = numbers.contains { populationClusters[$0] != nil }
    // One over the chance of being drawn is at least one over that of the cluster, but weights may have been adjusted since.
    var masses = [(sum: Double, count: Double)](repeating: (0, 0), count: units.count)
    for (person, place) in clusterPlaces.enumerated() {
      masses[place] = (masses[place].sum + self.weights.values[person], masses[place].count + 1)
    }
    let known = Set(numbers.filter { populationClusters[$0] != nil })
    let stood = zip(units, masses).filter { known.contains($0.0[0]) }.reduce(0) { $0 + $1.1.sum / $1.1.count }
    let all = known.reduce(0) { $0 + Double(populationClusters[$1] ?? 0) }
    let isLess = calibration == nil && weights.values.contains { $0 > 0 && $0 < 1 - 1e-9 }
    let isMore = self.weights.total > Double(count) * (1 + 1e-9)
    weighsPopulation = !known.isEmpty && !isLess && isMore && 2 * stood >= all
  }

  /// Clusters − strata.
  public var degreesOfFreedom: Int { clusterCount - stratumCount }

  /// Clusters − strata, of those with some of these people: what is left of ``degreesOfFreedom`` in a part of the population.
  ///
  /// - Source: as degf of R's survey package has it for a part of a design.
  public func degreesOfFreedom(of people: [Int]) -> Int {
    let clusters = Set(people.lazy.filter { weights.values[$0] > 0 }.map { clusterPlaces[$0] })
    return clusters.count - Set(clusters.map { stratumPlaces[$0] }).count
  }

  /// Whether all of the population was asked: nothing is left to the draw.
  public var isCensus: Bool { strata.allSatisfy { $0.unsampled <= 0 } }

  /// Whether the weights can count the people of the population, and do not only compare them: nobody stands for less than one person, all
  /// stand for more people than answered, and the clusters for half of the known number of clusters at least. False where none is known.
  public let weighsPopulation: Bool

  /// The covariances of the weighted totals of several variables, each one value per person.
  func covariance(ofTotals variables: [[Double]]) -> SymmetricMatrix {
    let width = variables.count
    var totals = [[Double]](repeating: [Double](repeating: 0, count: width), count: clusterCount)
    for (place, variable) in variables.enumerated() {
      let left = calibration?.residuals(variable, centring) ?? variable
      for (person, value) in left.enumerated() {
        totals[clusterPlaces[person]][place] += weights.values[person] * value
      }
    }
    var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: strata.count)
    var whole = [Double](repeating: 0, count: width)
    for (cluster, total) in totals.enumerated() {
      for place in 0..<width {
        sums[stratumPlaces[cluster]][place] += total[place]
        whole[place] += total[place]
      }
    }
    var covariance = SymmetricMatrix(dimension: width)
    for (cluster, total) in totals.enumerated() {
      let place = stratumPlaces[cluster]
      let stratum = strata[place]
      let isLonely = stratum.clusters == 1
      let centre =
        isLonely ? whole.map { $0 / Double(clusterCount) } : sums[place].map { $0 / stratum.clusters }
      covariance.add(
        zip(total, centre).map { $0 - $1 },
        weight: stratum.unsampled * (isLonely ? 1 : stratum.clusters / (stratum.clusters - 1)))
    }
    return covariance
  }
}
