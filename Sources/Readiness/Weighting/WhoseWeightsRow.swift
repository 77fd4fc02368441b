import Statistics

/// One row of `whose-weights.csv`: whose weights would put an organisation first.
public struct WhoseWeightsRow: Sendable, Hashable {
  /// The organisation.
  public let organization: String
  /// People whose allocation reaches a dimension; nil when hidden.
  public let judges: Int?
  /// The share of them under whose weights it is first, 0…1; ties count in part.
  public let first: Double?
  /// The share of them under whose weights it is in the top quarter.
  public let topQuarter: Double?
  /// Its rank under the mean of the organisations' allocations.
  public let budgetRank: Int?
  /// Its rank when its own people's allocations are left out of that mean.
  public let rankWithoutOwn: Int?
  /// Other organisations whose mean allocation may be shown.
  public let peers: Int?
  /// The share of them under whose mean allocation it is first; ties count in part.
  public let peersFirst: Double?
  /// The share of them under whose mean allocation it is in the top quarter.
  public let peersTopQuarter: Double?
  /// The organisation next above it under the mean of the organisations' allocations; nil for the first.
  public let above: String?
  /// The fewest points, in whole steps of five, that would have to move in that mean for it to pass the one above; nil where no
  /// allocation does that.
  public let pointsToPass: Double?
  /// The factor that would receive them.
  public let passTo: String?
  /// The factors that would give them.
  public let passFrom: [String]
  /// Why there is a number or none.
  public let status: Status
}

/// Budget weights with one organisation's own people left out, so that nobody sets the scale on which they are measured.
struct LeaveOwnOut: Sendable {
  /// The mean of the organisations' means; nil for no organisation.
  let everybody: [Double]?
  private let means: [Int: [Double]]
  private let counts: [Int: Int]
  private let names: [String]

  /// - Parameter names: every organisation, in the order of the sample's places.
  init(_ sample: AllocationSample, crosswalk: Crosswalk, names: [String]) {
    var sums: [Int: [Double]] = [:]
    var counts: [Int: Int] = [:]
    for person in sample.rows.indices where sample.organizations[person] >= 0 {
      let place = sample.organizations[person]
      let weights = crosswalk.weights(sample.composition(person).parts)
      sums[place] = sums[place].map { zip($0, weights).map { $0 + $1 } } ?? weights
      counts[place, default: 0] += 1
    }
    self.names = names
    self.counts = counts
    means = Dictionary(
      uniqueKeysWithValues: sums.map { place, sum in (place, sum.map { $0 / Double(counts[place] ?? 1) }) })
    everybody = Self.mean(means.sorted { $0.key < $1.key }.map(\.value))
  }

  /// The mean without one organisation; nil for an organisation of a few judges, whose weights would show, or where nobody is left.
  func leaving(out name: String, minimum: Int) -> [Double]? {
    guard let place = names.firstIndex(of: name) else { return everybody }
    let count = counts[place] ?? 0
    guard count == 0 || count >= minimum else { return nil }
    return Self.mean(means.sorted { $0.key < $1.key }.filter { $0.key != place }.map(\.value))
  }

  private static func mean(_ rows: [[Double]]) -> [Double]? {
    guard let first = rows.first else { return nil }
    return first.indices.map { place in rows.reduce(0) { $0 + $1[place] } / Double(rows.count) }
  }
}
