import Statistics

/// The runs of a sensitivity design through a model: ranks of every organisation in every run.
///
/// Runs that share people, normalisation, aggregation and missing rule follow each other, so that what these make of the answers is found
/// once.
///
/// - Cost: runs × organisations × (dimensions + log organisations); two bytes per run and organisation.
struct RobustnessRuns: Sendable {
  let model: RobustnessModel
  let design: SensitivityDesign
  /// Ranks of the published ranking.
  let reference: [UInt16]
  /// `ranks[arm][point × organisations + organisation]`, arms in the order of the design.
  let ranks: [[UInt16]]
  /// Fingerprints of the scores: of the published ranking, then of every point of the first and of the second set.
  let fingerprints: [UInt64]

  /// Runs that one thread works through at a time.
  private static let block = 128

  init(_ model: RobustnessModel, design: SensitivityDesign, threads: Int) {
    self.model = model
    self.design = design
    let published = model.scores(RobustnessModel.reference)
    reference = RobustnessModel.ranks(published)
    let arms = design.arms
    let (base, runs) = (design.base, arms.count * design.base)
    let choices = concurrentMap(arms.count, threads: threads) { arm in
      (0..<base).map { model.choices(at: design.point($0, arms[arm])) }
    }.flatMap(\.self)
    let keys = choices.map(Key.init)
    let order = (0..<runs).sorted { (keys[$0], $0) < (keys[$1], $1) }
    let found = concurrentMap((runs + Self.block - 1) / Self.block, threads: threads) { task in
      var ranks: [UInt16] = []
      var prints: [UInt64] = []
      var last: (key: Key, parts: CompositeColumns)?
      for run in order[(task * Self.block)..<min(runs, (task + 1) * Self.block)] {
        let parts = last.flatMap { $0.key == keys[run] ? $0.parts : nil } ?? model.parts(choices[run])
        last = (keys[run], parts)
        let scores = model.scores(choices[run], parts: parts)
        ranks += RobustnessModel.ranks(scores)
        // Only the independent runs can be replayed.
        prints.append(run < 2 * base ? RobustnessModel.fingerprint(scores) : 0)
      }
      return (ranks: ranks, prints: prints)
    }
    let count = model.organizations.count
    var all = arms.map { _ in [UInt16](repeating: 0, count: base * count) }
    var prints = [UInt64](repeating: 0, count: runs)
    for (place, run) in order.enumerated() {
      let (task, row) = place.quotientAndRemainder(dividingBy: Self.block)
      let (arm, point) = run.quotientAndRemainder(dividingBy: base)
      all[arm].replaceSubrange(
        (point * count)..<((point + 1) * count), with: found[task].ranks[(row * count)..<((row + 1) * count)])
      prints[run] = found[task].prints[row]
    }
    ranks = all
    fingerprints = [RobustnessModel.fingerprint(published)] + prints[..<(2 * base)]
  }

  /// What runs share that differ in their weights and in the dimension left out alone.
  private struct Key: Comparable {
    let rule, sample, normalization, aggregation: Int

    init(_ choices: RobustnessModel.Choices) {
      (rule, sample) = (choices.rule, choices.sample)
      (normalization, aggregation) = (choices.normalization, choices.aggregation)
    }

    static func < (a: Key, b: Key) -> Bool {
      (a.rule, a.sample, a.normalization, a.aggregation) < (b.rule, b.sample, b.normalization, b.aggregation)
    }
  }

  /// Ranks of one organisation over the independent runs, first set then second.
  func spread(of organization: Int) -> [Int] {
    let count = model.organizations.count
    return ranks.prefix(2).flatMap { arm in
      (0..<design.base).map { Int(arm[$0 * count + organization]) }
    }
  }

  /// What is explained: the rank of one organisation, or the mean distance from the published ranks where it is nil.
  func outputs(of organization: Int?) -> [[Double]] {
    let count = model.organizations.count
    return ranks.map { arm in
      (0..<design.base).map { point in
        if let organization { return Double(arm[point * count + organization]) }
        let distance = (0..<count).reduce(0) { sum, unit in
          sum + abs(Int(arm[point * count + unit]) - Int(reference[unit]))
        }
        return Double(distance) / Double(count)
      }
    }
  }

  /// The exchanges whose causes are told apart: who answered, weights, and all choices of method together.
  static let causes = [
    RobustnessModel.Input.respondents.rawValue, RobustnessModel.Input.weights.rawValue,
    RobustnessModel.Input.allCases.count,
  ]

  /// Indices of the causes of one organisation's rank, rows of the design redrawn whole.
  func redrawnCauses(of organization: Int, draws: Int, seed: UInt64) -> [(first: [Double], total: [Double])] {
    let outputs = outputs(of: organization)
    return SobolIndices.redrawn(
      first: outputs[0], second: outputs[1], exchanged: Self.causes.map { outputs[2 + $0] }, draws: draws, seed: seed)
  }

  /// Sobol's indices of an output; nil where it never varies. With `half` only the first half of the points, to see whether they settled.
  func indices(of organization: Int?, draws: Int = 0, level: Double = 0.95, seed: UInt64 = 1, half: Bool = false)
    -> SobolIndices?
  {
    let outputs = outputs(of: organization).map { half ? Array($0.prefix(max(1, design.base / 2))) : $0 }
    return SobolIndices(
      first: outputs[0], second: outputs[1], exchanged: Array(outputs[2...]), draws: draws, level: level, seed: seed)
  }
}
