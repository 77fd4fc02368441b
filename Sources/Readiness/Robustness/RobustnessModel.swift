import Statistics

/// Every way in which a ranking could have been made, as one function from a point of the unit cube to an order of organisations.
///
/// The coordinates, in the order of ``Input``, choose the redrawn respondents, the weights as one vector, the normalisation, the
/// aggregation, a dimension to leave out, and the missing rule. All alternatives of an input are equally likely.
///
/// - Shapes: `means[rule][sample]` holds organisations × dimensions in rows, NaN where a dimension is missing; the samples of every rule are
///   those of the same redrawn people, sample 0 the people as they answered.
/// - Cost: of a run, organisations × (dimensions + log organisations).
/// - Source: Saisana, Saltelli & Tarantola (2005), Journal of the Royal Statistical Society A 168(2), 307–323,
///   doi:10.1111/j.1467-985X.2005.00350.x; OECD/JRC (2008), Handbook, s. 7.
struct RobustnessModel: Sendable {
  /// What can be chosen differently.
  enum Input: Int, Sendable, Hashable, CaseIterable {
    case respondents, weights, normalization, aggregation, leftOut, missingRule
  }

  /// Vectors of weights from one source, such as redrawn allocations under one scheme.
  struct WeightSource: Sendable, Hashable {
    let name: String
    let vectors: [[Double]]
  }

  /// One point in words: everything that is needed to make the same run again.
  struct Choices: Sendable, Hashable {
    let sample: Int
    let source: Int
    let vector: Int
    let normalization: Int
    let aggregation: Int
    /// The dimension left out; nil for none.
    let leftOut: Int?
    let rule: Int
  }

  let organizations: [String]
  let dimensions: [String]
  let means: [[[Double]]]
  let sources: [WeightSource]
  let normalizations: [Normalization]
  let aggregations: [Aggregation]
  /// Whether dimensions are left out in turn.
  let leavesOut: Bool
  /// Names of the rules for missing answers, one for each entry of ``means``.
  var rules: [Phrase] = ["as published"]
  /// What nobody asked for and could not be tried, with the reason.
  var notTried: [Phrase] = []

  /// Alternatives of each input; an input with one cannot move anything.
  func alternatives(_ input: Input) -> Int {
    switch input {
    case .respondents: means.first?.count ?? 0
    case .weights: sources.reduce(0) { $0 + $1.vectors.count }
    case .normalization: normalizations.count
    case .aggregation: aggregations.count
    case .leftOut: leavesOut ? dimensions.count + 1 : 1
    case .missingRule: means.count
    }
  }

  /// What a point stands for.
  func choices(at point: [Double]) -> Choices {
    precondition(point.count == Input.allCases.count, "a point has one coordinate per input")
    func pick(_ input: Input) -> Int {
      SensitivityDesign.choice(point[input.rawValue], among: alternatives(input))
    }
    // Sources are equally likely, however many vectors each has; what the coordinate says beyond the source picks the vector.
    let scaled = point[Input.weights.rawValue] * Double(sources.count)
    let source = min(Int(scaled), sources.count - 1)
    let vector = SensitivityDesign.choice(
      min(scaled - Double(source), 1 - .ulpOfOne), among: sources[source].vectors.count)
    let left = pick(.leftOut)
    return Choices(
      sample: pick(.respondents), source: source, vector: vector, normalization: pick(.normalization),
      aggregation: pick(.aggregation), leftOut: left == 0 ? nil : left - 1, rule: pick(.missingRule))
  }

  /// Scores of the organisations under some choices, relative to each other only.
  func scores(_ choices: Choices) -> [Double] { scores(choices, parts: parts(choices)) }

  /// What runs share that differ in their weights and in the dimension left out alone.
  func parts(_ choices: Choices) -> CompositeColumns {
    let count = organizations.count
    let width = dimensions.count
    let sample = means[choices.rule][choices.sample]
    let normalization = normalizations[choices.normalization]
    let columns = (0..<width).map { dimension in
      normalization.normalized((0..<count).map { sample[$0 * width + dimension] })
    }
    return CompositeColumns(columns, count: count, rule: aggregations[choices.aggregation])
  }

  /// Scores from parts that were found before.
  func scores(_ choices: Choices, parts: CompositeColumns) -> [Double] {
    var weights = sources[choices.source].vectors[choices.vector]
    if let leftOut = choices.leftOut { weights[leftOut] = 0 }
    if weights.allSatisfy({ $0 == 0 }) { weights = weights.indices.map { $0 == choices.leftOut ? 0 : 1 } }
    return parts.scores(weights)
  }

  /// Competition ranks of the organisations under some choices, 1 the readiest.
  func ranks(_ choices: Choices) -> [UInt16] { Self.ranks(scores(choices)) }

  /// Competition ranks of scores, 1 the highest; scores within 10⁻⁹ are tied.
  static func ranks(_ scores: [Double]) -> [UInt16] {
    var order = Array(0..<UInt16(scores.count))
    scores.withUnsafeBufferPointer { scores in order.sort { scores[Int($0)] > scores[Int($1)] } }
    var ranks = [UInt16](repeating: 0, count: scores.count)
    var first = 0
    for (place, unit) in order.enumerated() {
      if scores[Int(order[first])] - scores[Int(unit)] > 1e-9 { first = place }
      ranks[Int(unit)] = UInt16(first + 1)
    }
    return ranks
  }

  /// A number that two runs share only when every score of them is the same to the last bit, chance of 2⁻⁶⁴ apart.
  ///
  /// FNV-1a over the bytes of the scores, lowest byte first.
  static func fingerprint(_ scores: [Double]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for score in scores {
      var bits = score.bitPattern
      for _ in 0..<8 {
        hash = (hash ^ (bits & 0xFF)) &* 0x0000_0100_0000_01B3
        bits >>= 8
      }
    }
    return hash
  }

  /// The choices of the published ranking: the people as they answered, and the first alternative of everything else.
  static let reference = Choices(
    sample: 0, source: 0, vector: 0, normalization: 0, aggregation: 0, leftOut: nil, rule: 0)
}
