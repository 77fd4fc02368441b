/// A mean or a total of a population, estimated from a sample with a design.
///
/// - Shapes: one value per person of the design; a NaN, and a person outside the domain, stay in the design and out of the estimate.
/// - Units: those of the values.
/// - Interval: t with ``degreesOfFreedom``; below 1 of them no variance is known, and the interval is that with 1.
/// - Cost: people.
/// - Source: the mean, Hájek (1971); its variance, linearised, as ``SamplingDesign``.
public struct DesignEstimate: Sendable, Hashable {
  /// The estimate.
  public let value: Double
  /// Its standard error; 0 for a whole population.
  public let standardError: Double
  /// Clusters − strata, of those with somebody of the domain.
  public let degreesOfFreedom: Double
  /// The t interval.
  public let interval: ConfidenceInterval
  /// The variance over that of a simple random sample of as many people, drawn without replacement where the design knows populations and
  /// the weights count their people (``SamplingDesign/weighsPopulation``), else with it;
  /// nil for a total, where values do not vary, and for a whole population.
  public let designEffect: Double?
  /// People with a value, in the domain.
  public let count: Int

  /// Whether nobody was left unsampled: the value is that of the population, with no sampling error.
  public let isCensus: Bool
  /// Whether clusters disagree about it at all: in a census they need not, and in a domain of one cluster they cannot.
  public var hasError: Bool { standardError > 0 && degreesOfFreedom >= 1 }

  /// The weighted mean.
  ///
  /// - Throws: ``SamplingDesign/Fault/noValues``.
  public init(
    meanOf values: [Double], _ design: SamplingDesign, domain: [Bool]? = nil, level: Double = 0.95
  ) throws(SamplingDesign.Fault) {
    let part = try DesignDomain(values, design, domain)
    let mean = part.mean
    let influence = part.influence(values.map { $0 - mean })
    let variance = max(0, design.covariance(ofTotals: [influence])[0, 0])
    self.init(mean, variance, design, people: part.people, effect: part.simpleVariance(values, design), level)
  }

  /// The weighted total.
  ///
  /// - Throws: ``SamplingDesign/Fault/noValues``.
  public init(
    totalOf values: [Double], _ design: SamplingDesign, domain: [Bool]? = nil, level: Double = 0.95
  ) throws(SamplingDesign.Fault) {
    let part = try DesignDomain(values, design, domain)
    let influence = part.influence(values).map { $0 * part.weight }
    let variance = max(0, design.covariance(ofTotals: [influence])[0, 0])
    self.init(part.mean * part.weight, variance, design, people: part.people, effect: nil, level)
  }

  private init(
    _ value: Double, _ variance: Double, _ design: SamplingDesign, people: [Int], effect simple: Double?,
    _ level: Double
  ) {
    self.value = value
    // Rounding alone keeps equal values from having none.
    standardError = variance.squareRoot() > 1e-13 * abs(value) ? variance.squareRoot() : 0
    degreesOfFreedom = Double(design.degreesOfFreedom(of: people))
    interval = .mean(value, standardError: standardError, degreesOfFreedom: max(1, degreesOfFreedom), level: level)
    designEffect = simple.flatMap { $0 > 0 && !design.isCensus ? variance / $0 : nil }
    isCensus = design.isCensus
    count = people.count
  }
}

/// The people of a design with a value, in a domain.
struct DesignDomain {
  let people: [Int]
  /// The sum of their weights.
  let weight: Double
  /// The weighted mean.
  let mean: Double
  private let weights: [Double]

  init(_ values: [Double], _ design: SamplingDesign, _ domain: [Bool]?) throws(SamplingDesign.Fault) {
    let weights = design.weights.values
    precondition(values.count == weights.count && domain.map { $0.count == weights.count } ?? true, "values do not fit")
    let people = values.indices.filter { !values[$0].isNaN && (domain?[$0] ?? true) }
    let weight = people.reduce(0) { $0 + weights[$1] }
    guard weight > 0 else { throw .noValues }
    self.people = people
    self.weight = weight
    self.weights = weights
    mean = people.reduce(0) { $0 + weights[$1] * values[$1] } / weight
  }

  /// A variable over the weight of the domain, 0 outside it.
  func influence(_ variable: [Double]) -> [Double] {
    var influence = [Double](repeating: 0, count: variable.count)
    for person in people { influence[person] = variable[person] / weight }
    return influence
  }

  /// The variance of the mean of as many people drawn at random.
  func simpleVariance(_ values: [Double], _ design: SamplingDesign) -> Double? {
    let n = Double(people.count)
    guard n > 1 else { return nil }
    let spread = people.reduce(0) { $0 + weights[$1] * (values[$1] - mean) * (values[$1] - mean) }
    let variance = spread / weight * n / (n - 1)
    return design.hasFinitePopulation && design.weighsPopulation ? variance * (weight - n) / (weight * n) : variance / n
  }
}
