import Statistics
import Testing

@testable import Readiness

@Suite struct RobustnessRunsTests {
  private func model(samples: Int, sources: [RobustnessModel.WeightSource]) -> RobustnessModel {
    var stream = RandomStream(seed: 5)
    let truth = (0..<12).map { 40 + 2 * Double($0) }
    let means = (0..<samples).map { _ in truth.flatMap { level in (0..<3).map { _ in level + 6 * stream.normal() } } }
    return RobustnessModel(
      organizations: (0..<12).map { "O\($0)" }, dimensions: ["a", "b", "c"], means: [means], sources: sources,
      normalizations: [.scale], aggregations: [.arithmetic], leavesOut: false)
  }
  private let equal = RobustnessModel.WeightSource(name: "equal", vectors: [[1, 1, 1]])

  @Test("Where one input alone can move anything, it explains all, and the others nothing")
  func oneInput() throws {
    let design = SensitivityDesign(base: 256, inputs: 6, seed: 1)
    let runs = RobustnessRuns(model(samples: 64, sources: [equal]), design: design, threads: 1)
    let indices = try #require(runs.indices(of: nil))
    #expect(abs(indices.total[0] - 1) < 0.15 && abs(indices.first[0] - 1) < 0.15)
    for input in 1..<6 { #expect(indices.total[input] == 0 && indices.first[input] == 0) }
  }

  @Test("Nothing to choose: every run is the published ranking, and there is nothing to explain")
  func nothing() {
    let runs = RobustnessRuns(
      model(samples: 1, sources: [equal]), design: SensitivityDesign(base: 8, inputs: 6, seed: 1), threads: 1)
    #expect(runs.indices(of: nil) == nil && runs.indices(of: 3) == nil)
    #expect(Set(runs.spread(of: 3)) == [Int(runs.reference[3])])
  }

  @Test("The same runs on one thread and on three")
  func threads() {
    let model = model(samples: 16, sources: [equal, .init(name: "first", vectors: [[1, 0, 0], [0, 1, 0]])])
    let design = SensitivityDesign(base: 128, inputs: 6, exchanges: [[0], [1], [2, 3, 4, 5]], seed: 7)
    #expect(
      RobustnessRuns(model, design: design, threads: 1).ranks == RobustnessRuns(model, design: design, threads: 3).ranks
    )
  }

  @Test("Two inputs: indices agree with the variances of a full factorial, which needs no design")
  func factorial() throws {
    let model = model(
      samples: 8,
      sources: [equal, .init(name: "others", vectors: [[1, 0, 0]]), .init(name: "last", vectors: [[0, 0, 1]])])
    // Every combination once: the rank of organisation 4 by sample and source.
    let table = (0..<8).map { sample in
      (0..<3).map { source in
        Double(
          model.ranks(
            .init(sample: sample, source: source, vector: 0, normalization: 0, aggregation: 0, leftOut: nil, rule: 0))[
              4])
      }
    }
    let all = table.flatMap(\.self)
    let mean = all.reduce(0, +) / 24
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 24
    let bySample = table.map { $0.reduce(0, +) / 3 }.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 8
    let bySource =
      (0..<3).map { source in table.reduce(0) { $0 + $1[source] } / 8 }
      .reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3
    let runs = RobustnessRuns(model, design: SensitivityDesign(base: 4_096, inputs: 6, seed: 2), threads: 0)
    let indices = try #require(runs.indices(of: 4))
    #expect(abs(indices.variance - variance) < 0.02 * variance)
    #expect(abs(indices.first[0] - bySample / variance) < 0.03)
    #expect(abs(indices.first[1] - bySource / variance) < 0.03)
    // With two inputs, what one does not explain alone is the other's total.
    #expect(abs(indices.total[0] - (1 - bySource / variance)) < 0.03)
    #expect(abs(indices.total[1] - (1 - bySample / variance)) < 0.03)
  }
}
