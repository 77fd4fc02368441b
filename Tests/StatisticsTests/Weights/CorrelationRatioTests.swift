import Testing

@testable import Statistics

@Suite("Correlation ratio") struct CorrelationRatioTests {
  @Test("A line is explained whole, and so is a bend that correlation does not see")
  func shapes() throws {
    let x = (0..<60).map { Double($0) / 30 - 1 + 1.0 / 60 }
    let line = try CorrelationRatio(of: x.map { 3 - 2 * $0 }, given: x)
    #expect(line.value > 0.999 && agrees(line.linear, 1))
    let bend = try CorrelationRatio(of: x.map { $0 * $0 }, given: x)
    #expect(bend.value > 0.95 && bend.linear < 0.01)
  }

  @Test("Of independent numbers little is explained; units do not matter")
  func noise() throws {
    var stream = RandomStream(seed: 4)
    let x = (0..<200).map { _ in stream.uniform() }
    let y = (0..<200).map { _ in stream.normal() }
    let ratio = try CorrelationRatio(of: y, given: x)
    #expect(ratio.value < 0.08)
    let scaled = try CorrelationRatio(of: y.map { 7 * $0 + 1 }, given: x.map { 100 * $0 })
    #expect(agrees(scaled.value, ratio.value, relative: 1e-6))
  }

  @Test("The additive model: shares of variance near their known values")
  func additive() throws {
    var stream = RandomStream(seed: 8)
    let (a, b) = ((0..<600).map { _ in stream.uniform() }, (0..<600).map { _ in stream.uniform() })
    let y = zip(a, b).map { 2 * $0 + $1 }
    // Var = 4/12 + 1/12: the first takes four fifths.
    #expect(abs(try CorrelationRatio(of: y, given: a).value - 0.8) < 0.04)
    #expect(abs(try CorrelationRatio(of: y, given: b).value - 0.2) < 0.06)
  }

  @Test("Too few rows and constants are refused")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 8)) { try CorrelationRatio(of: [1, 2], given: [1, 2]) }
    let flat = [Double](repeating: 1, count: 9)
    #expect(throws: SampleFault.noVariation) { try CorrelationRatio(of: flat, given: (0..<9).map(Double.init)) }
  }
}
