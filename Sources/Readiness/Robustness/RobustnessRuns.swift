import Statistics

/// The runs of a sensitivity design through a model: ranks of every organisation in every run.
///
/// - Cost: runs × a run of the model; two bytes per run and organisation.
struct RobustnessRuns: Sendable {
  let model: RobustnessModel
  let design: SensitivityDesign
  /// Ranks of the published ranking.
  let reference: [UInt16]
  /// `ranks[arm][point × organisations + organisation]`, arms in the order of the design.
  let ranks: [[UInt16]]
  /// Fingerprints of the scores: of the published ranking, then of every point of the first and of the second set.
  let fingerprints: [UInt64]

  /// Points that one thread works through at a time.
  private static let block = 64

  init(_ model: RobustnessModel, design: SensitivityDesign, threads: Int) {
    self.model = model
    self.design = design
    let published = model.scores(RobustnessModel.reference)
    reference = RobustnessModel.ranks(published)
    let blocks = (design.base + Self.block - 1) / Self.block
    let arms = design.arms
    let parts = concurrentMap(arms.count * blocks, threads: threads) { task -> (ranks: [UInt16], prints: [UInt64]) in
      let arm = arms[task / blocks]
      let start = task % blocks * Self.block
      var (ranks, prints): ([UInt16], [UInt64]) = ([], [])
      for point in start..<min(design.base, start + Self.block) {
        let scores = model.scores(model.choices(at: design.point(point, arm)))
        ranks += RobustnessModel.ranks(scores)
        if task < 2 * blocks { prints.append(RobustnessModel.fingerprint(scores)) }
      }
      return (ranks, prints)
    }
    ranks = arms.indices.map { arm in parts[(arm * blocks)..<((arm + 1) * blocks)].flatMap(\.ranks) }
    fingerprints = [RobustnessModel.fingerprint(published)] + parts.flatMap(\.prints)
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

  /// Sobol's indices of an output; nil where it never varies. With `half` only the first half of the points, to see whether they settled.
  func indices(of organization: Int?, draws: Int = 0, level: Double = 0.95, seed: UInt64 = 1, half: Bool = false)
    -> SobolIndices?
  {
    let outputs = outputs(of: organization).map { half ? Array($0.prefix(max(1, design.base / 2))) : $0 }
    return SobolIndices(
      first: outputs[0], second: outputs[1], exchanged: Array(outputs[2...]), draws: draws, level: level, seed: seed)
  }
}
