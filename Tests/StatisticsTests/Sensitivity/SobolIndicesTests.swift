import Foundation
import Testing

@testable import Statistics

@Suite struct SobolIndicesTests {
  static func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  /// Runs a model over a design.
  static func outputs(_ design: SensitivityDesign, _ model: ([Double]) -> Double) -> [[Double]] {
    design.arms.map { arm in (0..<design.base).map { model(design.point($0, arm)) } }
  }

  @Test("The design's rows are the stored ones, and its outputs those of the stored file")
  func storedRuns() throws {
    let design = SensitivityDesign(base: 1_024, inputs: 3, seed: nil)
    let rows = try cells("composite/sobol-indices/ishigami_X_first32rows.csv").map { $0.map { Double($0) ?? .nan } }
    let stored = try cells("composite/sobol-indices/ishigami_Y_n1024_second_order.csv").map { Double($0[0]) ?? .nan }
    #expect(stored.count == 8 * 1_024)
    for (number, row) in rows.enumerated() {
      let arm: SensitivityDesign.Arm? =
        switch number % 8 {
        case 0: .first
        case 1...3: .exchanged(number % 8 - 1)
        case 7: .second
        default: nil
        }
      guard let arm else { continue }
      for (value, expected) in zip(design.point(number / 8, arm), row) {
        #expect(agrees((2 * value - 1) * .pi, expected, relative: 1e-12))
      }
    }
    let outputs = Self.outputs(design, Self.ishigami)
    for number in 0..<1_024 {
      #expect(agrees(outputs[0][number], stored[8 * number], relative: 1e-11))
      #expect(agrees(outputs[1][number], stored[8 * number + 7], relative: 1e-11))
      for input in 0..<3 {
        #expect(agrees(outputs[2 + input][number], stored[8 * number + 1 + input], relative: 1e-11))
      }
    }
  }

  @Test("Ishigami's function: SALib's indices, with the centre that SALib takes")
  func salib() throws {
    let reference = try Reference("composite/sobol-indices/ishigami_indices")
    let stored = try cells("composite/sobol-indices/ishigami_Y_n1024_second_order.csv").map { Double($0[0]) ?? .nan }
    func arm(_ place: Int) -> [Double] { (0..<1_024).map { stored[8 * $0 + place] } }
    let indices = try #require(
      SobolIndices(
        first: arm(0), second: arm(7), exchanged: [arm(1), arm(2), arm(3)], centre: .value(Moments(stored).mean)))
    for input in 0..<3 {
      #expect(agrees(indices.first[input], reference["S1"][input].double, relative: 1e-10, absolute: 1e-10))
      #expect(agrees(indices.total[input], reference["ST"][input].double, relative: 1e-10, absolute: 1e-10))
    }
  }

  @Test("The g-function: SALib's indices from our own runs")
  func gFunction() throws {
    let reference = try Reference("composite/sobol-indices/gfunction_indices")
    let a = reference["a"].doubles
    let design = SensitivityDesign(base: 2_048, inputs: 6, seed: nil)
    let outputs = Self.outputs(design) { point in
      zip(point, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    // SALib's centre is the mean over all its runs; without second-order runs these are all arms.
    let indices = try #require(
      SobolIndices(
        first: outputs[0], second: outputs[1], exchanged: Array(outputs[2...]),
        centre: .value(Moments(outputs.joined()).mean)))
    for input in 0..<6 {
      #expect(agrees(indices.total[input], reference["ST"][input].double, relative: 1e-10, absolute: 1e-10))
      #expect(agrees(indices.first[input], reference["S1"][input].double, relative: 1e-4, absolute: 1e-5))
    }
  }

  @Test("Scrambled points come near the indices that calculus gives, and the intervals hold them")
  func analytic() throws {
    let outputs = Self.outputs(SensitivityDesign(base: 1_024, inputs: 3, seed: 11), Self.ishigami)
    let indices = try #require(
      SobolIndices(first: outputs[0], second: outputs[1], exchanged: Array(outputs[2...]), draws: 500))
    // Ishigami & Homma (1990): variance 13.84458794 with a = 7, b = 0.1.
    let (first, total) = ([0.31390519, 0.44241114, 0], [0.55758886, 0.44241114, 0.24368366])
    #expect(agrees(indices.variance, 13.84458794, relative: 0.02))
    for input in 0..<3 {
      #expect(abs(indices.first[input] - first[input]) < 0.03)
      #expect(abs(indices.total[input] - total[input]) < 0.03)
      #expect(indices.firstIntervals[input].lower < indices.first[input])
      #expect(indices.firstIntervals[input].lower <= first[input] + 0.02)
      #expect(indices.totalIntervals[input].upper >= total[input] - 0.02)
    }
  }

  @Test("An added constant changes no index, and exchanging two inputs exchanges theirs")
  func laws() throws {
    let design = SensitivityDesign(base: 256, inputs: 3, seed: 2)
    let outputs = Self.outputs(design, Self.ishigami)
    let plain = try #require(SobolIndices(first: outputs[0], second: outputs[1], exchanged: Array(outputs[2...])))
    let lifted = outputs.map { $0.map { $0 + 1_000 } }
    let moved = try #require(SobolIndices(first: lifted[0], second: lifted[1], exchanged: Array(lifted[2...])))
    let turned = try #require(
      SobolIndices(first: outputs[0], second: outputs[1], exchanged: [outputs[4], outputs[3], outputs[2]]))
    for input in 0..<3 {
      #expect(agrees(moved.first[input], plain.first[input], relative: 1e-8, absolute: 1e-10))
      #expect(turned.first[2 - input] == plain.first[input] && turned.total[2 - input] == plain.total[input])
    }
  }

  @Test("An output that never varies has no indices")
  func constant() {
    #expect(SobolIndices(first: [3, 3], second: [3, 3], exchanged: [[3, 3]]) == nil)
  }

  @Test("A coordinate stands for equally likely choices")
  func choices() {
    let picks = (0..<8).map { SensitivityDesign.choice(Double($0) / 8, among: 4) }
    #expect(picks == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(SensitivityDesign.choice(1 - 0x1p-32, among: 3) == 2)
  }
}
